import type { Line } from "../domain/event-line.ts";
import type { EventId, RecordId } from "../domain/ids.ts";
import { foldRecord, isReadable } from "../domain/fold.ts";
import type { FoldedRecord, UnreadableRecord } from "../domain/fold.ts";
import type { Note } from "../domain/note.ts";
import type { KnownRecord, RecordName, RecordOf } from "../domain/record-kinds.ts";
import type { Reading } from "../store/store.ts";

/** A record, and the same record as it was; undefined where there was none, or is none any more. */
export interface RecordChange {
  readonly now: FoldedRecord | undefined;
  readonly before: FoldedRecord | undefined;
}

/** Which records are other than before. Empty: nothing is. */
export type BookChange = ReadonlyMap<RecordId, RecordChange>;

/** What is remembered of a record's lines. The lines themselves are the store's: the half of them that people wrote is in what they came to. */
interface Held {
  readonly ids: readonly EventId[];
  readonly bytes: number;
}

/** How much a record's lines are: their number, and their bytes with newlines. */
export interface RecordSize {
  readonly lines: number;
  readonly bytes: number;
}

/** All records of a store, folded. What has not changed is not folded again, whatever is read. */
export class Book {
  readonly #held = new Map<RecordId, Held>();
  readonly #folded = new Map<RecordId, FoldedRecord>();
  readonly #byKind = new Map<RecordName, Map<RecordId, KnownRecord["record"]>>();
  readonly #unreadable = new Map<RecordId, UnreadableRecord>();
  readonly #ahead = new WeakMap<readonly Line[], FoldedRecord>();

  get notes(): ReadonlyMap<RecordId, Note> {
    return this.of("note");
  }

  /** All records of one kind. */
  of<Name extends RecordName>(kind: Name): ReadonlyMap<RecordId, RecordOf<Name>> {
    return this.#ofKind(kind) as unknown as ReadonlyMap<RecordId, RecordOf<Name>>;
  }

  /** A record of whatever kind, readable or not. */
  get(record: RecordId): FoldedRecord | undefined {
    return this.#folded.get(record);
  }

  get unreadable(): ReadonlyMap<RecordId, UnreadableRecord> {
    return this.#unreadable;
  }

  has(record: RecordId): boolean {
    return this.#held.has(record);
  }

  sizeOf(record: RecordId): RecordSize {
    const { ids, bytes } = this.#held.get(record) ?? nothing;
    return { lines: ids.length, bytes };
  }

  /** Folds a record that is being read, while others still come: `take` is then given these lines, and nothing is shown before. */
  foldAhead(record: RecordId, lines: readonly Line[]): void {
    if (!this.#holds(record, lines)) this.#ahead.set(lines, foldRecord(record, lines));
  }

  /** Takes over what was read: each record whole; with `whole`, all that there are. */
  take({ records, whole }: Pick<Reading, "records" | "whole">): BookChange {
    const changes = new Map<RecordId, RecordChange>();
    for (const [record, lines] of records) this.#set(record, lines, changes);
    if (whole)
      for (const record of [...this.#held.keys()]) if (!records.has(record)) this.#set(record, [], changes);
    return changes;
  }

  /** Whether these are the lines that are known, in whatever order. */
  #holds(record: RecordId, lines: readonly Line[]): boolean {
    const { ids } = this.#held.get(record) ?? nothing;
    if (ids.length !== lines.length) return false;
    const known = new Set(ids);
    return lines.every(({ id }) => known.has(id));
  }

  #set(record: RecordId, lines: readonly Line[], changes: Map<RecordId, RecordChange>): void {
    if (this.#holds(record, lines)) return;
    const before = this.#folded.get(record);
    this.#held.delete(record);
    this.#folded.delete(record);
    this.#unreadable.delete(record);
    if (before !== undefined && isReadable(before)) this.#ofKind(before.kind).delete(record);
    if (lines.length > 0) {
      this.#held.set(record, { ids: lines.map(({ id }) => id), bytes: bytesOf(lines) });
      const folded = this.#ahead.get(lines) ?? foldRecord(record, lines);
      this.#folded.set(record, folded);
      if (isReadable(folded)) this.#ofKind(folded.kind).set(record, folded.record);
      else this.#unreadable.set(record, folded);
    }
    changes.set(record, { now: this.#folded.get(record), before });
  }

  #ofKind(kind: RecordName): Map<RecordId, KnownRecord["record"]> {
    const known = this.#byKind.get(kind);
    if (known !== undefined) return known;
    const made = new Map<RecordId, KnownRecord["record"]>();
    this.#byKind.set(kind, made);
    return made;
  }
}

const nothing: Held = { ids: [], bytes: 0 };

const bytesOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { bytes }) => sum + bytes.length + 1, 0);
