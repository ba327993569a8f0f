import * as z from "zod/mini";
import { Anchor } from "../domain/anchor.ts";
import { Moment } from "../domain/dates.ts";
import { RecordId } from "../domain/ids.ts";
import { NoteValues } from "../domain/note-fields.ts";
import { Person } from "../domain/person.ts";
import type { Log, PrivateFiles } from "./ports.ts";
import { readPrivate, writePrivate } from "./private-json.ts";

const FOLDER = "drafts/";

/**
 * A draft on this machine. While it is being shared it holds all that its events are made of, so that whoever makes them (this window, one
 * beside it, or the next one after a crash) makes the same lines, and doubles fall together.
 */
const StoredDraft = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  at: Moment,
  fields: NoteValues,
  anchor: z.optional(Anchor),
  threatens: z.optional(z.array(RecordId)),
  share: z.optional(z.object({ after: Moment, at: Moment, by: Person, nonce: z.string() })),
});
export type StoredDraft = z.infer<typeof StoredDraft>;

/** The drafts of this machine, read once and kept in step with their files. */
export class Drafts {
  readonly #files: PrivateFiles;
  readonly #log: Log;
  #all = new Map<string, StoredDraft>();

  constructor(files: PrivateFiles, log: Log) {
    this.#files = files;
    this.#log = log;
  }

  /** Oldest first. */
  all(): readonly StoredDraft[] {
    return [...this.#all.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  }

  get(id: string): StoredDraft | undefined {
    return this.#all.get(id);
  }

  /** Reads all of them; whether any is other than before. */
  async load(): Promise<boolean> {
    const all = new Map<string, StoredDraft>();
    for (const name of await this.#files.list(FOLDER)) {
      const draft = await readPrivate(this.#files, name, StoredDraft);
      if (draft !== undefined) all.set(draft.id, draft);
      else this.#log.warn(`a draft can't be read; its file stays where it is: ${name}`);
    }
    const isOther = JSON.stringify([...all.values()]) !== JSON.stringify([...this.#all.values()]);
    this.#all = all;
    return isOther;
  }

  /** Reads one again, as another window may have changed or removed it. */
  async reload(id: string): Promise<StoredDraft | undefined> {
    const draft = await readPrivate(this.#files, fileOf(id), StoredDraft);
    if (draft === undefined) this.#all.delete(id);
    else this.#all.set(id, draft);
    return draft;
  }

  /** Keeps a draft durably. Throws `NotWritable`. */
  async keep(draft: StoredDraft): Promise<void> {
    await writePrivate(this.#files, fileOf(draft.id), draft);
    this.#all.set(draft.id, draft);
  }

  async remove(id: string): Promise<void> {
    await this.#files.remove(fileOf(id));
    this.#all.delete(id);
  }
}

const fileOf = (id: string) => `${FOLDER}${id}.json`;
