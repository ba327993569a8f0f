import { refuse, succeed } from "../../src/base/result.ts";
import type { Result } from "../../src/base/result.ts";
import { lastWords, run } from "../process/run.ts";

const LIMIT_MS = 600_000;

/** Runs git and gives what it printed, or a sentence. Files kept elsewhere (LFS) are left there, and nothing asks for a password. */
export const git = async (
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Result<string, string>> => {
  const ended = await run("git", parameters, {
    environment: {
      ...process.env,
      GIT_OPTIONAL_LOCKS: "0",
      GIT_TERMINAL_PROMPT: "0",
      GIT_LFS_SKIP_SMUDGE: "1",
      LC_ALL: "C",
      ...environment,
    },
    limit: LIMIT_MS,
  });
  if (ended.missing) return refuse("git was not found. Install git, and run this again.");
  if (ended.code === 0) return succeed(ended.stdout.trim());
  if (ended.stderr.includes("dubious ownership")) {
    return refuse(`That repository belongs to another user, so git refuses to read it:\n${lastWords(ended)}`);
  }
  return refuse(ended.late ? "git did not finish within ten minutes." : lastWords(ended));
};
