import { streamed } from "../command.ts";
import { NEWLINE, Parts } from "../parts.ts";
import type { ObjectId } from "../object-id.ts";

/**
 * Hands over the merges that come after `since` and lead to `head`, whichever parent they descend by (git-rev-list(1), --ancestry-path).
 * Answers whether both commits are here.
 */
export const mergesBetween = (since: ObjectId, head: ObjectId, each: (merge: ObjectId) => void) =>
  streamed<boolean>({
    args: ["rev-list", "--ancestry-path", "--merges", head, `^${since}`, "--"],
    okExit: [0, 128],
    reader: () => {
      const lines = new Parts(NEWLINE, each);
      return {
        take: (chunk) => {
          lines.take(chunk);
        },
        finish: ({ exit }) => exit === 0,
      };
    },
  });
