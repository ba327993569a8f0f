import { lineOf, writeLine } from "../../src/domain/event-line.ts";
import type { Envelope, Line } from "../../src/domain/event-line.ts";
import type { EventId, RecordId } from "../../src/domain/ids.ts";
import type { Person } from "../../src/domain/person.ts";
import { toUtf8 } from "../../src/base/utf8.ts";
import type { NewLine, Reading, RecordLines } from "../../src/store/store.ts";

export const ann: Person = { name: "Ann", email: "ann@example.org" };
export const ben: Person = { name: "Ben", email: "ben@example.org" };

let count = 0;

/** 32 hexadecimal digits that no other call in this process gave. Several processes of one test hand in a `salt`. */
export const nonce = (salt = 0): string =>
  salt.toString(16).padStart(8, "0") + (count += 1).toString(16).padStart(24, "0");

/** A line with every part of the envelope; what is not given is filled in. */
export const anEvent = (parts: Partial<Envelope>): Line =>
  writeLine({
    v: 1,
    record: null,
    type: "noteOpened",
    at: "2026-11-22T10:00:00+01:00",
    by: ann,
    seen: [],
    data: {},
    ...parts,
  });

/** A note that has just been opened. */
export function aNote({
  title = "One query loads every product",
  by = ann,
  salt = 0,
}: { title?: string; by?: Person; salt?: number } = {}) {
  const line = anEvent({ by, data: { nonce: nonce(salt), fields: { kind: "bottleneck", title } } });
  return { record: line.id, line, lines: [{ record: line.id, line }] as readonly NewLine[] };
}

/** A comment on a record, by somebody who had seen `seen`. */
export const aComment = (
  record: RecordId,
  seen: readonly EventId[],
  text: string,
  by: Person = ben,
): NewLine => ({
  record,
  line: anEvent({ record, type: "commented", by, seen: [...seen], data: { text } }),
});

/** Says that lines of a record were taken out for good. */
export const aRedaction = (record: RecordId, ids: readonly EventId[]): NewLine => ({
  record,
  line: anEvent({
    record,
    type: "lineRedacted",
    data: { lines: ids.map((id) => ({ id, seen: [] })), because: "It held a password" },
  }),
});

/** A line's JSON. */
export const lineText = ({ bytes }: Line): string => new TextDecoder().decode(bytes);

/** A line that is whatever these bytes are. */
export const rawLine = (record: RecordId, bytes: Uint8Array | string): NewLine => ({
  record,
  line: lineOf(typeof bytes === "string" ? toUtf8(bytes) : bytes),
});

/** Every line's id, sorted: what two stores have in common, or not. */
export const idsOf = (records: RecordLines | Reading): EventId[] =>
  [...("records" in records ? records.records : records).values()]
    .flatMap((lines) => lines.map(({ id }) => id))
    .sort();

export const idsOfLines = (lines: readonly NewLine[]): EventId[] => lines.map(({ line }) => line.id).sort();
