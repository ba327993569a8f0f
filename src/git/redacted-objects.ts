import { open, stat, unlink } from "node:fs/promises";
import { pruneLoose, repackReachable } from "./commands/drop-unreachable.ts";
import { hasCode } from "./durable-file.ts";
import type { Git } from "./git.ts";
import { askToRemove } from "./precious-objects.ts";
import type { StoreFolder } from "./store-folder.ts";

/** How long objects without a ref are left to a sync of another process that may be about to name them, in milliseconds. */
const SPARED_MS = 16 * 60_000;

/** Notes that our own repository holds objects of lines that were taken out for good. */
export async function planRemoval({ removal }: StoreFolder): Promise<void> {
  const handle = await open(removal, "w");
  await handle.sync();
  await handle.close();
}

/**
 * Removes them, once they are old enough that no sync under way can name them. What was taken out is then in no object of this machine; all
 * that a ref leads to stays.
 */
export async function removeIfDue(
  git: Git,
  { removal, repository }: StoreFolder,
  signal?: AbortSignal,
): Promise<void> {
  try {
    if (Date.now() - (await stat(removal)).mtimeMs < SPARED_MS) return;
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return;
    throw error;
  }
  const place = { kind: "store", gitDirectory: repository } as const;
  await askToRemove(git, place, repackReachable(), { signal });
  await askToRemove(git, place, pruneLoose(), { signal });
  await unlink(removal);
}
