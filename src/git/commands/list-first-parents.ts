import { streamed } from "../command.ts";
import { NEWLINE, Parts } from "../parts.ts";
import type { ObjectId } from "../object-id.ts";

/** A commit, and its first parent where it has one. */
export type CommitAndParent = readonly [commit: ObjectId, parent?: ObjectId];

/**
 * The commits from `head` along the first parents, newest first, that are not reachable from a parent of `since`; at most `limit`. So
 * `since` itself is the last of them if it lies on the way. Undefined where one of the two is not here (git-rev-list(1)).
 */
export const listFirstParents = (head: ObjectId, since: ObjectId, limit: number) =>
  streamed<readonly CommitAndParent[] | undefined>({
    args: ["rev-list", "--first-parent", "--parents", `--max-count=${limit}`, head, `^${since}^@`, "--"],
    okExit: [0, 128],
    reader: () => {
      const commits: CommitAndParent[] = [];
      const lines = new Parts(NEWLINE, (line) => {
        const [commit = "", parent] = line.split(" ", 2);
        commits.push(parent === undefined ? [commit] : [commit, parent]);
      });
      return {
        take: (chunk) => {
          lines.take(chunk);
        },
        finish: ({ exit }) => (exit === 0 ? commits : undefined),
      };
    },
  });
