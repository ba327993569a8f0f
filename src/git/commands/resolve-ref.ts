import { command, lineOfText } from "../command.ts";
import { ObjectId } from "../object-id.ts";

/** What a ref points at; undefined where there is none. */
export const resolveRef = (ref: string) =>
  command<ObjectId | undefined>({
    args: ["rev-parse", "--verify", "--quiet", ref],
    okExit: [0, 1],
    read: ({ exit, stdout }) => (exit === 0 ? ObjectId.parse(lineOfText(stdout)) : undefined),
  });
