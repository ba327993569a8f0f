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
    const left: { readonly anchor: Anchor; readonly own: WorkFileState }[] = [];
    for (const anchor of anchors) {
      const own = await read(anchor.path);
      const answer = own.kind === "text" ? unchanged(anchor, own) : undefined;
      if (answer === undefined) left.push({ anchor, own });
      else answers.set(anchor, answer);
    }
    const bases = await this.#bases(left.map(({ anchor }) => anchor));
    const doubtful: Doubtful[] = [];
    for (const { anchor, own } of left) {
      const base = bases.get(anchor);
      const answer = base === undefined ? orphaned(anchor, { kind: "not shared" }) : sure(anchor, base, own);
      if (answer !== undefined) answers.set(anchor, answer);
      else if (base !== undefined) doubtful.push({ anchor, own, base });
    }
    for (let from = 0; from < doubtful.length; from += AT_ONCE)
      await this.#followSome(doubtful.slice(from, from + AT_ONCE), read, answers);
    return anchors.map((anchor) => answers.get(anchor) ?? orphaned(anchor, { kind: "gone" }));
  }

  /** The regions to start from: in the text of the commit, where this clone has it; else in what the anchors quote. */
  async #bases(anchors: readonly Anchor[]): Promise<ReadonlyMap<Anchor, Base>> {
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
    const holding = await this.#history.filesWith(
      left.map(({ footing }) => tellingParts(footing.region)),
      MOST_FILES,
    );
    for (const [at, one] of left.entries()) {
      const { answer, files } = await arrival(one, holding[at] ?? [], read);
      const isLost = answer.status === "orphaned";
      answers.set(one.anchor, isLost ? await this.#lost(one, answer, files) : fromStart(answer, one.anchor));
    }
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

/** A region that its own file alone does not place. */
interface Doubtful {
  readonly anchor: Anchor;
  readonly own: WorkFileState;
  readonly base: Base;
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

/** The answer where the file of the anchor leaves no doubt. */
function sure(anchor: Anchor, { region }: Base, own: WorkFileState): Answer | undefined {
  if (own.kind !== "text") return undefined;
  const answer = trackStep(region, { files: [own.source] });
  return isSure(answer) ? fromStart(answer, anchor) : undefined;
}

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
