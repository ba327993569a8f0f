import { randomBytes } from "node:crypto";
import { appendFile, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ask } from "./ask.ts";
import { initStore, makeEmptyTree } from "./commands/init-store.ts";
import { hasCode, makeFolder, syncFolder } from "./durable-file.ts";
import type { Git } from "./git.ts";
import type { ObjectFormat } from "./object-id.ts";
import { PRECIOUS } from "./precious-objects.ts";
import type { StoreFolder } from "./store-folder.ts";

/** Whether our own repository has been made. */
export async function storeExists(gitDirectory: string): Promise<boolean> {
  try {
    return (await stat(join(gitDirectory, "HEAD"))).isFile();
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return false;
    throw error;
  }
}

/**
 * Makes our own repository where there is none. It is made under another name and then renamed, so that nobody ever sees half of it and two
 * processes can do it at once: the second finds the name taken.
 */
export async function ensureStore(git: Git, folder: StoreFolder, objectFormat: ObjectFormat): Promise<void> {
  if (await storeExists(folder.repository)) return;
  await makeFolder(folder.path);
  const made = `${folder.repository}.new-${randomBytes(8).toString("hex")}`;
  try {
    await ask(git, { kind: "nowhere", folder: folder.path }, initStore(made, objectFormat));
    await ask(git, { kind: "store", gitDirectory: made }, makeEmptyTree());
    await appendFile(join(made, "config"), PRECIOUS);
    await syncAll(made);
    await rename(made, folder.repository);
    await syncFolder(folder.path);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    // EPERM is what Windows says where the name is taken.
    if (hasCode(error, "ENOTEMPTY", "EEXIST", "EPERM") && (await storeExists(folder.repository))) return;
    throw error;
  }
}

/** git does not fsync what `init` writes. */
async function syncAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      await syncAll(path);
    } else {
      // Objects are read-only, and on Windows only what may be written can be synced; git has synced those itself.
      const handle = await open(path, "r+").catch(() => undefined);
      await handle?.sync();
      await handle?.close();
    }
  }
  await syncFolder(folder);
}
