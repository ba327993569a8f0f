import type { Moment } from "../domain/dates.ts";
import type { NewEvent } from "../domain/record-kinds.ts";
import type { RecordState } from "../domain/record.ts";
import { FORMAT_VERSION, writeLine } from "../domain/event-line.ts";
import type { EventId, RecordId } from "../domain/ids.ts";
import type { Person } from "../domain/person.ts";
import type { NewLine } from "../store/store.ts";

/** Ids in `seen` at most, as the format has it. */
const MAX_SEEN = 1000;

/** Who writes, and when. */
export interface Signature {
  readonly by: Person;
  readonly at: Moment;
}

/** Writes the events of one action, each of which has seen the one before. Nothing is saved until the lines are appended. */
export class Pen {
  readonly #signature: Signature;
  readonly #lines: NewLine[] = [];
  #record: RecordId | null;
  #seen: readonly EventId[];

  private constructor(signature: Signature, record: RecordId | null, seen: readonly EventId[]) {
    this.#signature = signature;
    this.#record = record;
    this.#seen = seen;
  }

  /** For a new record; the first event starts it. */
  static forNewRecord = (signature: Signature): Pen => new Pen(signature, null, []);

  static forRecord = (record: RecordState, signature: Signature): Pen =>
    new Pen(signature, record.id, record.heads.slice(-MAX_SEEN));

  /** The id of the event, by which later ones may name it. */
  write(event: NewEvent): EventId {
    const { by, at } = this.#signature;
    const line = writeLine({
      v: FORMAT_VERSION,
      record: this.#record,
      type: event.type,
      at,
      by,
      seen: [...this.#seen],
      data: event.data,
    });
    this.#record ??= line.id;
    this.#lines.push({ record: this.#record, line });
    this.#seen = [line.id];
    return line.id;
  }

  get lines(): readonly NewLine[] {
    return this.#lines;
  }
}
