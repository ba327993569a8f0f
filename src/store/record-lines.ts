import type { EventId, RecordId } from "../domain/ids.ts";
import type { Line } from "../domain/event-line.ts";
import type { NewLine, RecordLines } from "./store.ts";

/** Puts lines from several places together; what is in two of them is there once. */
export class LineUnion {
  readonly #lines = new Map<RecordId, Line[]>();
  readonly #ids = new Map<RecordId, Set<EventId>>();

  add(record: RecordId, lines: Iterable<Line>): void {
    let known = this.#lines.get(record);
    let ids = this.#ids.get(record);
    if (known === undefined || ids === undefined) {
      this.#lines.set(record, (known = []));
      this.#ids.set(record, (ids = new Set()));
    }
    for (const line of lines) {
      if (ids.has(line.id)) continue;
      ids.add(line.id);
      known.push(line);
    }
  }

  has(record: RecordId, id: EventId): boolean {
    return this.#ids.get(record)?.has(id) ?? false;
  }

  get records(): RecordLines {
    return this.#lines;
  }
}

/** The lines of each record, in the order given, without doubles. */
export function byRecord(lines: Iterable<NewLine>): RecordLines {
  const union = new LineUnion();
  for (const { record, line } of lines) union.add(record, [line]);
  return union.records;
}

/** The lines with the record each belongs to, one after the other. */
export function* eachLine(records: RecordLines): Generator<NewLine> {
  for (const [record, lines] of records) for (const line of lines) yield { record, line };
}
