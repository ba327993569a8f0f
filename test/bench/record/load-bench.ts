import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import * as z from "zod/mini";
import { Records } from "../../../src/app/records.ts";
import { aNote } from "../../support/event-builders.ts";
import type { World } from "../../support/world.ts";
import { figure, inTurn, median, timed } from "../figure.ts";
import type { Figure } from "../figure.ts";
import type { BenchOptions } from "../run.ts";
import { filledWorld, saved, synced } from "./filled-world.ts";
import { commentOn, EVENTS_A_NOTE, madeRecord } from "./made-record.ts";

export const loadFigures = ["load.cold", "load.warm", "load.delta", "memory.heap"] as const;

const NOTES = 10_000;
const RUNS = 5;
const CHANGED = 20;

/** What a record of ten thousand notes costs to open, in processes that have just started, and to keep. */
export async function benchLoad({ say }: BenchOptions): Promise<readonly Figure[]> {
  const { world, bytes } = await filledWorld(NOTES);
  try {
    const { ann, ben } = world;
    const annStore = ann.store();
    const building = await timed(() => synced(annStore));
    say(
      `  ${NOTES} notes, ${NOTES * EVENTS_A_NOTE} events, ${(bytes / 1e6).toFixed(1)} MB; their first sync ${(building / 1000).toFixed(1)} s`,
    );
    const gitDirectory = join(ann.storeFolder, "store.git");
    const objects = await recordObjects(world);
    const program = await bundle(world);
    const measure = (args: readonly string[], input = "") => measureWith(program, world, args, input);
    const floor = () => measure(["floor", ann.folder, gitDirectory], objects);
    const cold = await inTurn(RUNS, () => measure(["load", ann.folder]), floor);
    say(`  cold ${cold.ours.toFixed(0)} ms, git and JSON.parse alone ${cold.floor.toFixed(0)} ms`);

    const warm: number[] = [];
    for (let run = -1; run < RUNS; run++) {
      const took = await measure(["load", ann.folder]);
      if (run >= 0) warm.push(took);
    }
    say(`  warm ${median(warm).toFixed(0)} ms`);
    const heap = await measure(["heap", ann.folder]);

    const benStore = ben.store();
    await synced(benStore);
    const log = { info: () => undefined, warn: console.error };
    const records = new Records(annStore, { changed: () => undefined, saved: () => undefined }, log);
    await records.refresh();
    const delta: number[] = [];
    for (let run = -1; run < RUNS; run++) {
      const lines = Array.from({ length: CHANGED }, (_, at) => {
        const made = madeRecord((run + 1) * CHANGED + at);
        return { record: made.record, line: commentOn(made, `Seen in run ${run}`) };
      });
      await saved(benStore, [...lines, ...aNote().lines]);
      await synced(benStore);
      await synced(annStore);
      const took = await timed(() => records.refresh());
      const isHere = lines.every(({ record, line }) =>
        records.book.notes.get(record)?.comments.some(({ id }) => id === line.id),
      );
      if (!isHere) throw new Error("the changes did not arrive");
      if (run >= 0) delta.push(took);
    }
    say(`  ${CHANGED} changed records ${median(delta).toFixed(0)} ms`);
    records.dispose();

    const against = "against bare `git cat-file --batch` and JSON.parse of the same files";
    return [
      figure("load.cold", cold.ratio, 1.4, RUNS, `read, checked and folded, in a new process, ${against}`),
      figure("load.warm", median(warm) / cold.floor, 0.06, RUNS, `a start with nothing changed, ${against}`),
      figure(
        "load.delta",
        median(delta) / cold.floor,
        0.12,
        RUNS,
        `after a sync that brought ${CHANGED} changed records, ${against}`,
      ),
      figure(
        "memory.heap",
        heap / bytes,
        2.0,
        1,
        "memory held after load (heap and buffers), against the bytes of the records",
      ),
    ];
  } finally {
    await world.close();
  }
}

async function recordObjects({ remote }: World): Promise<string> {
  const listed = await remote.git("ls-tree", "-r", "refs/heads/sightline", "--", "records");
  return listed.replace(/^100644 blob ([0-9a-f]+)\t.*$/gm, "$1");
}

const Answer = z.object({ value: z.number() });

/** The program as it would ship: what a loader adds to every function is not measured. */
async function bundle(world: World): Promise<string> {
  const outfile = join(world.folder, "load-program.cjs");
  await build({
    entryPoints: [join(import.meta.dirname, "load-program.ts")],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "warning",
  });
  return outfile;
}

/** Runs `load-program.ts` in the settings of the world. */
function measureWith(program: string, world: World, args: readonly string[], input: string): Promise<number> {
  const child = spawn(process.execPath, ["--expose-gc", program, ...args], {
    env: world.environment,
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((measured, failed) => {
    child.once("error", failed);
    child.once("close", (exit) => {
      if (exit === 0) measured(Answer.parse(JSON.parse(said)).value);
      else failed(new Error(`load-program.ts ended with ${String(exit)}`));
    });
  });
}
