import type { Disposable } from "../base/emitter.ts";
import type { RecordId } from "../domain/ids.ts";
import type { ActionOutcome } from "../protocol/action.ts";
import { byRecord, unionOf } from "../store/record-lines.ts";
import type { NewLine, Reading, RecordLines, Store } from "../store/store.ts";
import { Book } from "./book.ts";
import type { BookChange } from "./book.ts";
import { InTurn } from "./in-turn.ts";
import type { Log } from "./ports.ts";
import { outcomeOf } from "./recorder.ts";

/** Lines about to be saved for a record, and for what hangs on it; or the answer where there is nothing to save. */
export type Prepared =
  | { readonly kind: "lines"; readonly record: RecordId; readonly lines: readonly NewLine[] }
  | { readonly kind: "answer"; readonly outcome: ActionOutcome };

export interface RecordsListener {
  /** Records are other than before, by whose hand ever. */
  readonly changed: (change: BookChange) => void;
  /** Lines of this record were saved here. */
  readonly saved: (record: RecordId) => void;
}

/** The store and the book that is kept in step with it. One thing at a time: who saves has seen all that was saved before. */
export class Records implements Disposable {
  readonly book = new Book();
  readonly #told: RecordsListener;
  readonly #log: Log;
  readonly #turns = new InTurn();
  #store: Store;
  #listening: Disposable;
  #mark: string | undefined;
  #nextRefresh: Promise<void> | undefined;
  #isDisposed = false;

  constructor(store: Store, told: RecordsListener, log: Log) {
    this.#store = store;
    this.#told = told;
    this.#log = log;
    this.#listening = this.#listen(store);
  }

  get store(): Store {
    return this.#store;
  }

  /** Reads what has changed. Calls that come before it has begun are one. Fails where the store can't be read. */
  refresh(): Promise<void> {
    this.#nextRefresh ??= this.#turns.run(() => {
      this.#nextRefresh = undefined;
      return this.#read();
    });
    return this.#nextRefresh;
  }

  /** Prepares lines from the book as it is when their turn has come, and saves them. */
  save(prepare: () => Prepared | Promise<Prepared>): Promise<ActionOutcome> {
    return this.#turns.run(async () => {
      const prepared = await prepare();
      if (prepared.kind === "answer") return prepared.outcome;
      const { record, lines } = prepared;
      if (lines.length > 0) {
        const touched = new Set(lines.map((line) => line.record));
        // Beside the save, which waits for the disk: what is known of a record is not kept in memory.
        const before = this.#linesOf([...touched].filter((one) => this.book.has(one)));
        const appended = await this.#store.append(lines);
        const known = await before;
        if (appended.kind !== "saved") return outcomeOf(appended, record);
        if (known === undefined) await this.#readAnew();
        else this.#tell(this.book.take({ records: unionOf([known, byRecord(lines)]), whole: false }));
        for (const one of touched) this.#told.saved(one);
      }
      return { kind: "saved", record };
    });
  }

  /** Goes on with another store, which may hold more or less than the one before. */
  async replaceStore(open: () => Store): Promise<void> {
    await this.#turns.run(async () => {
      this.#listening.dispose();
      await this.#store.dispose();
      this.#store = open();
      this.#mark = undefined;
      this.#listening = this.#listen(this.#store);
      await this.#read();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listening.dispose();
    // What is being saved is saved first.
    this.#turns
      .run(() => this.#store.dispose())
      .catch((error: unknown) => this.#log.warn("the store could not be closed", error));
  }

  #listen(store: Store): Disposable {
    return store.onDidChange(() => {
      this.refresh().catch((error: unknown) => this.#log.warn("the record could not be read again", error));
    });
  }

  /** Undefined where the store could not be read. Never fails: what is being saved meanwhile is not to fail with it. */
  async #linesOf(records: readonly RecordId[]): Promise<RecordLines | undefined> {
    if (records.length === 0) return new Map();
    try {
      return await this.#store.lines(records);
    } catch (error) {
      this.#log.warn("what is known of a record could not be read", error);
      return undefined;
    }
  }

  /** What was saved is saved, even where it can't be read now: it is shown as soon as it can. */
  async #readAnew(): Promise<void> {
    await this.#read().catch((error: unknown) => this.#log.warn("the record could not be read again", error));
  }

  async #read(): Promise<void> {
    if (this.#isDisposed) return;
    const reading =
      this.#mark === undefined ? await this.#readAll() : await this.#store.readSince(this.#mark);
    this.#mark = reading.mark;
    this.#tell(this.book.take(reading));
  }

  #readAll(): Promise<Reading> {
    this.book.begin();
    return this.#store.read((record, lines) => this.book.foldAhead(record, lines));
  }

  #tell(change: BookChange): void {
    if (change.size > 0) this.#told.changed(change);
  }
}
