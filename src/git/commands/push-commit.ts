import { command } from "../command.ts";
import type { GitOutput } from "../command.ts";
import { REMOTE_NAME } from "../handed-over-settings.ts";

/** 5 min, as for fetching. */
const LIMIT_MS = 300_000;

/** Moves the remote's branch to `commit`, only if it is still at `expected` (null: does not exist). The commit is a child of it, or what it held without lines that were taken out: nothing else is ever replaced. */
export const pushCommit = (ref: string, commit: string, expected: string | null) =>
  command<GitOutput>({
    args: [
      "push",
      "--porcelain",
      "--no-verify",
      "--no-follow-tags",
      "--recurse-submodules=no",
      "--signed=no",
      `--force-with-lease=${ref}:${expected ?? ""}`,
      REMOTE_NAME,
      `${commit}:${ref}`,
    ],
    limitMs: LIMIT_MS,
    okExit: "any",
    read: (output) => output,
  });
