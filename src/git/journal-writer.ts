import { open, rename, stat, unlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { hasCode, makeFolder, syncFolder, writeDurably } from "./durable-file.ts";
import { newJournalKey, openName, sealedName } from "./journal-name.ts";

interface OpenJournal {
  readonly key: string;
  readonly path: string;
  readonly handle: FileHandle;
  readonly inode: bigint;
  readonly device: bigint;
  size: number;
}

/** How often a save is written anew because somebody sealed the journal meanwhile. More is not bad luck but a broken file system. */
const MAX_TRIES = 5;

/**
 * The journal of this process: one file, made at the first save, to which nobody else writes.
 *
 * A save takes one write, one fsync and one stat, and no lock. The stat is what makes it safe for others to put away a journal they take
 * for abandoned: they rename it first, and look at its size after. Either they see what was written here before, and keep it, or this
 * process sees that its file has gone, and writes again in a new one. A line in both places is the same line.
 */
export class JournalWriter {
  readonly #folder: string;
  #open: OpenJournal | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Key of the file being written, if there is one. */
  get key(): string | undefined {
    return this.#open?.key;
  }

  /** Appends whole, and resolves once it is on the disk. Rejects with the system's error; what was written of it then is never read. */
  append(batch: Uint8Array): Promise<void> {
    return this.#inTurn(async () => {
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const journal = (this.#open ??= await this.#make());
        try {
          await writeDurably(journal.handle, batch);
        } catch (error) {
          // Half of it may be there: nothing is ever written behind it.
          await this.#seal().catch(() => undefined);
          throw error;
        }
        journal.size += batch.length;
        if (await isStillThere(journal)) return;
        this.#open = undefined;
        await journal.handle.close();
      }
      throw new Error("journals are taken away as soon as they are made");
    });
  }

  /** Ends this journal, so that anybody may put it away. The next save starts another. */
  seal(): Promise<void> {
    return this.#inTurn(() => this.#seal());
  }

  async #seal(): Promise<void> {
    const journal = this.#open;
    if (journal === undefined) return;
    this.#open = undefined;
    await journal.handle.close();
    try {
      if (journal.size === 0) await unlink(journal.path);
      else await rename(journal.path, join(this.#folder, sealedName(journal.key)));
    } catch (error) {
      if (!hasCode(error, "ENOENT")) throw error;
    }
  }

  async #make(): Promise<OpenJournal> {
    await makeFolder(this.#folder);
    const key = newJournalKey();
    const path = join(this.#folder, openName(key));
    const handle = await open(path, "ax");
    const { ino, dev } = await handle.stat({ bigint: true });
    await syncFolder(this.#folder);
    return { key, path, handle, inode: ino, device: dev, size: 0 };
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

async function isStillThere({ path, inode, device }: OpenJournal): Promise<boolean> {
  try {
    const { ino, dev } = await stat(path, { bigint: true });
    return ino === inode && dev === device;
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return false;
    throw error;
  }
}
