import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { open, realpath } from "node:fs/promises";

/** A file's bytes, or why there are none. Not there, a folder, or not readable for us: for a note it is the same. */
export type FileBytes = Uint8Array | "missing" | "notAFile" | "tooLarge";

/** A file that takes longer comes from a disk that has to turn, or over a network; in milliseconds. */
const SLOW_MS = 10;

/** How long nothing is waited for on the spot after that, in milliseconds. */
const SLOW_FOR_MS = 60_000;

/** Reading goes on without a pause for so long; then others get their turn. In milliseconds. */
const AT_A_STRETCH_MS = 8;

/** A pipe is opened without waiting for somebody to write; Windows has none. */
const READ = constants.O_RDONLY | (process.platform === "win32" ? 0 : constants.O_NONBLOCK);

/**
 * Reads files one after the other. What the system has in memory, as it has most of a work tree, takes 20 µs when it is waited for on the
 * spot, and ten times that in processor time alone by way of Node's threads: with files by the hundred that is what a person waits for. So
 * it is waited for, unless the last wait was long; and nobody else waits longer than {@link AT_A_STRETCH_MS} for it.
 */
export class FileReader {
  readonly #maxBytes: number;
  readonly #mayRead: (realPath: string) => boolean;
  #waitFrom = Infinity;
  #stretch = 0;

  /** Of a link it is the file it leads to that `mayRead` is asked about; what it refuses is missing. */
  constructor(maxBytes: number, mayRead: (realPath: string) => boolean) {
    this.#maxBytes = maxBytes;
    this.#mayRead = mayRead;
  }

  async read(file: string): Promise<FileBytes> {
    const start = performance.now();
    if (start < this.#waitFrom || start - this.#stretch > AT_A_STRETCH_MS) {
      const bytes = await this.#readByThreads(file);
      this.#stretch = performance.now();
      // A disk that answers at all is tried; the first file tells whether there is one.
      if (this.#waitFrom === Infinity) this.#waitFrom = 0;
      return bytes;
    }
    const bytes = this.#readNow(file);
    const end = performance.now();
    if (end - start > SLOW_MS) this.#waitFrom = end + SLOW_FOR_MS;
    return bytes;
  }

  #readNow(file: string): FileBytes {
    let handle: number | undefined;
    try {
      const real = realpathSync.native(file);
      if (!this.#mayRead(real)) return "missing";
      handle = openSync(real, READ);
      const about = fstatSync(handle);
      if (about.isDirectory()) return "missing";
      if (!about.isFile()) return "notAFile";
      if (about.size > this.#maxBytes) return "tooLarge";
      const bytes = Buffer.allocUnsafe(about.size);
      let filled = 0;
      for (let read = 1; read > 0 && filled < bytes.length; filled += read)
        read = readSync(handle, bytes, filled, bytes.length - filled, filled);
      return bytes.subarray(0, filled);
    } catch {
      return "missing";
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  }

  async #readByThreads(file: string): Promise<FileBytes> {
    try {
      const real = await realpath(file);
      if (!this.#mayRead(real)) return "missing";
      const handle = await open(real, READ);
      try {
        const about = await handle.stat();
        if (about.isDirectory()) return "missing";
        if (!about.isFile()) return "notAFile";
        return about.size > this.#maxBytes ? "tooLarge" : await handle.readFile();
      } finally {
        await handle.close();
      }
    } catch {
      return "missing";
    }
  }
}
