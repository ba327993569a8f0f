import { watch } from "node:fs";
import type { FSWatcher } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { openName } from "./journal-name.ts";
import type { StoreFolder } from "./store-folder.ts";

/** How often is looked by hand, in milliseconds: network drives and some containers tell nothing, and the folders may not be there yet. */
export const POLL_MS = 3000;

/** Notices that another process saved something, or took over a tip. What it costs is a listing of a small folder. */
export class StoreWatch {
  readonly #folder: StoreFolder;
  readonly #ownJournal: () => string | undefined;
  readonly #changed: () => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #poll: NodeJS.Timeout | undefined;
  #seen: string | undefined;
  #checking: Promise<void> | undefined;
  #again = false;

  constructor(folder: StoreFolder, ownJournal: () => string | undefined, changed: () => void) {
    this.#folder = folder;
    this.#ownJournal = ownJournal;
    this.#changed = changed;
  }

  start(pollMs: number): void {
    if (this.#poll !== undefined) return;
    this.#poll = setInterval(() => {
      this.#check();
    }, pollMs);
    this.#poll.unref();
    this.#check();
  }

  stop(): void {
    clearInterval(this.#poll);
    this.#poll = undefined;
    this.#seen = undefined;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #check(): void {
    if (this.#checking !== undefined) {
      this.#again = true;
      return;
    }
    this.#checking = this.#look().finally(() => {
      this.#checking = undefined;
      if (!this.#again) return;
      this.#again = false;
      this.#check();
    });
  }

  async #look(): Promise<void> {
    const { journals, repository } = this.#folder;
    this.#watch(journals);
    this.#watch(join(repository, "refs", "sightline"));
    const now = await this.#signature();
    if (this.#poll === undefined || now === this.#seen) return;
    const isFirst = this.#seen === undefined;
    this.#seen = now;
    if (!isFirst) this.#changed();
  }

  #watch(folder: string): void {
    if (this.#poll === undefined || this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { persistent: false }, () => {
        this.#check();
      });
      const forget = () => {
        watcher.close();
        if (this.#watchers.get(folder) === watcher) this.#watchers.delete(folder);
      };
      watcher.on("error", forget);
      this.#watchers.set(folder, watcher);
    } catch {
      // Not there yet, or not to be watched: the poll looks.
    }
  }

  /** Sizes of the others' journals, and when the state's ref changed. */
  async #signature(): Promise<string> {
    const { journals, repository } = this.#folder;
    const own = this.#ownJournal();
    const ownFile = own === undefined ? undefined : openName(own);
    const files = (await readdir(journals).catch(() => [])).filter((file) => file !== ownFile).sort();
    const paths = [
      ...files.map((file) => join(journals, file)),
      join(repository, "refs", "sightline", "state"),
      join(repository, "packed-refs"),
    ];
    const seen = await Promise.all(
      paths.map(async (path) => {
        const found = await stat(path, { bigint: true }).catch(() => undefined);
        return found === undefined ? `${path} -` : `${path} ${found.size} ${found.mtimeNs}`;
      }),
    );
    return seen.join("\n");
  }
}
