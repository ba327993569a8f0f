import type { Line } from "../domain/event-line.ts";
import { foldRecord } from "../domain/fold.ts";
import type { FoldedRecord } from "../domain/fold.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import { byRecord } from "../store/record-lines.ts";
import type { NewLine, Reading } from "../store/store.ts";

/** A record that can't be shown as a note. */
export type UnreadableRecord = Exclude<FoldedRecord, { kind: "note" }>;

/** A note, and the same note as it was; undefined where there was none, or is none any more. */
export interface NoteChange {
  readonly now: Note | undefined;
  readonly before: Note | undefined;
}

/** Which records are other than before. Empty: nothing is. */
export type BookChange = ReadonlyMap<RecordId, NoteChange>;

/** All records of a store, folded. What has not changed is not folded again, whatever is read. */
export class Book {
  readonly #lines = new Map<RecordId, readonly Line[]>();
  readonly #notes = new Map<RecordId, Note>();
  readonly #unreadable = new Map<RecordId, UnreadableRecord>();

  get notes(): ReadonlyMap<RecordId, Note> {
    return this.#notes;
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
    const changes = new Map<RecordId, NoteChange>();
    for (const [record, lines] of records) this.#set(record, lines, changes);
    if (whole)
      for (const record of [...this.#lines.keys()]) if (!records.has(record)) this.#set(record, [], changes);
    return changes;
  }

  /** Adds lines that were saved just now. */
  add(added: readonly NewLine[]): BookChange {
    const changes = new Map<RecordId, NoteChange>();
    for (const [record, lines] of byRecord(added))
      this.#set(record, withLines(this.lines(record), lines), changes);
    return changes;
  }

  #set(record: RecordId, lines: readonly Line[], changes: Map<RecordId, NoteChange>): void {
    if (isSameSet(this.lines(record), lines)) return;
    const before = this.#notes.get(record);
    this.#lines.delete(record);
    this.#notes.delete(record);
    this.#unreadable.delete(record);
    if (lines.length > 0) {
      this.#lines.set(record, lines);
      const folded = foldRecord(record, lines);
      if (folded.kind === "note") this.#notes.set(record, folded.note);
      else this.#unreadable.set(record, folded);
    }
    changes.set(record, { now: this.#notes.get(record), before });
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
