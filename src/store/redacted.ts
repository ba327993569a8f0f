import type { EventId, RecordId } from "../domain/ids.ts";
import { redactedIn } from "../domain/line-redacted.ts";
import type { LineUnion } from "./record-lines.ts";
import type { NewLine, RecordLines } from "./store.ts";

/** Whether a line was taken out for good, as far as some lines say: it is then neither sent, nor missed, nor put back. */
export type IsRedacted = (line: NewLine) => boolean;

export function redactedBy(...known: readonly RecordLines[]): IsRedacted {
  const byRecord = new Map<RecordId, ReadonlySet<EventId>>();
  return ({ record, line }) => {
    let ids = byRecord.get(record);
    if (ids === undefined) {
      ids = redactedIn(known.flatMap((records) => records.get(record) ?? []));
      byRecord.set(record, ids);
    }
    return ids.has(line.id);
  };
}

/** Those of some lines that say which others were taken out. */
export const redactionsIn = (lines: readonly NewLine[]): readonly NewLine[] =>
  lines.filter(({ line }) => redactedIn([line]).size > 0);

/** The lines that `held` lacks and that nobody has taken out. */
export function stillToSend(waiting: readonly NewLine[], held: LineUnion, own: RecordLines): NewLine[] {
  const isRedacted = redactedBy(held.records, own);
  return waiting.filter((line) => !held.has(line.record, line.line.id) && !isRedacted(line));
}
