import { randomBytes } from "node:crypto";
import { open, readdir, readFile, rename, rm, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { PrivateFiles } from "../app/ports.ts";
import { refuse, succeed } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { hasCode, isRefusedBySystem, makeFolder, syncFolder, writeDurably } from "./durable-file.ts";
import { storeFolder } from "./store-folder.ts";
import type { StoreFolder } from "./store-folder.ts";

/** `drafts/0f3a.json`: lower case, as two names that differ in case only are one file on Windows and macOS; no dot first, so no way up. */
const validName = /^[a-z0-9_-][a-z0-9._-]{0,120}(\/[a-z0-9_-][a-z0-9._-]{0,120}){0,3}$/;

/** What Windows takes for a device, with any ending, and names ending in a dot. */
const deviceName = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)|\.(\/|$)/;

/** Where a file is written before it gets its name. What a crash left is removed when it is this old, in milliseconds. */
const UNFINISHED = ".unfinished-";
const ABANDONED_AFTER_MS = 3_600_000;

/** How often a rename is tried on Windows, where a virus scanner may hold the file for a moment. */
const MAX_TRIES = 5;

/** Files of this machine only, in `<store folder>/private`. Writes nothing until something is written. */
export const openPrivateFiles = (path: string): PrivateFiles => new FolderOfPrivateFiles(storeFolder(path));

class FolderOfPrivateFiles implements PrivateFiles {
  readonly #store: string;
  readonly #folder: string;

  constructor(store: StoreFolder) {
    this.#store = store.path;
    this.#folder = store.private;
  }

  async read(name: string): Promise<string | undefined> {
    try {
      return await readFile(this.#path(name), "utf8");
    } catch (error) {
      if (hasCode(error, "ENOENT", "ENOTDIR", "EISDIR")) return undefined;
      throw error;
    }
  }

  async write(name: string, text: string): Promise<Result<void, { readonly detail: string }>> {
    const path = this.#path(name);
    const folder = dirname(path);
    const unfinished = join(folder, `${UNFINISHED}${randomBytes(8).toString("hex")}`);
    try {
      // The folder above is as open as git's own folder is.
      await makeFolder(this.#store);
      await makeFolder(folder, 0o700);
      await this.#removeAbandoned(folder);
      const handle = await open(unfinished, "wx", 0o600);
      try {
        await writeDurably(handle, Buffer.from(text, "utf8"));
      } finally {
        await handle.close();
      }
      await renameOver(unfinished, path);
      await syncFolder(folder);
      return succeed(undefined);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      if (!isRefusedBySystem(error)) throw error;
      return refuse({ detail: error.message });
    }
  }

  async remove(name: string): Promise<void> {
    const path = this.#path(name);
    try {
      await unlink(path);
    } catch (error) {
      if (hasCode(error, "ENOENT", "ENOTDIR")) return;
      throw error;
    }
    await syncFolder(dirname(path));
  }

  async list(prefix: string): Promise<readonly string[]> {
    const names: string[] = [];
    const visit = async (folder: string, above: string): Promise<void> => {
      const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
        if (hasCode(error, "ENOENT", "ENOTDIR")) return [];
        throw error;
      });
      for (const entry of entries) {
        const name = `${above}${entry.name}`;
        if (entry.isDirectory()) await visit(join(folder, entry.name), `${name}/`);
        else if (entry.isFile() && isName(name) && name.startsWith(prefix)) names.push(name);
      }
    };
    await visit(this.#folder, "");
    return names.sort();
  }

  #path(name: string): string {
    if (!isName(name)) throw new Error(`no name for a private file: ${JSON.stringify(name)}`);
    return join(this.#folder, ...name.split("/"));
  }

  /** They hold what a person wrote for nobody else: not to be left lying about. */
  async #removeAbandoned(folder: string): Promise<void> {
    for (const file of await readdir(folder)) {
      if (!file.startsWith(UNFINISHED)) continue;
      const path = join(folder, file);
      const found = await stat(path).catch(() => undefined);
      if (found !== undefined && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
        await rm(path, { force: true });
    }
  }
}

const isName = (name: string): boolean => validName.test(name) && !deviceName.test(name);

async function renameOver(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (
        process.platform !== "win32" ||
        tries === MAX_TRIES ||
        !hasCode(error, "EPERM", "EACCES", "EBUSY")
      ) {
        throw error;
      }
      await sleep(20 * tries);
    }
  }
}
