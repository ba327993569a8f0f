import * as z from "zod/mini";
import type { RecordId } from "../domain/ids.ts";
import { InTurn } from "./in-turn.ts";
import type { PrivateFiles } from "./ports.ts";
import { readPrivate, writePrivate } from "./private-json.ts";

const Typed = z.record(z.string(), z.string());

/** What has been typed into the boxes of notes and not been said yet. One file a note, on this machine only. */
export class TypedTexts {
  readonly #files: PrivateFiles;
  readonly #turns = new InTurn();

  constructor(files: PrivateFiles) {
    this.#files = files;
  }

  /** By the key of the box. */
  of(note: RecordId): Promise<Readonly<Record<string, string>>> {
    return this.#turns.run(() => this.#read(note));
  }

  /** Keeps a text; an empty one is forgotten. Throws `NotWritable`. */
  keep(note: RecordId, key: string, text: string): Promise<void> {
    return this.#turns.run(async () => {
      const typed = new Map(Object.entries(await this.#read(note)));
      if (text === "") typed.delete(key);
      else typed.set(key, text);
      if (typed.size === 0) await this.#files.remove(fileOf(note));
      else await writePrivate(this.#files, fileOf(note), Object.fromEntries(typed));
    });
  }

  async #read(note: RecordId): Promise<Readonly<Record<string, string>>> {
    return (await readPrivate(this.#files, fileOf(note), Typed)) ?? {};
  }
}

const fileOf = (note: RecordId) => `typed/${note}.json`;
