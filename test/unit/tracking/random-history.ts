// A region of a made-up file, random edits, and what the tracker says, against what is known by construction.
import { trackWalk } from "../../../src/anchoring/tracking/track.ts";
import type { Answer } from "../../../src/anchoring/tracking/answer.ts";
import type { Region, Snapshot } from "../../../src/anchoring/tracking/places.ts";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { Dice, madeFile, textOf } from "./look-alike-code.ts";
import type { Line } from "./look-alike-code.ts";
import { editNames, edits, filesOf, startTree } from "./random-edits.ts";

export interface Trial {
  readonly seed: number;
  readonly edits: readonly string[];
  readonly answer: Answer;
  /** Telling lines of the region at the start, and of those how many are still somewhere. */
  readonly lines: number;
  readonly left: number;
  /** Whether those that are left are still together: in one file, with no more other lines between them than there are of them. */
  readonly together: boolean;
  /** How many of those that are left the answer's range holds. */
  readonly held: number;
  readonly before: string;
  readonly after: string;
}

const tells = (text: string): boolean => /\p{L}{2}/u.test(text);

/** A region of a made-up file, and the texts after each of some random edits. */
export interface History {
  readonly region: Region;
  readonly snapshots: readonly Snapshot[];
  readonly edits: readonly string[];
  /** The lines of the region, and the files at the end. */
  readonly lines: readonly Line[];
  readonly files: ReturnType<typeof filesOf>;
}

/** The seed decides everything. */
export function randomHistory(seed: number): History {
  const dice = new Dice(seed);
  const file = madeFile(dice);
  const unit = dice.pick(file.units);
  const ids = new Set(unit.ids);
  const rows = file.lines.flatMap(({ id }, row) => (ids.has(id) ? [row] : []));
  let from = rows[0] ?? 0;
  let to = rows.at(-1) ?? from;
  if (dice.chance(30)) {
    // Any lines, as a person selects them.
    from = dice.below(file.lines.length);
    to = Math.min(file.lines.length - 1, from + dice.below(12));
    while (from < to && file.lines[from]?.text === "") from++;
    while (to > from && file.lines[to]?.text === "") to--;
  }
  const lines = file.lines.slice(from, to + 1);
  const text = textOf(file.lines);
  const tree = startTree(file);
  const done: string[] = [];
  const snapshots = [];
  for (let step = 1 + dice.below(3); step > 0; step--) {
    for (let left = 1 + dice.below(4); left > 0; left--) {
      const name = dice.pick(editNames);
      edits[name]?.(tree, file, dice);
      done.push(name);
    }
    snapshots.push({ files: filesOf(tree).map(({ path, text }) => new SourceFile(path, text)) });
  }
  const region = { file: new SourceFile(file.path, text), startLine: from + 1, endLine: to + 1 };
  return { region, snapshots, edits: done, lines, files: filesOf(tree) };
}

/** One trial. The seed decides everything. */
export function trial(seed: number): Trial {
  const { region: start, snapshots, edits, lines: region, files } = randomHistory(seed);
  const answer = trackWalk(start, snapshots);
  const wanted = new Set(region.filter(({ text }) => tells(text)).map(({ id }) => id));
  const all = files.flatMap(({ lines }) => lines);
  // Of code that was copied and then deleted the copy is as good: nobody can tell that from a move.
  const copiesCount = !all.some(({ id }) => wanted.has(id));
  const counts = ({ id, copyOf }: Line): boolean =>
    wanted.has(id) || (copiesCount && copyOf !== undefined && wanted.has(copyOf));
  const left = all.filter(counts);
  const held =
    answer.status === "orphaned"
      ? []
      : (files.find(({ path }) => path === answer.path)?.lines ?? [])
          .slice(answer.startLine - 1, answer.endLine)
          .filter(counts);
  return {
    seed,
    edits,
    answer,
    lines: wanted.size,
    left: left.length,
    together: files.some(({ lines }) => {
      const rows = lines
        .filter(({ text }) => text !== "")
        .flatMap((line, row) => (counts(line) ? [row] : []));
      return rows.length === left.length && (rows.at(-1) ?? 0) - (rows[0] ?? 0) < 2 * region.length;
    }),
    held: held.length,
    before: textOf(region),
    after: files.map(({ path, text }) => `--- ${path}\n${text}`).join(""),
  };
}

/** "torn apart" is a region of which the parts that are left are in different places: whatever the answer, it is half right. */
export type Verdict =
  | "torn apart"
  | "right"
  | "wrong place"
  | "missed"
  | "falsely found"
  | "rightly orphaned"
  | "nothing to follow";

/** What a trial shows. A region of which hardly anything is left may be called either. */
export function verdict({ answer, lines, left, held, together }: Trial): Verdict {
  if (lines === 0) return "nothing to follow";
  if (left === 0) return answer.status === "orphaned" ? "rightly orphaned" : "falsely found";
  if (!together && held > 0 !== (answer.status === "orphaned")) return "torn apart";
  if (answer.status === "orphaned") return left * 2 > lines ? "missed" : "rightly orphaned";
  return held === 0 ? "wrong place" : "right";
}

export const isConfident = ({ answer }: Trial): boolean =>
  answer.status !== "orphaned" && answer.confidence >= 0.9;
