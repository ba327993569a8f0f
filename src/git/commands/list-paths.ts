import { command, partsOf } from "../command.ts";
import type { ObjectId } from "../object-id.ts";

/** The paths of all files in a commit, in order. */
export const listPaths = (commit: ObjectId) =>
  command({
    args: ["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit],
    read: ({ stdout }) => partsOf(stdout),
  });
