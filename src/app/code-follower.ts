import { quotedRegion, regionIn } from "../anchoring/base-region.ts";
import { locateIn } from "../anchoring/locate.ts";
import { tellingParts } from "../anchoring/telling-parts.ts";
import type { Answer, OrphanReason } from "../anchoring/tracking/answer.ts";
import type { Region } from "../anchoring/tracking/places.ts";
import type { SourceFile } from "../anchoring/tracking/source-file.ts";
import { arrive, startingAt, trackStep } from "../anchoring/tracking/track.ts";
import type { Anchor } from "../domain/anchor.ts";
import type { CodeHistory } from "./code-history.ts";
import { CodeWalk } from "./code-walk.ts";
import type { ReadWorkFile, WorkFileState } from "./work-files.ts";

/** A place in the region's own file that is as likely as this makes history and other files needless. */
const SURE = 0.9;

/** Other files that are looked through for one region. */
const MOST_FILES = 8;

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
      const answer = own.kind === "text" ? unchanged(anchor, own.lines) : undefined;
      if (answer === undefined) left.push({ anchor, own });
      else answers.set(anchor, answer);
    }
    const bases = await this.#bases(left.map(({ anchor }) => anchor));
    for (const { anchor, own } of left) {
      answers.set(anchor, await this.#followOne(anchor, bases.get(anchor), own, read));
    }
    return anchors.map((anchor) => answers.get(anchor) ?? orphaned(anchor, { kind: "gone" }));
  }

  /** The regions to start from: in the text of the commit, where this clone has it; else in what the anchors quote. */
  async #bases(anchors: readonly Anchor[]): Promise<ReadonlyMap<Anchor, Base>> {
    const committed = anchors.flatMap((anchor) =>
      anchor.commit === undefined ? [] : { anchor, commit: anchor.commit, path: anchor.path },
    );
    const texts = committed.length === 0 ? [] : await this.#history.texts(committed);
    const bases = new Map<Anchor, Base>();
    for (const [at, { anchor }] of committed.entries()) {
      const text = texts[at];
      const region = text?.kind === "text" ? regionIn(anchor, text.text) : undefined;
      if (region !== undefined) bases.set(anchor, { region, commit: anchor.commit });
    }
    for (const anchor of anchors) {
      if (bases.has(anchor)) continue;
      const region = quotedRegion(anchor);
      if (region !== undefined) bases.set(anchor, { region, commit: undefined });
    }
    return bases;
  }

  async #followOne(
    anchor: Anchor,
    base: Base | undefined,
    own: WorkFileState,
    read: ReadWorkFile,
  ): Promise<Answer> {
    if (base === undefined) return orphaned(anchor, { kind: "not shared" });
    const { region, commit } = base;
    if (own.kind === "text") {
      const answer = trackStep(region, { files: [own.source] });
      if (answer.status === "found" && answer.confidence >= SURE) return fromStart(answer, anchor);
    }
    const walked = commit === undefined ? undefined : await this.#walk.from(region, commit);
    const footing = walked?.footing ?? startingAt(region);
    const files = await this.#whereItMayBe(
      anchor,
      [walked?.path, footing.region.file.path],
      footing.region,
      read,
    );
    const answer = arrive(region, footing, { files, renames: walked?.renames ?? new Map() });
    if (answer.status === "orphaned" && files.length === 0) return orphaned(anchor, { kind: whyNot(own) });
    if (answer.status === "orphaned" && own.kind !== "text" && own.kind !== "missing")
      return orphaned(anchor, { kind: whyNot(own) });
    return fromStart(answer, anchor);
  }

  /** The files of the work tree that a region may be in now: its own, what that was renamed to, and those that hold lines of it. */
  async #whereItMayBe(
    anchor: Anchor,
    known: readonly (string | undefined)[],
    region: Region,
    read: ReadWorkFile,
  ): Promise<readonly SourceFile[]> {
    const parts = tellingParts(region);
    const holding = parts.length === 0 ? [] : await this.#history.filesWith(parts, MOST_FILES);
    const paths = new Set([anchor.path, ...known, ...holding]);
    const files: SourceFile[] = [];
    for (const path of paths) {
      const file = path === undefined ? undefined : await read(path);
      if (file?.kind === "text") files.push(file.source);
    }
    return files;
  }
}

interface Base {
  readonly region: Region;
  /** The commit whose text the region is in; undefined where it is in no more than what the anchor quotes. */
  readonly commit: string | undefined;
}

/** Lines that stand where nothing else can be meant. */
function unchanged(anchor: Anchor, file: Parameters<typeof locateIn>[1]): Answer | undefined {
  const location = locateIn(anchor, file);
  if (location.kind !== "found" || !location.certain) return undefined;
  return {
    status: "found",
    path: anchor.path,
    startLine: location.startLine,
    endLine: location.endLine,
    confidence: UNTOUCHED,
    reason: {
      kind: "followed",
      from: undefined,
      shiftedBy: location.startLine - anchor.startLine,
      renamed: undefined,
      lines: { changed: 0, added: 0, removed: 0, onlyFormatting: false },
    },
  };
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
