import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import type { Environment } from "../../src/git/git.ts";

/** The command line as it ships: one file, outside of the project, with nothing beside it. */
export interface Bundled {
  readonly file: string;
  run(folder: string, environment: Environment, args: readonly string[], input?: string): Promise<Process>;
  start(folder: string, environment: Environment, args: readonly string[]): ChildProcess;
  remove(): Promise<void>;
}

export interface Process {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export async function bundled(): Promise<Bundled> {
  const folder = await mkdtemp(path.join(tmpdir(), "sightline-cli-"));
  const file = path.join(folder, "sightline.js");
  await build({
    entryPoints: [path.resolve(__dirname, "../../src/cli/sightline.ts")],
    outfile: file,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    banner: { js: "#!/usr/bin/env node" },
    logLevel: "warning",
  });
  await chmod(file, 0o755);
  const start: Bundled["start"] = (at, environment, args) =>
    spawn(process.execPath, [file, ...args], { cwd: at, env: { ...environment }, stdio: "pipe" });
  return {
    file,
    start,
    run: (at, environment, args, input) =>
      new Promise((settle, fail) => {
        const child = start(at, environment, args);
        let out = "";
        let err = "";
        child.stdout?.setEncoding("utf8").on("data", (text: string) => (out += text));
        child.stderr?.setEncoding("utf8").on("data", (text: string) => (err += text));
        child.once("error", fail);
        child.once("close", (exit) => {
          settle({ exit, out, err });
        });
        // Left open where nothing is to be read: a command that waited for it would never end.
        if (input !== undefined) child.stdin?.end(input);
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
