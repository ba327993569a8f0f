import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { linesSaid } from "../support/lines-said.ts";
import type { World } from "../support/world.ts";

export interface AnotherProcess {
  readonly child: ChildProcess;
  /** Lines it has written so far. */
  readonly said: readonly string[];
  /** Its exit code, null where it was killed. */
  readonly ended: Promise<number | null>;
  /** Ends it as a power cut would: it has no chance to tidy up. */
  kill(): void;
}

/** Starts one of the programs in `programs/` with the settings of a world. */
export function startProcess(world: World, program: string, ...args: readonly string[]): AnotherProcess {
  const path = join(import.meta.dirname, "programs", program);
  const child = spawn(process.execPath, ["--import", "tsx", path, ...args], {
    env: world.environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = linesSaid(child.stdout);
  return {
    child,
    said,
    ended: new Promise((ended) => {
      child.on("close", (exit) => {
        ended(exit);
      });
    }),
    kill: () => {
      child.kill("SIGKILL");
    },
  };
}
