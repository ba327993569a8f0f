import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Environment } from "../../src/git/git.ts";
import { linesSaid } from "../support/lines-said.ts";

export interface RunningProgram {
  /** Lines it has written so far. */
  readonly said: readonly string[];
  /** Its exit code, null where it was killed. */
  readonly ended: Promise<number | null>;
  /** SIGKILL, and where `withGit` the git processes it has started too, each at whatever it was at. */
  kill(withGit: boolean): void;
}

export interface BundledProgram {
  start(environment: Environment, ...args: readonly string[]): RunningProgram;
  remove(): Promise<void>;
}

/** One of the programs in `programs/` as one file, so that hundreds of them can be started in a minute. */
export async function bundledProgram(name: string): Promise<BundledProgram> {
  const folder = await mkdtemp(join(tmpdir(), "sightline-program-"));
  const file = join(folder, "program.cjs");
  await build({
    entryPoints: [join(import.meta.dirname, "programs", name)],
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "error",
  });
  return {
    start: (environment, ...args) => start(file, environment, args),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function start(file: string, environment: Environment, args: readonly string[]): RunningProgram {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = linesSaid(child.stdout);
  const ended = new Promise<number | null>((settle) => {
    child.on("close", settle);
  });
  return {
    said,
    ended,
    kill: (withGit) => {
      const started = withGit ? childrenOf(child.pid) : [];
      child.kill("SIGKILL");
      for (const one of started) killQuietly(one);
    },
  };
}

/** The processes that a process has started; none where the system does not tell. */
function childrenOf(id: number | undefined): readonly number[] {
  try {
    const listed = readFileSync(`/proc/${id ?? 0}/task/${id ?? 0}/children`, "utf8");
    return listed.split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function killQuietly(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It was done by itself.
  }
}
