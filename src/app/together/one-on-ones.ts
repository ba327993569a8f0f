import type { RecordId } from "../../domain/ids.ts";
import { isEmptyOneOnOne, OneOnOne, OneOnOneBox, textIn } from "../../domain/one-on-one.ts";
import { InTurn } from "../in-turn.ts";
import { NotWritable, readPrivate, writePrivate } from "../private-json.ts";
import type { Chance, Clock, PrivateFiles } from "../ports.ts";

/** What came of something done to a 1:1. "gone": it was finished or deleted meanwhile, maybe in another window. "empty": there is nothing in it. */
export type OneOnOneEnd = "done" | "gone" | "empty";

const FOLDER = "one-on-one/";
const fileOf = (id: RecordId) => `${FOLDER}${id}.json`;

/**
 * The 1:1s of one person: private files, one each, replaced whole and durably. The one that is being written is the oldest that is not finished, so that
 * two windows which start one at the same time lose neither.
 */
export class OneOnOnes {
  readonly #files: PrivateFiles;
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #turns = new InTurn();
  /** Ids that were ever handed out here: what is typed under them belongs here, and nowhere else. */
  readonly #ids = new Set<RecordId>();

  constructor(files: PrivateFiles, clock: Clock, chance: Chance) {
    this.#files = files;
    this.#clock = clock;
    this.#chance = chance;
  }

  /** Whether what is said of this id is said of a 1:1. */
  has(id: RecordId): boolean {
    return this.#ids.has(id);
  }

  /** The one that is being written, and the earlier ones, newest first. Throws `NotWritable`. */
  all(): Promise<{ readonly current: OneOnOne; readonly earlier: readonly OneOnOne[] }> {
    return this.#turns.run(async () => {
      const all = await this.#read();
      const open = all.filter(({ finished }) => finished === undefined).sort(byStart);
      const current = open[0] ?? (await this.#start());
      const earlier = all
        .filter(({ finished }) => finished !== undefined)
        .sort(byStart)
        .reverse();
      for (const { id } of [current, ...earlier]) this.#ids.add(id);
      return { current, earlier };
    });
  }

  /** Keeps the text of a box, while it is being typed. Throws `NotWritable`. */
  keep(id: RecordId, key: string, text: string): Promise<OneOnOneEnd> {
    return this.#change(id, (one) => {
      const texts = new Map(Object.entries(one.texts));
      if (text === "") texts.delete(key);
      else texts.set(key, text);
      return { ...one, texts: Object.fromEntries(texts) };
    });
  }

  /** Puts a line under what stands in the first box of the one being written. Throws `NotWritable`. */
  async put(line: string): Promise<void> {
    const { current } = await this.all();
    await this.#change(current.id, (one) => {
      const before = textIn(one, "mind").trimEnd();
      return { ...one, texts: { ...one.texts, mind: before === "" ? line : `${before}\n${line}` } };
    });
  }

  /** Closes it: from now on it is read only, and the next begins empty. Throws `NotWritable`. */
  finish(id: RecordId): Promise<OneOnOneEnd> {
    return this.#change(id, (one) =>
      isEmptyOneOnOne(one)
        ? "empty"
        : {
            ...one,
            finished: this.#clock.now(),
            texts: Object.fromEntries(OneOnOneBox.options.map((box) => [box, textIn(one, box)])),
          },
    );
  }

  /** Deletes it for good. Throws `NotWritable` where this machine does not let it go. */
  remove(id: RecordId): Promise<void> {
    return this.#turns.run(async () => {
      try {
        await this.#files.remove(fileOf(id));
      } catch (error) {
        throw new NotWritable(String(error));
      }
    });
  }

  one(id: RecordId): Promise<OneOnOne | undefined> {
    return this.#turns.run(() => readPrivate(this.#files, fileOf(id), OneOnOne));
  }

  #change(id: RecordId, change: (one: OneOnOne) => OneOnOne | "empty"): Promise<OneOnOneEnd> {
    return this.#turns.run(async () => {
      const one = await readPrivate(this.#files, fileOf(id), OneOnOne);
      if (one === undefined || one.finished !== undefined) return "gone";
      const changed = change(one);
      if (changed === "empty") return "empty";
      await writePrivate(this.#files, fileOf(id), changed);
      return "done";
    });
  }

  async #start(): Promise<OneOnOne> {
    const one: OneOnOne = { id: this.#chance.hex(32), started: this.#clock.now(), texts: {} };
    await writePrivate(this.#files, fileOf(one.id), one);
    return one;
  }

  async #read(): Promise<readonly OneOnOne[]> {
    const names = await this.#files.list(FOLDER);
    const read = await Promise.all(names.map((name) => readPrivate(this.#files, name, OneOnOne)));
    return read.filter((one, at): one is OneOnOne => one !== undefined && names[at] === fileOf(one.id));
  }
}

const byStart = (one: OneOnOne, other: OneOnOne): number =>
  Date.parse(one.started) - Date.parse(other.started) || (one.id < other.id ? -1 : 1);
