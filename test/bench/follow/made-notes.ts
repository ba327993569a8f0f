import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { foldRecord } from "../../../src/domain/fold.ts";
import type { Anchor } from "../../../src/domain/anchor.ts";
import type { Note } from "../../../src/domain/note.ts";
import type { PlaceState } from "../../../src/protocol/panel-state.ts";
import { anEvent, aNote } from "../../support/event-builders.ts";
import { Dice } from "../../unit/tracking/look-alike-code.ts";
import { overlapF1 } from "../tracking/score.ts";
import type { MadeRepository, PlacedLine } from "./made-repository.ts";

/** A note on some lines of the past, and where they are now. */
export interface MadeNote {
  readonly note: Note;
  readonly anchor: Anchor;
  /** Undefined where hardly anything is left of them. */
  readonly truth: Range | undefined;
  /** Whether some of the lines read otherwise now, or are gone. */
  readonly isEdited: boolean;
}

interface Range {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
}

const LONGEST_PIECE = 6;

/** `count` notes: every second on a definition, the others on a few lines of one. */
export function makeNotes({ past, then, now }: MadeRepository, count: number, seed: number): MadeNote[] {
  const dice = new Dice(seed);
  const notes: MadeNote[] = [];
  while (notes.length < count) {
    const { path, text, ids, texts, definitions } = dice.pick(past);
    let { from, to } = dice.pick(definitions);
    if (notes.length % 2 === 1) {
      from += dice.below(to - from + 1);
      to = Math.min(to, from + dice.below(LONGEST_PIECE));
      while (from < to && texts[from] === "") from += 1;
      while (to > from && texts[to] === "") to -= 1;
    }
    const lines = texts.slice(from, to + 1);
    // Nobody puts a note on a bracket.
    if (!lines.some(tells)) continue;
    const anchor = makeAnchor({ path, text, startLine: from + 1, endLine: to + 1, commit: then });
    const lasting = ids.slice(from, to + 1).map((id) => now.get(id));
    notes.push({
      note: noteAt(anchor),
      anchor,
      truth: truthOf(lines, lasting),
      isEdited: lines.some((line, at) => line !== "" && lasting[at]?.text !== line),
    });
  }
  return notes;
}

const tells = (line: string): boolean => /\p{L}{2}/u.test(line);

function truthOf(lines: readonly string[], lasting: readonly (PlacedLine | undefined)[]): Range | undefined {
  const telling = lines.flatMap((line, at) => (tells(line) ? [lasting[at]] : []));
  const left = lasting.filter((line) => line !== undefined);
  const [first] = left;
  if (first === undefined || telling.every((line) => line === undefined)) return undefined;
  const numbers = left.filter(({ path }) => path === first.path).map(({ line }) => line);
  return { path: first.path, startLine: Math.min(...numbers), endLine: Math.max(...numbers) };
}

function noteAt(anchor: Anchor): Note {
  const { record, line } = aNote();
  const placed = anEvent({ record, type: "anchorAdded", seen: [record], data: { anchor } });
  const folded = foldRecord(record, [line, placed]);
  if (folded.kind !== "note" || folded.record.anchors.length !== 1) throw new Error("the note has no place");
  return folded.record;
}

export type Judged = "right" | "missed" | "wrong";

/** Whether an answer is right: more of the lines than not, or rightly said to be gone. Not to be sure of its loss is no wrong place. */
export function judged({ truth }: MadeNote, place: PlaceState): Judged {
  if (place.status === "orphaned") return truth === undefined ? "right" : "missed";
  if (truth?.path !== place.path) return "wrong";
  const f1 = overlapF1(truth, place);
  return f1 >= 0.5 ? "right" : f1 > 0 ? "missed" : "wrong";
}
