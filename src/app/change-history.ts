import type { Cancel } from "../base/cancel.ts";

/**
 * A commit that is no merge, as far as it tells how code changes. Who made it stays in git: a number stands for each person, and means
 * nothing outside of the history that it came from.
 */
export interface CodeCommit {
  readonly id: string;
  /** When it was committed, in seconds since 1970. */
  readonly at: number;
  /** The same number, the same person. Undefined for a program that commits by itself. */
  readonly author: number | undefined;
  /** The first line of its message. */
  readonly subject: string;
  /** What it did to files; where one file or some lines were asked for, to that file. */
  readonly files: readonly TouchedFile[];
}

export interface TouchedFile {
  /** From the top, with `/`; where it is afterwards, or was, when it was deleted. */
  readonly path: string;
  /** Where it was before, when it was renamed. */
  readonly from: string | undefined;
}

/** Lines of a file, from 1, both included. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/** How a reading ended. */
export type Reading =
  /** `cut`: this clone has only the last part of the history (a shallow clone), so what came before is not known. */
  | { readonly kind: "read"; readonly cut: boolean }
  /** The commit is not here, or files that would have to be compared are not (a partial clone). */
  | { readonly kind: "notHere" }
  | { readonly kind: "tooLong" };

export interface ReadOptions {
  readonly signal?: Cancel | undefined;
}

/**
 * The changes of the user's code, for counting. Commits are handed over one by one while they are read, newest first, and kept by nobody here.
 * Merges are left out: what they bring in is counted where it was made. Nothing is written, fetched or run. A signal that aborts rejects with its reason.
 */
export interface ChangeHistory {
  /** The commits that lead to `head`; those after `since` (seconds since 1970) alone, where it is given, and the newest `most` at most. */
  commits(
    head: string,
    range: { readonly since?: number | undefined; readonly most: number },
    each: (commit: CodeCommit) => void,
    options?: ReadOptions,
  ): Promise<Reading>;
  /** The commits that changed a file of `head`, under whatever name it had. */
  commitsOf(
    head: string,
    path: string,
    each: (commit: CodeCommit) => void,
    options?: ReadOptions,
  ): Promise<Reading>;
  /** The commits that changed some lines of a file of `head`; their `files` are empty. "notHere" where it has no such lines. */
  commitsOfLines(
    head: string,
    path: string,
    lines: LineRange,
    each: (commit: CodeCommit) => void,
    options?: ReadOptions,
  ): Promise<Reading>;
  /** The files that each of some commits changed, no renames looked for, in the order of `commits`. */
  filesOf(
    commits: readonly string[],
    each: (commit: string, paths: readonly string[]) => void,
    options?: ReadOptions,
  ): Promise<Reading>;
}
