import { quotedRegion, regionIn } from "../anchoring/base-region.ts";
import { locateIn } from "../anchoring/locate.ts";
import { standsAsItWas } from "../anchoring/stands-as-it-was.ts";
import { tellingParts } from "../anchoring/telling-parts.ts";
import type { Answer, OrphanReason } from "../anchoring/tracking/answer.ts";
import type { Region } from "../anchoring/tracking/places.ts";
import { SourceFile } from "../anchoring/tracking/source-file.ts";
import { arrive, startingAt, trackStep } from "../anchoring/tracking/track.ts";
import type { Footing } from "../anchoring/tracking/track.ts";
import type { Anchor } from "../domain/anchor.ts";
import type { CodeHistory } from "./code-history.ts";
import { CodeWalk } from "./code-walk.ts";
import type { Walked } from "./code-walk.ts";
import type { ReadWorkFile, WorkFile, WorkFileState } from "./work-files.ts";

/** A place in the region's own file that is as likely as this makes history and other files needless. */
const SURE = 0.9;

/** Other files that are looked through for one region. */
const MOST_FILES = 8;

/** Branches that are named where HEAD does not have the code. */
const MOST_BRANCHES = 3;

/** Anchors whose texts are read at once, while those before are compared. */
const READ_AT_ONCE = 16;

/** Regions that are followed side by side, so that git is asked for all of them at once; the texts on their ways are held until then. */
const AT_ONCE = 100;

/** Of lines that stand as they were between lines that stand as they were. */
const UNTOUCHED = 0.995;

/**
 * Finds where the regions of anchors are now. What stands as it was needs the file alone. What was edited is compared with the text of the
 * commit that the note was made at; only where that leaves a doubt, the region is followed from commit to commit, and looked for in the
 * other files of the work tree.
 */
export class CodeFollower {
  readonly #history: CodeHistory;
  readonly #walk: CodeWalk;

  constructor(history: CodeHistory) {
    this.#history = history;
    this.#walk = new CodeWalk(history);
  }

  /** HEAD may be another commit now. */
  headMoved(): void {
    this.#walk.forget();
  }

  /** Where each of the anchors is, in their order. */
  async follow(anchors: readonly Anchor[], read: ReadWorkFile): Promise<readonly Answer[]> {
    const answers = new Map<Anchor, Answer>();
    const left: Left[] = [];
    for (const anchor of anchors) {
      const own = await read(anchor.path);
      const answer = own.kind === "text" ? unchanged(anchor, own) : undefined;
      if (answer === undefined) left.push({ anchor, own });
      else answers.set(anchor, answer);
    }
    // Anchors of one file together: it is read and compared once.
    left.sort((one, other) =>
      one.anchor.path < other.anchor.path ? -1 : Number(one.anchor.path > other.anchor.path),
    );
    const doubtful: Doubtful[] = [];
    for await (const { some, bases } of this.#withBases(left)) {
      for (const { anchor, own } of some) {
        const base = bases.get(anchor);
        if (base === undefined) {
          answers.set(anchor, orphaned(anchor, { kind: "not shared" }));
          continue;
        }
        const answer = own.kind === "text" ? trackStep(base.region, { files: [own.source] }) : undefined;
        if (answer !== undefined && isSure(answer)) {
          answers.set(anchor, fromStart(answer, anchor));
          continue;
        }
        doubtful.push({ anchor, own, base, isThere: answer !== undefined && answer.status !== "orphaned" });
        // git compares the commits while we compare texts.
        if (base.commit !== undefined) this.#walk.prepare(base.commit);
      }
    }
    for (let from = 0; from < doubtful.length; from += AT_ONCE)
      await this.#followSome(doubtful.slice(from, from + AT_ONCE), read, answers);
    return anchors.map((anchor) => answers.get(anchor) ?? orphaned(anchor, { kind: "gone" }));
  }

  /** Anchors with the regions to start from, some at a time: the next texts are read while those before are compared. */
  async *#withBases(left: readonly Left[]) {
    const some = (from: number) => left.slice(from, from + READ_AT_ONCE);
    let reading = this.#bases(some(0));
    for (let from = 0; from < left.length; from += READ_AT_ONCE) {
      const bases = await reading;
      reading = inAdvance(this.#bases(some(from + READ_AT_ONCE)));
      yield { some: some(from), bases };
    }
  }

  /** The regions to start from: in the text of the commit, where this clone has it; else in what the anchors quote. */
  async #bases(left: readonly Left[]): Promise<ReadonlyMap<Anchor, Base>> {
    const anchors = left.map(({ anchor }) => anchor);
    const committed = anchors.flatMap((anchor) =>
      anchor.commit === undefined ? [] : { anchor, commit: anchor.commit, path: anchor.path },
    );
    const texts = committed.length === 0 ? [] : await this.#history.texts(committed);
    const bases = new Map<Anchor, Base>();
    const files = new Map<string, SourceFile>();
    for (const [at, { anchor, commit, path }] of committed.entries()) {
      const text = texts[at];
      if (text?.kind !== "text") continue;
      const key = `${commit} ${path}`;
      const file = files.get(key) ?? new SourceFile(path, text.text);
      files.set(key, file);
      const region = regionIn(anchor, text.text, file);
      if (region !== undefined) bases.set(anchor, { region, commit: anchor.commit });
    }
    for (const anchor of anchors) {
      if (bases.has(anchor)) continue;
      const region = quotedRegion(anchor);
      if (region !== undefined) bases.set(anchor, { region, commit: undefined });
    }
    return bases;
  }

  async #followSome(
    some: readonly Doubtful[],
    read: ReadWorkFile,
    answers: Map<Anchor, Answer>,
  ): Promise<void> {
    // Of what its own file has in doubt, the way seldom says more: the work tree is searched meanwhile.
    const early = some.filter(({ isThere }) => isThere);
    const searching = inAdvance(this.#holders(early.map(({ anchor, base }) => [anchor, base.region])));
    const walks: readonly Followed[] = await Promise.all(
      some.map(async (one) => {
        const { region, commit } = one.base;
        const walked = commit === undefined ? undefined : await this.#walk.from(region, commit);
        return { ...one, walked, footing: walked?.footing ?? startingAt(region) };
      }),
    );
    const left: Followed[] = [];
    for (const one of walks) {
      const { answer } = await arrival(one, [], read);
      if (isSure(answer)) answers.set(one.anchor, fromStart(answer, one.anchor));
      else left.push(one);
    }
    if (left.length === 0) return;
    const late = left.filter(({ isThere }) => !isThere);
    const [found, foundLate] = await Promise.all([
      left.length === late.length ? undefined : searching,
      this.#holders(late.map(({ anchor, footing }) => [anchor, footing.region])),
    ]);
    for (const one of left) {
      const { anchor } = one;
      const holders = foundLate.get(anchor) ?? found?.get(anchor) ?? [];
      const { answer, files } = await arrival(one, holders, read);
      const isLost = answer.status === "orphaned";
      answers.set(anchor, isLost ? await this.#lost(one, answer, files) : fromStart(answer, anchor));
    }
  }

  /** For each region the files of the work tree that may hold it. */
  async #holders(
    regions: readonly (readonly [Anchor, Region])[],
  ): Promise<ReadonlyMap<Anchor, readonly string[]>> {
    const parts = regions.map(([, region]) => tellingParts(region));
    const paths = regions.length === 0 ? [] : await this.#history.filesWith(parts, MOST_FILES);
    return new Map(regions.map(([anchor], at) => [anchor, paths[at] ?? []]));
  }

  /** Why there is no place, as well as can be said. */
  async #lost(
    { anchor, own, base: { commit }, walked }: Doubtful & { readonly walked: Walked | undefined },
    answer: Extract<Answer, { status: "orphaned" }>,
    files: readonly SourceFile[],
  ): Promise<Answer> {
    if (own.kind !== "text" && own.kind !== "missing") return orphaned(anchor, { kind: whyNot(own) });
    if (answer.reason.kind !== "tie" && walked === undefined && commit !== undefined) {
      const branches = await this.#history.branchesWith(commit, MOST_BRANCHES);
      if (branches.length > 0) return orphaned(anchor, { kind: "other branch", branches });
    }
    return files.length === 0 ? orphaned(anchor, { kind: whyNot(own) }) : fromStart(answer, anchor);
  }
}

/** What is waited for later, or never: a failure is told to whoever waits. */
function inAdvance<Value>(asked: Promise<Value>): Promise<Value> {
  asked.catch(() => undefined);
  return asked;
}

/** An anchor whose lines do not stand in its file as they were. */
interface Left {
  readonly anchor: Anchor;
  readonly own: WorkFileState;
}

/** A region that its own file alone does not place. */
interface Doubtful extends Left {
  readonly base: Base;
  /** Whether that file has a place where it may be. */
  readonly isThere: boolean;
}

interface Followed extends Doubtful {
  readonly walked: Walked | undefined;
  readonly footing: Footing;
}

/** Where a region that was followed to HEAD is in the work tree: in its files, or in `others`. */
async function arrival(
  { anchor, base, walked, footing }: Followed,
  others: readonly string[],
  read: ReadWorkFile,
): Promise<{ readonly answer: Answer; readonly files: readonly SourceFile[] }> {
  const files = await sourcesOf([anchor.path, walked?.path, footing.region.file.path, ...others], read);
  const renames = walked?.renames ?? new Map<string, string>();
  return { answer: arrive(base.region, footing, { files, renames }), files };
}

const isSure = (answer: Answer): boolean => answer.status !== "orphaned" && answer.confidence >= SURE;

/** Those of the files that are text, each once. */
async function sourcesOf(
  paths: readonly (string | undefined)[],
  read: ReadWorkFile,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of new Set(paths)) {
    const file = path === undefined ? undefined : await read(path);
    if (file?.kind === "text") files.push(file.source);
  }
  return files;
}

interface Base {
  readonly region: Region;
  /** The commit whose text the region is in; undefined where it is in no more than what the anchor quotes. */
  readonly commit: string | undefined;
}

/** Lines that stand where nothing else can be meant. */
function unchanged(anchor: Anchor, file: WorkFile): Answer | undefined {
  const startLine = standsAsItWas(anchor, file.text) ?? certainLine(anchor, file);
  if (startLine === undefined) return undefined;
  return {
    status: "found",
    path: anchor.path,
    startLine,
    endLine: startLine + anchor.endLine - anchor.startLine,
    confidence: UNTOUCHED,
    reason: {
      kind: "followed",
      from: undefined,
      shiftedBy: startLine - anchor.startLine,
      renamed: undefined,
      lines: { changed: 0, added: 0, removed: 0, onlyFormatting: false },
    },
  };
}

function certainLine(anchor: Anchor, { lines }: WorkFile): number | undefined {
  const location = locateIn(anchor, lines);
  return location.kind === "found" && location.certain ? location.startLine : undefined;
}

/** The answer as seen from the anchor, whatever text the search began in. */
function fromStart(answer: Answer, anchor: Anchor): Answer {
  if (answer.status === "orphaned") return { ...answer, lastSeen: anchor };
  const { startLine, reason } = answer;
  return { ...answer, reason: { ...reason, shiftedBy: startLine - anchor.startLine } };
}

const orphaned = ({ path, startLine, endLine }: Anchor, reason: OrphanReason): Answer => ({
  status: "orphaned",
  lastSeen: { path, startLine, endLine },
  confidence: 1,
  reason,
});

/** Why there is nothing to look in. */
function whyNot(own: WorkFileState): "no file" | "not text" | "too large" {
  if (own.kind === "tooLarge") return "too large";
  return own.kind === "notText" ? "not text" : "no file";
}
