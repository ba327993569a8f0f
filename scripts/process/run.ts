import { spawn } from "node:child_process";
import { endGroup, endWithUs, ownGroup } from "./end-with-us.ts";

/** How a process that was run to its end went. `missing`: there is no such program. `late`: it was ended at its limit. */
export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly missing: boolean;
  readonly late: boolean;
};

export type RunOptions = {
  readonly cwd?: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Milliseconds after which the process and what it started are ended. */
  readonly limit: number;
};

/** Runs a program to its end without a shell and without standard input. Never rejects. */
export const run = (
  command: string,
  parameters: readonly string[],
  { cwd, environment = process.env, limit }: RunOptions,
): Promise<Ended> =>
  new Promise((settle) => {
    const child = spawn(command, parameters, {
      ...ownGroup,
      ...(cwd === undefined ? {} : { cwd }),
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    endWithUs(child);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let late = false;
    child.stdout.on("data", (bytes: Buffer) => stdout.push(bytes));
    child.stderr.on("data", (bytes: Buffer) => stderr.push(bytes));
    const limiter = setTimeout(() => {
      late = true;
      endGroup(child, "SIGKILL");
    }, limit);
    const settled = (code: number | null, missing: boolean): void => {
      clearTimeout(limiter);
      settle({
        code,
        stdout: String(Buffer.concat(stdout)),
        stderr: String(Buffer.concat(stderr)),
        missing,
        late,
      });
    };
    child.once("error", (error: NodeJS.ErrnoException) => settled(null, error.code === "ENOENT"));
    child.once("close", (code) => settled(code, false));
  });

/** The last lines a process wrote, for a message about why it failed. */
export const lastWords = ({ stdout, stderr }: Ended, lines = 6): string =>
  (stderr.trim() === "" ? stdout : stderr).trim().split("\n").slice(-lines).join("\n");
