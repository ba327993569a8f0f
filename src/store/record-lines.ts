import type { EventId, RecordId } from "../domain/ids.ts";
import type { Line } from "../domain/event-line.ts";
import type { NewLine, RecordLines } from "./store.ts";

/** Puts lines from several places together; what is in two of them is there once. */
export class LineUnion {
  readonly #lines = new Map<RecordId, Line[]>();
  /** Of those that were asked for: most records come in one piece. */
  readonly #ids = new Map<RecordId, Set<EventId>>();

  /** Answers all that there is of the record now; what is added later is added to it. */
  add(record: RecordId, lines: Iterable<Line>): readonly Line[] {
    const known = this.#lines.get(record);
    if (known === undefined) {
      const first = withoutDoubles([...lines]);
      this.#lines.set(record, first);
      return first;
    }
    const ids = this.#idsOf(record);
    for (const line of lines) {
      if (ids.has(line.id)) continue;
      ids.add(line.id);
      known.push(line);
    }
    return known;
  }

  has(record: RecordId, id: EventId): boolean {
    return this.#idsOf(record).has(id);
  }

  #idsOf(record: RecordId): Set<EventId> {
    const known = this.#ids.get(record);
    if (known !== undefined) return known;
    const lines = this.#lines.get(record);
    const ids = new Set(lines?.map(({ id }) => id));
    if (lines !== undefined) this.#ids.set(record, ids);
    return ids;
  }

  get records(): RecordLines {
    return this.#lines;
  }
}

/** Each line once. */
export function withoutDoubles(lines: Line[]): Line[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return byId.size === lines.length ? lines : [...byId.values()];
}

/** All of them in one, without doubles. */
export function unionOf(parts: readonly RecordLines[]): RecordLines {
  const union = new LineUnion();
  for (const part of parts) for (const [record, lines] of part) union.add(record, lines);
  return union.records;
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
