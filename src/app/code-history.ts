import type { Moment } from "../domain/dates.ts";
import type { CodeText } from "./ports.ts";

/** A file of a commit, by its path from the top; or a text by its object's id. */
export type CodeObject = { readonly commit: string; readonly path: string } | { readonly object: string };

/** What a commit did to one file. Paths are from the top, with `/`. */
export interface FileChange {
  readonly kind: "added" | "changed" | "deleted" | "renamed";
  /** Where it is afterwards; where it was, when it was deleted. */
  readonly path: string;
  /** Where it was before, when it was renamed. */
  readonly from: string | undefined;
  /** The object's id afterwards; undefined when it was deleted, or is no text (a link, a submodule). */
  readonly object: string | undefined;
}

export interface HistoryStep {
  readonly commit: string;
  readonly changes: readonly FileChange[];
}

/** A commit as people speak of it. */
export interface RecentCommit {
  /** Its first line, as it was written. */
  readonly subject: string;
  /** When it was committed, in the zone of who did. */
  readonly at: Moment;
}

/** Questions to the history of the user's code. Nothing here writes to the repository, checks anything out, or goes over a network. */
export interface CodeHistory {
  /**
   * The texts, in the order asked for, in two questions however many they are. "missing" where this clone does not have it: never fetched, shallow, partial, or nobody
   * ever made it.
   */
  texts(asked: readonly CodeObject[]): Promise<readonly CodeText[]>;
  /**
   * For each list of parts the files of the work tree, tracked or not but not ignored, that hold lines which contain one of its parts (case
   * counts, nothing is a pattern), those with most such lines first, at most `limit`; all lists in one process. Empty where it takes too long.
   */
  filesWith(parts: readonly (readonly string[])[], limit: number): Promise<readonly (readonly string[])[]>;
  /**
   * The commits from `commit` (left out) to HEAD along the first parents, oldest first, each compared with its first parent, renames
   * found. Where `commit` came in by a merge, that merge is the first step. Undefined where it is no ancestor of HEAD, is not here, or the
   * way is longer than is looked through.
   */
  stepsSince(commit: string): Promise<readonly HistoryStep[] | undefined>;
  /**
   * Names of branches that lead to a commit, as people write them ("feature", "origin/feature"), at most `limit`. Empty where none does, the
   * commit is not here, or it takes too long.
   */
  branchesWith(commit: string, limit: number): Promise<readonly string[]>;
  /**
   * The last commits up to HEAD that touched one of these files, newest first, at most `limit`. Whose they are is not asked. Empty where there
   * are none, or it takes too long.
   */
  recentCommits(paths: readonly string[], limit: number): Promise<readonly RecentCommit[]>;
}
