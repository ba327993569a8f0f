import type { Line } from "../domain/event-line.ts";
import { foldRecord, isReadable } from "../domain/fold.ts";
import type { FoldedRecord, UnreadableRecord } from "../domain/fold.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import type { KnownRecord, RecordName, RecordOf } from "../domain/record-kinds.ts";
import { byRecord } from "../store/record-lines.ts";
import type { NewLine, Reading } from "../store/store.ts";

/** A record, and the same record as it was; undefined where there was none, or is none any more. */
export interface RecordChange {
  readonly now: FoldedRecord | undefined;
  readonly before: FoldedRecord | undefined;
}

/** Which records are other than before. Empty: nothing is. */
export type BookChange = ReadonlyMap<RecordId, RecordChange>;

/** All records of a store, folded. What has not changed is not folded again, whatever is read. */
export class Book {
  readonly #lines = new Map<RecordId, readonly Line[]>();
  readonly #folded = new Map<RecordId, FoldedRecord>();
  readonly #byKind = new Map<RecordName, Map<RecordId, KnownRecord["record"]>>();
  readonly #unreadable = new Map<RecordId, UnreadableRecord>();

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
    return this.#lines.has(record);
  }

  /** The lines of a record, in the order they came. */
  lines(record: RecordId): readonly Line[] {
    return this.#lines.get(record) ?? [];
  }

  /** The lines of records as they are now, whatever is added later. */
  snapshot(): (record: RecordId) => readonly Line[] {
    const lines = new Map(this.#lines);
    return (record) => lines.get(record) ?? [];
  }

  /** Takes over what was read. */
  take({ records, whole }: Reading): BookChange {
    const changes = new Map<RecordId, RecordChange>();
    for (const [record, lines] of records) this.#set(record, lines, changes);
    if (whole)
      for (const record of [...this.#lines.keys()]) if (!records.has(record)) this.#set(record, [], changes);
    return changes;
  }

  /** Adds lines that were saved just now. */
  add(added: readonly NewLine[]): BookChange {
    const changes = new Map<RecordId, RecordChange>();
    for (const [record, lines] of byRecord(added))
      this.#set(record, withLines(this.lines(record), lines), changes);
    return changes;
  }

  #set(record: RecordId, lines: readonly Line[], changes: Map<RecordId, RecordChange>): void {
    if (isSameSet(this.lines(record), lines)) return;
    const before = this.#folded.get(record);
    this.#lines.delete(record);
    this.#folded.delete(record);
    this.#unreadable.delete(record);
    if (before !== undefined && isReadable(before)) this.#ofKind(before.kind).delete(record);
    if (lines.length > 0) {
      this.#lines.set(record, lines);
      const folded = foldRecord(record, lines);
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

/** `lines` and those of `added` that are not among them. */
export function withLines(lines: readonly Line[], added: readonly Line[]): readonly Line[] {
  const known = new Set(lines.map(({ id }) => id));
  return [...lines, ...added.filter(({ id }) => !known.has(id))];
}

function isSameSet(one: readonly Line[], other: readonly Line[]): boolean {
  if (one.length !== other.length) return false;
  const ids = new Set(one.map(({ id }) => id));
  return other.every(({ id }) => ids.has(id));
}
