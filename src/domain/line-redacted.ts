import * as z from "zod/mini";
import { fromUtf8 } from "../base/utf8.ts";
import { Moment } from "./dates.ts";
import { parseLine } from "./event-line.ts";
import type { Line } from "./event-line.ts";
import { EventId } from "./ids.ts";
import { Person } from "./person.ts";

/** The one type of event that every kind of record has: it says which of the record's lines were taken out for good. */
export const LINE_REDACTED = "lineRedacted";

const RedactedLine = z.object({ id: EventId, seen: z.array(EventId).check(z.maxLength(1000)) });

/**
 * Never what the lines held. `seen` stays, or what was said before and after a line would look as if it had been said at the same time.
 * `opened` says of a record's first line, where that is one of them, what every later reader needs of it.
 */
export const LineRedacted = z.object({
  lines: z.array(RedactedLine).check(z.minLength(1), z.maxLength(1000)),
  because: z.string(),
  opened: z.optional(
    z.object({ type: z.string().check(z.minLength(1), z.maxLength(100)), by: Person, at: Moment }),
  ),
});
export type LineRedacted = z.infer<typeof LineRedacted>;

/**
 * The ids of the lines of a record that others of its lines say were taken out. A line that says so can't itself be taken out: what was
 * hidden would come back with it.
 */
export function redactedIn(lines: Iterable<Line>): ReadonlySet<EventId> {
  const ids = new Set<EventId>();
  const kept = new Set<EventId>();
  for (const line of lines) {
    // Nearly all lines are another event's: they are not parsed for it.
    if (fromUtf8(line.bytes)?.includes(LINE_REDACTED) !== true) continue;
    const parsed = parseLine(line);
    if (parsed.kind !== "event" || parsed.envelope.type !== LINE_REDACTED) continue;
    const data = LineRedacted.safeParse(parsed.envelope.data).data;
    if (data === undefined) continue;
    kept.add(line.id);
    for (const { id } of data.lines) ids.add(id);
  }
  for (const id of kept) ids.delete(id);
  return ids;
}
