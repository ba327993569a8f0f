import * as z from "zod/mini";
import type { Line } from "../domain/event-line.ts";
import type { RecordId } from "../domain/ids.ts";
import { LineUnion, withoutDoubles } from "../store/record-lines.ts";
import type { EachRecord, Reading, RecordLines } from "../store/store.ts";
import { look } from "./git-replica.ts";
import type { Looked, StoreParts } from "./git-replica.ts";
import { unsettled } from "./journals.ts";
import { ObjectId } from "./object-id.ts";
import { readRecordFile } from "./record-file.ts";

/** What had been read when a mark was given. */
const Mark = z.object({
  adopted: z.nullable(ObjectId),
  local: z.nullable(ObjectId),
  removals: z.int(),
  /** How far each journal had been read, in bytes. */
  journals: z.record(z.string(), z.int()),
});
type Mark = z.infer<typeof Mark>;

/** Reads what is on the branch and in the journals, and remembers how large each record is. */
export class StoreReading {
  readonly #parts: StoreParts;
  readonly #sizes = new Map<RecordId, number>();
  #knowsAllSizes = false;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  async read(each?: EachRecord): Promise<Reading> {
    return this.#readAll(await look(this.#parts), each);
  }

  async lines(records: readonly RecordId[]): Promise<RecordLines> {
    return (await this.#readSome(records, await look(this.#parts))).records;
  }

  async readSince(mark: string): Promise<Reading> {
    const looked = await look(this.#parts);
    const since = parseMark(mark);
    const changed = since === undefined ? undefined : await this.#changedSince(since, looked);
    return changed === undefined ? this.#readAll(looked) : this.#readSome([...changed], looked);
  }

  /** Bytes that the record's file would have, newlines included. */
  async sizeOf(record: RecordId): Promise<number> {
    const known = this.#sizes.get(record);
    if (known !== undefined || this.#knowsAllSizes) return known ?? 0;
    await this.#readSome([record], await look(this.#parts));
    return this.#sizes.get(record) ?? 0;
  }

  /** Counts what this process has just saved, so that the next save need not look. */
  grew(record: RecordId, bytes: number): void {
    const known = this.#sizes.get(record);
    if (known !== undefined || this.#knowsAllSizes) this.#sizes.set(record, (known ?? 0) + bytes);
  }

  async #readAll(looked: Looked, each?: EachRecord): Promise<Reading> {
    const union = new LineUnion();
    const { adopted, local } = looked.found.state;
    // The journals first: a record that neither they nor another tip hold is whole as soon as it has come.
    addJournals(union, looked, () => true);
    this.#sizes.clear();
    for (const tip of new Set([adopted, local])) {
      if (tip === null) continue;
      const isLast = local === null || tip === local;
      await this.#parts.reader.readAll(tip, (record, lines) => {
        if (each === undefined || !isLast || union.records.has(record)) {
          union.add(record, lines);
          return;
        }
        const whole = withoutDoubles(lines);
        this.#sizes.set(record, sizeOfLines(whole));
        each(record, whole);
      });
    }
    this.#knowsAllSizes = true;
    return this.#reading(union, looked, true);
  }

  async #readSome(records: readonly RecordId[], looked: Looked): Promise<Reading> {
    const union = new LineUnion();
    for (const record of records) union.add(record, []);
    const { adopted, local } = looked.found.state;
    for (const tip of [adopted, local]) {
      if (tip === null || records.length === 0) continue;
      for (const [record, content] of await this.#parts.reader.readFiles(tip, records)) {
        union.add(record, readRecordFile(content));
      }
    }
    const asked = new Set(records);
    addJournals(union, looked, (record) => asked.has(record));
    return this.#reading(union, looked, false);
  }

  #reading(union: LineUnion, { journals, found }: Looked, whole: boolean): Reading {
    for (const [record, lines] of union.records) this.#sizes.set(record, sizeOfLines(lines));
    const { adopted, local, removals } = found.state;
    const mark: Mark = {
      adopted,
      local,
      removals,
      journals: Object.fromEntries(journals.map(({ key, end }) => [key, end])),
    };
    return { records: union.records, whole, mark: JSON.stringify(mark) };
  }

  /** Undefined where it can't be told, or lines are gone: then everything is to be read. */
  async #changedSince(
    since: Mark,
    { journals, found: { state } }: Looked,
  ): Promise<ReadonlySet<RecordId> | undefined> {
    if (since.removals !== state.removals) return undefined;
    const { reader } = this.#parts;
    const received = await reader.changed(since.adopted, state.adopted);
    const kept = await reader.changed(since.local, state.local);
    if (received === undefined || kept === undefined) return undefined;
    const changed = new Set<RecordId>([...received, ...kept]);
    for (const journal of journals) {
      const upTo = Object.hasOwn(since.journals, journal.key) ? (since.journals[journal.key] ?? 0) : 0;
      for (const { lines, end } of unsettled(journal, state.settled)) {
        if (end > upTo) for (const { record } of lines) changed.add(record);
      }
    }
    return changed;
  }
}

function addJournals(
  union: LineUnion,
  { journals, found }: Looked,
  isAsked: (record: RecordId) => boolean,
): void {
  for (const journal of journals)
    for (const { lines } of unsettled(journal, found.state.settled))
      for (const { record, line } of lines) if (isAsked(record)) union.add(record, [line]);
}

const sizeOfLines = (lines: readonly Line[]): number =>
  lines.reduce((size, { bytes }) => size + bytes.length + 1, 0);

function parseMark(mark: string): Mark | undefined {
  try {
    return Mark.safeParse(JSON.parse(mark)).data;
  } catch {
    return undefined;
  }
}
