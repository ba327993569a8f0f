import * as z from "zod/mini";
import { command, lineOfText } from "../command.ts";
import { ObjectFormat } from "../object-id.ts";

const flags = ["--is-bare-repository", "--is-inside-git-dir", "--show-object-format"] as const;
const Answer = z.tuple([z.enum(["true", "false"]), z.enum(["true", "false"]), ObjectFormat]);

/** What kind of repository the folder is in. */
export const describeRepository = () =>
  command({
    args: ["rev-parse", ...flags],
    read: ({ stdout }) => {
      const [bare, inside, objectFormat] = Answer.parse(lineOfText(stdout).split("\n"));
      return { isBare: bare === "true", isInsideGitFolder: inside === "true", objectFormat };
    },
  });
