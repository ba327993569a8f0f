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
  readonly #ahead = new Map<RecordId, Taken | "known" | undefined>();

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

  /** Begins to read everything: what was folded ahead of a reading that came to nothing is forgotten. */
  begin(): void {
    this.#ahead.clear();
  }

  /** Folds a record that was read, while others still come. It is shown when `take` is given the others. */
  foldAhead(record: RecordId, lines: readonly Line[]): void {
    this.#ahead.set(record, this.#holds(record, lines) ? "known" : taken(record, lines));
  }

  /** Takes over what was read: each record whole; with `whole`, these and those folded ahead are all that there are. */
  take({ records, whole }: Pick<Reading, "records" | "whole">): BookChange {
    const changes = new Map<RecordId, RecordChange>();
    const isThere = new Set([...this.#ahead.keys(), ...records.keys()]);
    for (const [record, ahead] of this.#ahead) if (ahead !== "known") this.#set(record, ahead, changes);
    this.#ahead.clear();
    for (const [record, lines] of records)
      if (!this.#holds(record, lines)) this.#set(record, taken(record, lines), changes);
    if (whole)
      for (const record of [...this.#held.keys()])
        if (!isThere.has(record)) this.#set(record, undefined, changes);
    return changes;
  }

  /** Whether these are the lines that are known, in whatever order. */
  #holds(record: RecordId, lines: readonly Line[]): boolean {
    const { ids } = this.#held.get(record) ?? nothing;
    if (ids.length !== lines.length) return false;
    const known = new Set(ids);
    return lines.every(({ id }) => known.has(id));
  }

  #set(record: RecordId, next: Taken | undefined, changes: Map<RecordId, RecordChange>): void {
    const before = this.#folded.get(record);
    this.#held.delete(record);
    this.#folded.delete(record);
    this.#unreadable.delete(record);
    if (before !== undefined && isReadable(before)) this.#ofKind(before.kind).delete(record);
    if (next !== undefined) {
      const { held, folded } = next;
      this.#held.set(record, held);
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

/** A record as it is from now on. */
interface Taken {
  readonly held: Held;
  readonly folded: FoldedRecord;
}

const taken = (record: RecordId, lines: readonly Line[]): Taken | undefined =>
  lines.length === 0
    ? undefined
    : {
        held: { ids: lines.map(({ id }) => id), bytes: bytesOf(lines) },
        folded: foldRecord(record, lines),
      };

const nothing: Held = { ids: [], bytes: 0 };

const bytesOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { bytes }) => sum + bytes.length + 1, 0);
