import { command, partsOf } from "../command.ts";
import type { ObjectId } from "../object-id.ts";

/** Names of what stands at the top of a commit's tree, a folder's with a slash at its end. */
export const listTop = (commit: ObjectId) =>
  command({
    args: ["ls-tree", "-z", "--full-tree", commit],
    read: ({ stdout }) =>
      partsOf(stdout).map((part) => {
        const name = part.slice(part.indexOf("\t") + 1);
        return part.startsWith("040000 ") ? `${name}/` : name;
      }),
  });
