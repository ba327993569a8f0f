import * as z from "zod/mini";
import { Day } from "../domain/dates.ts";
import { InTurn } from "./in-turn.ts";
import type { PrivateFiles } from "./ports.ts";
import { readPrivate, writePrivate } from "./private-json.ts";

const FILE = "not-now.json";
const PutOff = z.record(z.string(), Day);

/** Rows of Now that a person does not want to see before a day, by the key of the row. On this machine only. */
export class PutOffRows {
  readonly #files: PrivateFiles;
  readonly #turns = new InTurn();
  #until: ReadonlyMap<string, Day> = new Map();

  constructor(files: PrivateFiles) {
    this.#files = files;
  }

  load(): Promise<void> {
    return this.#turns.run(() => this.#read());
  }

  /** The day from which on the row is shown again; undefined where it is shown on `today`. */
  until(row: string, today: Day): Day | undefined {
    const day = this.#until.get(row);
    return day !== undefined && day > today ? day : undefined;
  }

  /** Puts a row off until a day, or shows it again. Days that are past are forgotten on the way. Throws `NotWritable`. */
  set(row: string, until: Day | null, today: Day): Promise<void> {
    return this.#turns.run(async () => {
      // Another window may have put off something else.
      await this.#read();
      const next = new Map([...this.#until].filter(([, day]) => day > today));
      if (until === null) next.delete(row);
      else next.set(row, until);
      await writePrivate(this.#files, FILE, Object.fromEntries(next));
      this.#until = next;
    });
  }

  async #read(): Promise<void> {
    this.#until = new Map(Object.entries((await readPrivate(this.#files, FILE, PutOff)) ?? {}));
  }
}
