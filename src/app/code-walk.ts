import type { Region } from "../anchoring/tracking/places.ts";
import { SourceFile } from "../anchoring/tracking/source-file.ts";
import { advance, startingAt } from "../anchoring/tracking/track.ts";
import type { Footing } from "../anchoring/tracking/track.ts";
import { Recent } from "../base/recent.ts";
import type { CodeHistory, FileChange, HistoryStep } from "./code-history.ts";
import { GatheredTexts } from "./gathered-texts.ts";

/** Texts of a file that are looked at on the way; of a longer history, as many spread over it. */
const MOST_TEXTS = 64;

/** Times that a region is looked for in the other files of a commit, for one way. */
const MOST_SEARCHES = 6;

/** Files of one commit that are looked through for a region that left its own. */
const MOST_FILES = 12;

/** Texts on the way that are kept ready: those of the files that are looked at now, for the next region in them. */
const TEXTS_KEPT = 256;

/** How far a region was followed. */
export interface Walked {
  readonly footing: Footing;
  /** The file it is in by then, as git names it; undefined where that was deleted. */
  readonly path: string | undefined;
  /** Every name that its files had on the way, with the last one. */
  readonly renames: ReadonlyMap<string, string>;
}

/** Follows regions along the commits of HEAD. What git says of them is asked once for many regions. */
export class CodeWalk {
  readonly #history: CodeHistory;
  readonly #texts: GatheredTexts;
  /** By the commit that they start from. One that lies on the way from another is not asked for. */
  #steps = new Map<string, Promise<readonly Step[] | undefined>>();
  /** By path and object: a text compared for one region is ready for the others. */
  readonly #ready = new Recent<string, SourceFile>(TEXTS_KEPT);

  constructor(history: CodeHistory) {
    this.#history = history;
    this.#texts = new GatheredTexts(history);
  }

  /** HEAD may be another commit now. */
  forget(): void {
    this.#steps = new Map();
  }

  /** Has git compare the commits from there on for regions that may have to be followed. */
  prepare(commit: string): void {
    // Who follows a region is told what failed.
    this.#stepsSince(commit).catch(() => undefined);
  }

  /** Follows a region of the text at `commit` to HEAD. Undefined where HEAD does not come from there. */
  async from(region: Region, commit: string): Promise<Walked | undefined> {
    const steps = await this.#stepsSince(commit);
    if (steps === undefined) return undefined;
    let footing = startingAt(region);
    let path: string | undefined = region.file.path;
    const names = new Set<string>();
    let start = 0;
    for (let search = 0; search <= MOST_SEARCHES; search++) {
      const way = wayOf(path, steps, start);
      for (const { from } of way) if (from !== undefined) names.add(from);
      const lost = await this.#along(footing, way, (next) => (footing = next));
      path = way.at(-1)?.path ?? path;
      if (way.at(-1)?.kind === "deleted") path = undefined;
      if (lost === undefined || search === MOST_SEARCHES) break;
      const found = await this.#elsewhere(footing, steps[lost], way);
      if (found === undefined) break;
      footing = found;
      path = found.region.file.path;
      start = lost + 1;
    }
    const last = path;
    const renames = new Map(last === undefined ? [] : [...names].map((name) => [name, last] as const));
    if (last !== undefined) renames.delete(last);
    return { footing, path, renames };
  }

  async #stepsSince(commit: string): Promise<readonly Step[] | undefined> {
    for (const known of this.#steps.values()) {
      const steps = await known;
      const at = steps?.findIndex((step) => step.commit === commit) ?? -1;
      if (at >= 0) return steps?.slice(at + 1);
    }
    const asked =
      this.#steps.get(commit) ?? this.#history.stepsSince(commit).then((steps) => steps?.map(indexed));
    this.#steps.set(commit, asked);
    return asked;
  }

  /** Goes along a file's changes. Answers with the step at which the region left the file, where it did and did not come back. */
  async #along(
    start: Footing,
    way: readonly Waypoint[],
    reached: (footing: Footing) => void,
  ): Promise<number | undefined> {
    const texts = await this.#filesOf(spread(way.filter(({ object }) => object !== undefined)));
    let footing = start;
    let lost: number | undefined;
    for (const point of way) {
      const file = texts.get(point);
      if (point.kind === "deleted") lost ??= point.step;
      if (file === undefined) continue;
      const renames = new Map([[footing.region.file.path, file.path]]);
      const next = advance(footing, { files: [file], renames });
      if (next === footing) lost ??= point.step;
      else lost = undefined;
      footing = next;
    }
    reached(footing);
    return lost;
  }

  /** Looks for a region in the other files that a commit wrote. */
  async #elsewhere(
    footing: Footing,
    step: Step | undefined,
    way: readonly Waypoint[],
  ): Promise<Footing | undefined> {
    const ending = endingOf(footing.region.file.path);
    const own = new Set(way.map(({ path }) => path));
    const others = (step?.changes ?? [])
      .filter(({ object, path }) => object !== undefined && !own.has(path))
      .sort((one, other) => likeness(other, ending) - likeness(one, ending))
      .slice(0, MOST_FILES);
    if (others.length === 0) return undefined;
    const files = [...(await this.#filesOf(others)).values()];
    const next = advance(footing, { files });
    return next === footing ? undefined : next;
  }

  async #filesOf<Change extends FileChange>(
    changes: readonly Change[],
  ): Promise<ReadonlyMap<Change, SourceFile>> {
    const files = new Map<Change, SourceFile>();
    const wanted: { readonly change: Change; readonly object: string }[] = [];
    for (const change of changes) {
      const ready = this.#ready.get(keyOf(change));
      if (ready !== undefined) files.set(change, ready);
      else if (change.object !== undefined) wanted.push({ change, object: change.object });
    }
    const texts = wanted.length === 0 ? [] : await this.#texts.texts(wanted);
    for (const [at, { change }] of wanted.entries()) {
      const text = texts[at];
      if (text?.kind === "text") files.set(change, this.#keep(change, text.text));
    }
    return files;
  }

  #keep(change: FileChange, text: string): SourceFile {
    const key = keyOf(change);
    const file = this.#ready.get(key) ?? new SourceFile(change.path, text);
    this.#ready.set(key, file);
    return file;
  }
}

const keyOf = ({ object = "", path }: FileChange): string => `${object} ${path}`;

interface Step extends HistoryStep {
  /** What became of the file that had a path before the step. */
  readonly of: (path: string) => FileChange | undefined;
}

function indexed({ commit, changes }: HistoryStep): Step {
  const byPath = new Map(changes.map((change) => [change.path, change]));
  for (const change of changes)
    if (change.kind === "renamed" && change.from !== undefined) byPath.set(change.from, change);
  return { commit, changes, of: (path) => byPath.get(path) };
}

/** A change of the file that is followed, and the number of its step. */
interface Waypoint extends FileChange {
  readonly step: number;
}

/** The changes of a file from a step on, under each name that it gets. */
function wayOf(start: string | undefined, steps: readonly Step[], from: number): readonly Waypoint[] {
  const way: Waypoint[] = [];
  let path = start;
  for (let step = from; step < steps.length && path !== undefined; step++) {
    const change = steps[step]?.of(path);
    if (change === undefined) continue;
    way.push({ ...change, step });
    // What is deleted may be written again later, under the same name.
    path = change.path;
  }
  return way;
}

/** At most {@link MOST_TEXTS} of them, the last one included. */
const spread = <Item>(items: readonly Item[]): readonly Item[] =>
  items.length <= MOST_TEXTS
    ? items
    : Array.from(
        { length: MOST_TEXTS },
        (_, at) => items[Math.floor(((at + 1) * items.length) / MOST_TEXTS) - 1],
      ).flatMap((item) => item ?? []);

const endingOf = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? "";

/** Code that leaves its file goes to one of its language, and more often to a new one. */
const likeness = ({ kind, path }: FileChange, ending: string): number =>
  (endingOf(path) === ending ? 2 : 0) + (kind === "added" ? 1 : 0);
