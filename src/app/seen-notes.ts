import * as z from "zod/mini";
import { RecordId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import { InTurn } from "./in-turn.ts";
import type { PrivateFiles } from "./ports.ts";
import { readPrivate, writePrivate } from "./private-json.ts";

const FILE = "seen.json";

/** Notes that are remembered at most; those looked at longest ago are forgotten first. */
const MAX_NOTES = 2_000;
/** Hexadecimal digits of an event's id that are kept: two of one note never share them by chance. */
const DIGITS = 16;

const Seen = z.array(z.tuple([RecordId, z.array(z.string().check(z.maxLength(DIGITS)))]));

/**
 * What the person at this machine has had on screen, so that Now can say what changed under them. It stays on this machine: nobody else ever
 * learns who has read what.
 */
export class SeenNotes {
  readonly #files: PrivateFiles;
  readonly #turns = new InTurn();
  readonly #seen = new Map<RecordId, ReadonlySet<string>>();

  constructor(files: PrivateFiles) {
    this.#files = files;
  }

  async load(): Promise<void> {
    for (const [note, events] of (await readPrivate(this.#files, FILE, Seen)) ?? [])
      this.#seen.set(note, new Set(events));
  }

  /** What was said on a note since it was last on screen here; undefined where it never was. */
  newOn(note: Note): Note["history"] | undefined {
    const seen = this.#seen.get(note.id);
    return seen === undefined ? undefined : note.history.filter(({ id }) => !seen.has(id.slice(0, DIGITS)));
  }

  /** The note is on screen as it is now. Throws `NotWritable`; it counts as seen all the same. */
  async mark(note: Note): Promise<void> {
    if (this.newOn(note)?.length === 0) return;
    this.#seen.delete(note.id);
    this.#seen.set(note.id, new Set(note.history.map(({ id }) => id.slice(0, DIGITS))));
    const kept = [...this.#seen].slice(-MAX_NOTES).map(([id, events]) => [id, [...events]]);
    await this.#turns.run(() => writePrivate(this.#files, FILE, kept));
  }
}
