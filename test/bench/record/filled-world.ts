import { spawn } from "node:child_process";
import { once } from "node:events";
import { recordPath } from "../../../src/git/record-path.ts";
import type { Store } from "../../../src/store/store.ts";
import { world } from "../../support/world.ts";
import type { World } from "../../support/world.ts";
import { fileOf, madeRecord } from "./made-record.ts";

export interface FilledWorld {
  readonly world: World;
  /** Of all record files, in bytes. */
  readonly bytes: number;
}

/** A world whose remote has so many notes, made by one `git fast-import`. */
export async function filledWorld(notes: number): Promise<FilledWorld> {
  const made = await world();
  const child = spawn(made.git.path, ["fast-import", "--quiet"], {
    cwd: made.remote.folder,
    env: { ...made.environment },
    stdio: ["pipe", "ignore", "inherit"],
  });
  const ended = once(child, "close");
  const stamp = "Bench <bench@example.invalid> 1700000000 +0000";
  child.stdin.write(`commit refs/heads/sightline\nauthor ${stamp}\ncommitter ${stamp}\ndata 7\nRecords\n`);
  let bytes = 0;
  for (let number = 0; number < notes; number++) {
    const record = madeRecord(number);
    const file = fileOf(record);
    bytes += file.length;
    child.stdin.write(`M 100644 inline ${recordPath(record.record)}\ndata ${file.length}\n`);
    child.stdin.write(file);
    if (!child.stdin.write("\n")) await once(child.stdin, "drain");
  }
  child.stdin.end("\n");
  const [exit] = (await ended) as [number | null];
  if (exit !== 0) throw new Error(`git fast-import: ${String(exit)}`);
  return { world: made, bytes };
}

export async function synced(store: Store): Promise<void> {
  const outcome = await store.sync({ message: "Sync notes", render: () => [] });
  if (outcome.kind !== "synced") throw new Error(`not synced: ${JSON.stringify(outcome)}`);
}

export async function saved(store: Store, lines: Parameters<Store["append"]>[0]): Promise<void> {
  const outcome = await store.append(lines);
  if (outcome.kind !== "saved") throw new Error(`not saved: ${outcome.kind}`);
}
