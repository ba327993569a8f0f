import { command, textOf } from "../command.ts";
import type { GitOutput } from "../command.ts";
import { REMOTE_NAME } from "../handed-over-settings.ts";

/** 1 min: a question of one line. */
const LIMIT_MS = 60_000;

/** Asks the remote where one of its branches is, and fetches nothing; undefined where it has none of that name. */
export const findBranch = (ref: string) =>
  command<{ readonly output: GitOutput; readonly commit: string | undefined }>({
    args: ["ls-remote", "--quiet", REMOTE_NAME, ref],
    limitMs: LIMIT_MS,
    okExit: "any",
    read: (output) => {
      const line = textOf(output.stdout)
        .split("\n")
        .find((one) => one.endsWith(`\t${ref}`));
      return { output, commit: line === undefined ? undefined : /^[0-9a-f]+/.exec(line)?.[0] };
    },
  });
