import { command } from "../command.ts";
import { ObjectId } from "../object-id.ts";

/** The commit that holds our state, and its message; undefined where nothing was ever synced or put away. */
export const readStateRef = (ref: string) =>
  command<{ readonly commit: ObjectId; readonly message: string } | undefined>({
    args: ["for-each-ref", "--format=%(objectname)%00%(contents)", ref],
    read: ({ stdout }) => {
      const text = Buffer.from(stdout).toString("utf8");
      const end = text.indexOf("\0");
      return end === -1
        ? undefined
        : { commit: ObjectId.parse(text.slice(0, end)), message: text.slice(end + 1) };
    },
  });
