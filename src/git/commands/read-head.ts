import { command, lineOfText } from "../command.ts";

/** The commit that is checked out; undefined where there is none yet. */
export const readHeadCommit = () =>
  command<string | undefined>({
    args: ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"],
    okExit: [0, 1],
    read: ({ exit, stdout }) => (exit === 0 ? lineOfText(stdout) : undefined),
  });

/** Short name of the branch that is checked out; undefined where HEAD is detached. */
export const readHeadBranch = () =>
  command<string | undefined>({
    args: ["symbolic-ref", "--quiet", "--short", "HEAD"],
    okExit: [0, 1],
    read: ({ exit, stdout }) => (exit === 0 ? lineOfText(stdout) : undefined),
  });
