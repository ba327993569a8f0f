import type { FileChange, HistoryStep } from "../../app/code-history.ts";
import { streamed } from "../command.ts";
import { NUL, Parts } from "../parts.ts";
import type { CommitAndParent } from "./list-first-parents.ts";

export interface CompareOptions {
  /** "similar" reads the files; where one of them is not here, the answer is "notHere". "equal" needs none. */
  readonly renames: "similar" | "equal";
  /** Files that one commit may change before those that it adds are left out. */
  readonly maxChanges: number;
  /** Changes of all commits together before the answer is "tooMany". */
  readonly maxChangesInAll: number;
  readonly limitMs: number;
}

/**
 * Renames among files that are not equal are looked for up to this many on either side; beyond it only among those of the same name
 * (diffcore-rename.c). git itself takes 1,000 since 2.34, which is seconds for one commit; 400 was its own for fifteen years.
 */
const RENAME_LIMIT = 400;

/** Each commit compared with its first parent, in the order given (git-diff-tree(1), --stdin). */
export const compareCommits = (
  commits: readonly CommitAndParent[],
  { renames, maxChanges, maxChangesInAll, limitMs }: CompareOptions,
) =>
  streamed<readonly HistoryStep[] | "notHere" | "tooMany">({
    args: [
      "diff-tree",
      "--stdin",
      "-r",
      "-z",
      "--raw",
      "--no-abbrev",
      renames === "similar" ? "--find-renames=50%" : "--find-renames=100%",
      `-l${RENAME_LIMIT}`,
    ],
    // With its parent a commit is compared with that one alone, merge or not.
    input: Buffer.from(commits.map((pair) => `${pair.join(" ")}\n`).join(""), "utf8"),
    limitMs,
    okExit: [0, 128],
    reader: () => {
      const changed = new Map<string, FileChange[]>();
      let ofCommit: FileChange[] = [];
      let isTooMuch = false;
      let header: Header | undefined;
      let from: string | undefined;
      let kept = 0;
      // The same paths come again and again: one string for all of them.
      const names = new Map<string, string>();
      const nameOf = (path: string) => {
        const known = names.get(path);
        if (known === undefined) names.set(path, path);
        return known ?? path;
      };
      const keep = (change: FileChange | undefined) => {
        if (change === undefined || (isTooMuch && change.kind === "added")) return;
        if (ofCommit.length === maxChanges && !isTooMuch) {
          isTooMuch = true;
          const others = ofCommit.filter(({ kind }) => kind !== "added");
          kept -= ofCommit.length - others.length;
          ofCommit.splice(0, ofCommit.length, ...others);
          if (change.kind === "added") return;
        }
        kept += 1;
        if (kept <= maxChangesInAll) ofCommit.push(change);
      };
      const parts = new Parts(NUL, (part) => {
        if (header === undefined) {
          header = headerOf(part);
          if (header !== undefined) return;
          ofCommit = [];
          isTooMuch = false;
          changed.set(part, ofCommit);
          return;
        }
        if (header.status === "R" && from === undefined) {
          from = nameOf(part);
          return;
        }
        keep(changeOf(header, nameOf(part), from));
        header = undefined;
        from = undefined;
      });
      return {
        take: (chunk) => {
          parts.take(chunk);
        },
        finish: ({ exit }) => {
          if (exit !== 0) return "notHere";
          if (kept > maxChangesInAll) return "tooMany";
          // Commits that change nothing are not in the answer.
          return commits.map(([commit]) => ({ commit, changes: changed.get(commit) ?? [] }));
        },
      };
    },
  });

interface Header {
  readonly status: string;
  /** Undefined where there is no text afterwards. */
  readonly object: string | undefined;
}

// ":<mode> <mode> <object> <object> <status>", then one path or two in parts of their own (git-diff(1), raw output format with -z)
const raw = /^:\d{6} (\d{6}) [0-9a-f]{40,64} ([0-9a-f]{40,64}) ([A-Z])\d*$/;

/** Undefined for a line that names the commit. */
function headerOf(part: string): Header | undefined {
  const [, mode = "", object, status] = raw.exec(part) ?? [];
  if (status === undefined) return undefined;
  return { status, object: mode.startsWith("100") ? object : undefined };
}

/** Undefined where the file has no name that can be said: bytes that are not UTF-8 came out as U+FFFD. */
function changeOf(
  { status, object }: Header,
  path: string,
  from: string | undefined,
): FileChange | undefined {
  const isSayable = !path.includes("\uFFFD");
  if (from !== undefined && !from.includes("\uFFFD")) {
    return isSayable
      ? { kind: "renamed", path, from, object }
      : { kind: "deleted", path: from, from: undefined, object: undefined };
  }
  if (!isSayable) return undefined;
  const kind = from !== undefined || status === "A" ? "added" : status === "D" ? "deleted" : "changed";
  return { kind, path, from: undefined, object };
}
