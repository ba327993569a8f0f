import { stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A lock older than this has no living owner, in milliseconds: the calls that take one move refs at their end, in an instant. */
const STALE_LOCK_MS = 120_000;

/** How long another process holds a lock, by far, in milliseconds. */
const PAUSE_MS = 30;

/** Waits for the process that holds a lock in our own repository, and removes the lock where there is no such process any more. */
export async function waitForLock(gitDirectory: string, ...refs: readonly string[]): Promise<void> {
  for (const ref of [...refs, "packed-refs"]) {
    const path = join(gitDirectory, ...`${ref}.lock`.split("/"));
    try {
      if (Date.now() - (await stat(path)).mtimeMs > STALE_LOCK_MS) await unlink(path);
    } catch {
      // Its owner put it away.
    }
  }
  await sleep(PAUSE_MS);
}
