import type { RecordId } from "../domain/ids.ts";
import { MAX_LINE_BYTES, MAX_RECORD_BYTES } from "../domain/event-line.ts";
import type { ActionOutcome, Refusal } from "../protocol/action.ts";
import type { AppendOutcome, NewLine } from "../store/store.ts";

/** What the store's answer to an append is to the person who acted. */
export function outcomeOf(appended: AppendOutcome, record: RecordId): ActionOutcome {
  switch (appended.kind) {
    case "saved":
      return { kind: "saved", record };
    case "tooLarge":
      return refused({
        kind: "tooLarge",
        what: appended.what,
        bytes: appended.bytes,
        limit: appended.limit,
      });
    case "notWritable":
      return refused({ kind: "notWritable", detail: appended.detail });
  }
}

export const refused = (refusal: Refusal): ActionOutcome => ({ kind: "refused", refusal });

/** What the store would say of lines that are saved later: told now, while what was typed is still on the screen. */
export function tooLarge(recordBytes: number, added: readonly NewLine[]): Refusal | undefined {
  const longest = Math.max(0, ...added.map(({ line }) => line.bytes.length));
  if (longest > MAX_LINE_BYTES)
    return { kind: "tooLarge", what: "line", bytes: longest, limit: MAX_LINE_BYTES };
  const size = added.reduce((sum, { line }) => sum + line.bytes.length + 1, recordBytes);
  return size > MAX_RECORD_BYTES
    ? { kind: "tooLarge", what: "record", bytes: size, limit: MAX_RECORD_BYTES }
    : undefined;
}
