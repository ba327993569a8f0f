import { tellingParts } from "../anchoring/telling-parts.ts";
import { SourceFile } from "../anchoring/tracking/source-file.ts";
import type { Answer, OrphanReason } from "../anchoring/tracking/answer.ts";
import type { Anchor } from "../domain/anchor.ts";
import type { CodeHistory, HistoryStep } from "./code-history.ts";
import type { CodeReader } from "./ports.ts";
import { folderOf } from "./folders.ts";

/** Files that are looked through for one that was renamed and is not committed yet. */
const MOST_FILES = 12;

/** Of what a file says, without white space, so much stands in lines of the file that it is now. As git has it (git-diff(1), -M). */
const SAME_FILE = 0.5;

/** Branches that are named where HEAD does not have the file. */
const MOST_BRANCHES = 3;

type Whole = "file" | "folder";

/**
 * Finds where whole files and folders are now. One that is where it was is asked no more of; another is followed through the renames that git
 * finds, a folder where most of its files went; a file that was renamed and is not committed yet is told by its lines.
 */
export class WholePlaces {
  readonly #code: CodeReader;
  readonly #history: CodeHistory;

  constructor(code: CodeReader, history: CodeHistory) {
    this.#code = code;
    this.#history = history;
  }

  async find(anchor: Anchor, whole: Whole): Promise<Answer> {
    const { path, commit } = anchor;
    if (await this.#isThere(path, whole)) return found(anchor, path);
    if (commit === undefined) return lost(anchor, { kind: "no file" });
    const steps = await this.#history.stepsSince(commit);
    const renamed = steps === undefined ? undefined : follow(path, whole, steps);
    if (renamed !== undefined && renamed !== path && (await this.#isThere(renamed, whole)))
      return found(anchor, renamed);
    const moved = whole === "file" ? await this.#byItsLines(anchor, commit) : undefined;
    if (moved !== undefined) return found(anchor, moved);
    const branches = steps === undefined ? await this.#history.branchesWith(commit, MOST_BRANCHES) : [];
    return lost(anchor, branches.length > 0 ? { kind: "other branch", branches } : { kind: "no file" });
  }

  async #isThere(path: string, whole: Whole): Promise<boolean> {
    return (await this.#code.kindOf(path)) === whole;
  }

  /** The only file of the work tree that holds most of the lines that the file had. */
  async #byItsLines({ path }: Anchor, commit: string): Promise<string | undefined> {
    const [text] = await this.#history.texts([{ commit, path }]);
    if (text?.kind !== "text") return undefined;
    const was = new SourceFile(path, text.text);
    if (was.tooLarge || was.count === 0) return undefined;
    const parts = tellingParts({ file: was, startLine: 1, endLine: was.count });
    const [paths = []] = await this.#history.filesWith([parts], MOST_FILES);
    const alike: string[] = [];
    for (const other of paths) {
      const now = await this.#code.read(other);
      if (now.kind === "text" && isSame(was, new SourceFile(other, now.text))) alike.push(other);
    }
    return alike.length === 1 ? alike[0] : undefined;
  }
}

function isSame(was: SourceFile, now: SourceFile): boolean {
  let all = 0;
  let kept = 0;
  for (const [row, key] of was.keys.entries()) {
    if (was.isBlank(row)) continue;
    all += key.length;
    if (now.rowsByKey.has(key)) kept += key.length;
  }
  return all > 0 && kept >= SAME_FILE * all;
}

/** The path that a file or folder has after some commits, as far as they rename it: what is deleted may be written again under its name. */
function follow(start: string, whole: Whole, steps: readonly HistoryStep[]): string {
  let path = start;
  for (const { changes } of steps) {
    const now = path;
    path =
      whole === "folder"
        ? folderAfter(now, changes)
        : (changes.find(({ kind, from }) => kind === "renamed" && from === now)?.path ?? now);
  }
  return path;
}

/** Where most of the files of a folder were moved by one commit; the folder itself where none were. */
function folderAfter(folder: string, changes: HistoryStep["changes"]): string {
  const votes = new Map<string, number>();
  for (const { kind, from, path } of changes) {
    if (kind !== "renamed" || from === undefined || !from.startsWith(`${folder}/`)) continue;
    const inner = from.slice(folder.length);
    // A file that kept its name within the folder tells where the folder went; one that did not, where its own folder did.
    const to = path.endsWith(inner) ? path.slice(0, -inner.length) : folderOf(path);
    votes.set(to, (votes.get(to) ?? 0) + 1);
  }
  const [most, second] = [...votes].sort(([, one], [, other]) => other - one);
  return most === undefined || most[0] === "" || most[1] === second?.[1] ? folder : most[0];
}

const found = ({ path: from }: Anchor, path: string): Answer => ({
  status: "found",
  path,
  startLine: 1,
  endLine: 1,
  confidence: 1,
  reason: {
    kind: "followed",
    from: path === from ? undefined : { path: from, how: "renamed" },
    shiftedBy: 0,
    renamed: undefined,
    lines: { changed: 0, added: 0, removed: 0, onlyFormatting: false },
  },
});

const lost = ({ path }: Anchor, reason: OrphanReason): Answer => ({
  status: "orphaned",
  lastSeen: { path, startLine: 1, endLine: 1 },
  confidence: 1,
  reason,
});
