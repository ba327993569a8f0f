import { command, textOf } from "../command.ts";
import type { ObjectId } from "../object-id.ts";

/** 5 s: on a history so long that it takes longer, nobody waits for a name. */
const LIMIT_MS = 5_000;

/** The branches, here and as last seen on remotes, that lead to a commit: at most `limit`, the one committed to last first (git-for-each-ref(1)). */
export const branchesWith = (commit: ObjectId, limit: number) =>
  command<readonly string[]>({
    args: [
      "for-each-ref",
      `--contains=${commit}`,
      "--sort=-committerdate",
      `--count=${2 * limit}`,
      "--format=%(refname:lstrip=2)",
      "refs/heads",
      "refs/remotes",
    ],
    limitMs: LIMIT_MS,
    // 129: no such commit.
    okExit: [0, 129],
    read: ({ exit, stdout }) =>
      exit === 0
        ? textOf(stdout)
            .split("\n")
            // `origin/HEAD` only names another one.
            .filter((name) => name !== "" && !name.endsWith("/HEAD"))
            .slice(0, limit)
        : [],
  });
