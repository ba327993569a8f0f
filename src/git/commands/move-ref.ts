import { command } from "../command.ts";
import type { ObjectId } from "../object-id.ts";

/**
 * Moves `ref` only if it still points at `expected` (git-update-ref(1)). Exit 128 is a ref that moved or is being moved ("moved"), and much
 * else, which is told as git says it.
 */
export const moveRef = (ref: string, to: ObjectId, expected: ObjectId) =>
  command<"done" | "moved" | "locked" | { readonly refused: string }>({
    args: ["update-ref", "--end-of-options", ref, to, expected],
    okExit: [0, 1, 128],
    read: ({ exit, stderr }) => {
      if (exit === 0) return "done";
      if (/but expected|reference already exists|unable to resolve reference/.test(stderr)) return "moved";
      if (/\.lock': File exists/.test(stderr)) return "locked";
      return { refused: stderr.trim() };
    },
  });
