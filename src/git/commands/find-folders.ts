import { command, lineOfText } from "../command.ts";

/** Top of the work tree that the folder is in, absolute. */
export const findTop = () =>
  command({ args: ["rev-parse", "--show-toplevel"], read: ({ stdout }) => lineOfText(stdout) });

/** The git folder that all work trees of the repository share, absolute. */
export const findCommonFolder = () =>
  command({
    args: ["rev-parse", "--path-format=absolute", "--git-common-dir"],
    read: ({ stdout }) => lineOfText(stdout),
  });
