import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { done } from "../store/replica.ts";
import type { Attempt } from "../store/replica.ts";
import { compact } from "./commands/compact.ts";
import type { RecordStorage } from "../app/ports.ts";
import { hasCode } from "./durable-file.ts";
import type { GitRepository } from "./git-repository.ts";
import { attemptLocally } from "./local-failure.ts";
import { askToRemove } from "./precious-objects.ts";
import { storeFolder } from "./store-folder.ts";
import { storeExists } from "./store-repository.ts";

/** Bytes of objects in our own repository, before and after. */
export interface Compacted {
  readonly before: number;
  readonly after: number;
}

/**
 * Makes our own repository as small as git can. Saves and syncs of other processes may go on meanwhile; the user's repository is not
 * touched. Nothing to do where there is no store yet.
 */
export async function compactStore({
  git,
  storeFolder: path,
}: Pick<GitRepository, "git" | "storeFolder">): Promise<Attempt<Compacted>> {
  const gitDirectory = storeFolder(path).repository;
  if (!(await storeExists(gitDirectory))) return done({ before: 0, after: 0 });
  const objects = objectsOf(path);
  return attemptLocally(async () => {
    const before = await bytesUnder(objects);
    await askToRemove(git, { kind: "store", gitDirectory }, compact());
    return done({ before, after: await bytesUnder(objects) });
  });
}

/** What the record takes on this machine, for those that know no git. */
export const recordStorage = (home: Pick<GitRepository, "git" | "storeFolder">): RecordStorage => ({
  bytes: () => bytesUnder(objectsOf(home.storeFolder)),
  compact: async () => {
    const compacted = await compactStore(home);
    return compacted.kind === "done" ? compacted.value.after : undefined;
  },
});

const objectsOf = (path: string): string => join(storeFolder(path).repository, "objects");

async function bytesUnder(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    try {
      bytes += entry.isDirectory() ? await bytesUnder(path) : (await stat(path)).size;
    } catch (error) {
      // Another process has put it together with others.
      if (!hasCode(error, "ENOENT")) throw error;
    }
  }
  return bytes;
}

/** None where there is no such folder: nothing was synced yet, or another process has put it together with others. */
const entriesOf = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return [];
    throw error;
  });
