import { parseLine, writeLine } from "../domain/event-line.ts";
import type { Line } from "../domain/event-line.ts";
import { foldRecord, isReadable } from "../domain/fold.ts";
import type { Moment } from "../domain/dates.ts";
import type { EventId, RecordId } from "../domain/ids.ts";
import { LINE_REDACTED } from "../domain/line-redacted.ts";
import type { LineRedacted } from "../domain/line-redacted.ts";
import type { Person } from "../domain/person.ts";

/** What is to be taken out of a record for good, and why. The reason stays, with the name of who says so. */
export interface Redaction {
  readonly record: RecordId;
  readonly lines: readonly EventId[];
  /** Not empty. */
  readonly because: string;
}

/** Whether a line says that others were taken out: it can't itself be. */
export const isRedaction = (line: Line): boolean => {
  const parsed = parseLine(line);
  return parsed.kind === "event" && parsed.envelope.type === LINE_REDACTED;
};

/** The event that says what is gone, by whom and why, and nothing of what it held. `all` are the record's lines. */
export function redactionEvent(
  { record, lines, because }: Redaction,
  all: readonly Line[],
  { by, at }: { readonly by: Person; readonly at: Moment },
): Line {
  const parsed = all.filter((line) => lines.includes(line.id) && !isRedaction(line)).map(parseLine);
  if (parsed.length === 0) throw new Error("nothing to take out");
  const first = parsed.find(({ id }) => id === record);
  const data: LineRedacted = {
    lines: parsed.map((one) => ({ id: one.id, seen: one.kind === "unreadable" ? [] : one.envelope.seen })),
    because,
    ...(first?.kind === "event"
      ? { opened: { type: first.envelope.type, by: first.envelope.by, at: first.envelope.at } }
      : {}),
  };
  const folded = foldRecord(record, all);
  const seen = isReadable(folded) ? [...folded.record.heads] : [];
  return writeLine({ v: 1, record, type: LINE_REDACTED, at, by, seen, data });
}
