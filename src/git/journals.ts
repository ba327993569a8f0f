import { open, readdir, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { hasCode, syncFolder } from "./durable-file.ts";
import { decodeBatches } from "./journal-entry.ts";
import type { Batch } from "./journal-entry.ts";
import { ownerState, parseJournalName, sealedName } from "./journal-name.ts";
import type { JournalName } from "./journal-name.ts";

/** What one journal holds. */
export interface Journal {
  readonly key: string;
  readonly batches: readonly Batch[];
  /** End of the last finished save, in bytes. */
  readonly end: number;
  /** Size of the file, in bytes: more than `end` where a save was cut off, or is being written. */
  readonly size: number;
}

/** How far each journal is on a tip, in bytes, by its key. */
export type Settled = Readonly<Record<string, number>>;

interface Listed extends JournalName {
  readonly file: string;
}

/** How often the folder is listed anew because a journal was renamed or removed while it was read. */
const MAX_TRIES = 20;

/** A journal of another machine or container is taken for abandoned when nobody has written to it for a week, in milliseconds. */
const ABANDONED_AFTER_MS = 7 * 86_400_000;

/** The journals of a store, of all processes. What was read of one is remembered: a journal only ever grows. */
export class Journals {
  readonly #folder: string;
  #known = new Map<string, Journal>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** All of them as they were at one moment at least: none is missed because it was renamed meanwhile. */
  async read(): Promise<readonly Journal[]> {
    for (let tries = 1; ; tries++) {
      const journals = await this.#readListed(await this.#list());
      if (journals !== undefined) {
        this.#known = new Map(journals.map((journal) => [journal.key, journal]));
        return journals;
      }
      if (tries === MAX_TRIES) throw new Error("the journals change faster than they can be read");
    }
  }

  /**
   * Removes journals of which every save is settled: those of `own` keys, those that are sealed, and those whose owner is gone. Call only
   * once `settled` is on the disk.
   */
  async clear(settled: Settled, isOwn: (key: string) => boolean): Promise<void> {
    let removed = false;
    for (const listed of await this.#list()) {
      const upTo = Object.hasOwn(settled, listed.key) ? (settled[listed.key] ?? 0) : 0;
      const known = this.#known.get(listed.key);
      if (known === undefined || known.end > upTo || known.size === 0) continue;
      if (!listed.isSealed && isOwn(listed.key)) continue;
      if (!listed.isSealed && !(await this.#isAbandoned(listed))) continue;
      removed = (await this.#remove(listed, known.size)) || removed;
    }
    if (removed) await syncFolder(this.#folder);
  }

  /** Removes a journal if it still has the size at which all of it was settled: renamed first, looked at after (see JournalWriter). */
  async #remove(listed: Listed, size: number): Promise<boolean> {
    const sealed = join(this.#folder, sealedName(listed.key));
    try {
      if (!listed.isSealed) await rename(join(this.#folder, listed.file), sealed);
      if ((await stat(sealed)).size !== size) return false;
      await unlink(sealed);
      this.#known.delete(listed.key);
      return true;
    } catch (error) {
      // Somebody else puts it away at the same time, or may and we may not.
      if (hasCode(error, "ENOENT", "EACCES", "EPERM", "EBUSY", "EROFS")) return false;
      throw error;
    }
  }

  async #isAbandoned(listed: Listed): Promise<boolean> {
    const owner = ownerState(listed.owner);
    if (owner !== "unknown") return owner === "dead";
    try {
      return Date.now() - (await stat(join(this.#folder, listed.file))).mtimeMs > ABANDONED_AFTER_MS;
    } catch {
      return false;
    }
  }

  async #list(): Promise<readonly Listed[]> {
    let files: string[];
    try {
      files = await readdir(this.#folder);
    } catch (error) {
      if (hasCode(error, "ENOENT", "ENOTDIR")) return [];
      throw error;
    }
    const listed = new Map<string, Listed>();
    for (const file of files.sort()) {
      const name = parseJournalName(file);
      // Seen under both names: it was sealed while the folder was read.
      if (name !== undefined) listed.set(name.key, { ...name, file });
    }
    return [...listed.values()];
  }

  /** Undefined where one has gone, or the folder changed, since it was listed. */
  async #readListed(listed: readonly Listed[]): Promise<readonly Journal[] | undefined> {
    const journals: Journal[] = [];
    for (const { key, file } of listed) {
      const journal = await this.#readOne(key, join(this.#folder, file));
      if (journal === undefined) return undefined;
      journals.push(journal);
    }
    const after = await this.#list();
    const names = (list: readonly Listed[]) => list.map(({ file }) => file).join("\n");
    return names(listed) === names(after) ? journals : undefined;
  }

  async #readOne(key: string, path: string): Promise<Journal | undefined> {
    let handle;
    try {
      handle = await open(path, "r");
    } catch (error) {
      if (hasCode(error, "ENOENT")) return undefined;
      throw error;
    }
    try {
      const { size } = await handle.stat();
      const remembered = this.#known.get(key);
      const known =
        remembered === undefined || size < remembered.end ? { batches: [], end: 0, size: 0 } : remembered;
      if (size === known.size) return { key, ...known };
      const { buffer, bytesRead } = await handle.read(new Uint8Array(size - known.end), {
        position: known.end,
      });
      const batches = decodeBatches(buffer.subarray(0, bytesRead), known.end);
      return {
        key,
        batches: [...known.batches, ...batches],
        end: batches.at(-1)?.end ?? known.end,
        size: known.end + bytesRead,
      };
    } finally {
      await handle.close();
    }
  }
}

/** The saves of a journal that are on no tip yet. */
export const unsettled = ({ key, batches }: Journal, settled: Settled): readonly Batch[] => {
  const upTo = Object.hasOwn(settled, key) ? (settled[key] ?? 0) : 0;
  return batches.filter(({ end }) => end > upTo);
};
