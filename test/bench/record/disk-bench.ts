import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BranchWriter } from "../../../src/git/branch-writer.ts";
import { compactStore } from "../../../src/git/compact-store.ts";
import { RecordReader } from "../../../src/git/record-reader.ts";
import { storeFolder } from "../../../src/git/store-folder.ts";
import { ensureStore } from "../../../src/git/store-repository.ts";
import type { NewLine } from "../../../src/store/store.ts";
import { world } from "../../support/world.ts";
import { figure } from "../figure.ts";
import type { Figure } from "../figure.ts";
import { bareGit } from "../floor-git.ts";
import type { BenchOptions } from "../run.ts";
import { EVENTS_A_NOTE, madeRecord } from "./made-record.ts";

const SAVES = 10_000;
const A_COMMIT = 20;
/** Notes that are worked on at the same time, so that a commit holds a few events of many notes. */
const AT_ONCE = 40;

/** `disk.growth`: the record after 10,000 saves at 20 a commit, repacked, against the same events in one packed file. */
export async function benchDisk({ say }: BenchOptions): Promise<readonly Figure[]> {
  const { ann, git, remote, folder, close } = await world();
  try {
    const store = storeFolder(ann.storeFolder);
    const { objectFormat } = ann.repository;
    await ensureStore(git, store, objectFormat);
    const gitDirectory = store.repository;
    const reader = new RecordReader(git, gitDirectory, objectFormat);
    const writer = new BranchWriter({ git, gitDirectory, reader, now: Date.now });
    const saves = [...interleaved()];
    let tip: string | null = null;
    for (let from = 0; from < saves.length; from += A_COMMIT) {
      const written = await writer.write({
        onto: tip,
        lines: saves.slice(from, from + A_COMMIT),
        pages: [],
        message: "Sync notes [skip ci]",
        author: { name: "Bench", email: "bench@example.invalid" },
        signing: [],
      });
      if (written.kind === "failed") throw new Error(written.failure.detail);
      tip = written.value;
    }
    await bareGit(gitDirectory, ["update-ref", "refs/bench/tip", String(tip)]);
    const compacted = await compactStore(ann.repository);
    if (compacted.kind === "failed") throw new Error(compacted.failure.detail);
    const ours = await packedBytes(gitDirectory);

    const file = join(folder, "events.jsonl");
    await writeFile(file, Buffer.concat(saves.flatMap(({ line }) => [line.bytes, Buffer.from("\n")])));
    const blob = await bareGit(remote.folder, ["hash-object", "-w", file]);
    await bareGit(remote.folder, ["update-ref", "refs/bench/events", blob]);
    await bareGit(remote.folder, ["repack", "-a", "-d", "-q"]);
    const floor = await packedBytes(remote.folder);
    say(`  the store ${(ours / 1e6).toFixed(2)} MB, one packed file ${(floor / 1e6).toFixed(2)} MB`);
    return [
      figure(
        "disk.growth",
        ours / floor,
        4.0,
        1,
        `our repository after ${SAVES} saves at ${A_COMMIT} a commit, repacked, against the same events in one packed file`,
      ),
    ];
  } finally {
    await close();
  }
}

function* interleaved(): Generator<NewLine> {
  const notes = SAVES / EVENTS_A_NOTE;
  for (let first = 0; first < notes; first += AT_ONCE) {
    const made = Array.from({ length: Math.min(AT_ONCE, notes - first) }, (_, at) => madeRecord(first + at));
    for (let at = 0; at < EVENTS_A_NOTE; at++)
      for (const { record, lines } of made) {
        const line = lines[at];
        if (line !== undefined) yield { record, line };
      }
  }
}

async function packedBytes(gitDirectory: string): Promise<number> {
  const folder = join(gitDirectory, "objects", "pack");
  let bytes = 0;
  for (const file of await readdir(folder)) bytes += (await stat(join(folder, file))).size;
  return bytes;
}
