import * as z from "zod/mini";
import { Moment } from "../../domain/dates.ts";
import { EventId, RecordId } from "../../domain/ids.ts";
import { Person } from "../../domain/person.ts";

const event = {
  id: EventId,
  type: z.string(),
  at: Moment,
  by: Person,
  seen: z.array(EventId),
  data: z.record(z.string(), z.unknown()),
};

export const LoggedEvent = z.discriminatedUnion("state", [
  /** It counts. `sentence` says what it did, without the name. */
  z.strictObject({ state: z.literal("applied"), ...event, sentence: z.string() }),
  /** Its type, or what it holds, is not of this version. It is kept, and counts for those who can read it. */
  z.strictObject({ state: z.literal("notUnderstood"), ...event, why: z.string() }),
  /** Written by a newer format. */
  z.strictObject({ state: z.literal("newer"), id: EventId, version: z.int(), seen: z.array(EventId) }),
  /** Not a line of the format. It is kept. */
  z.strictObject({ state: z.literal("unreadable"), id: EventId, why: z.string() }),
]);
export type LoggedEvent = z.infer<typeof LoggedEvent>;

/** What `log` prints with `--json`: every line of a record, in the order of the fold (newest first, unless --reverse). */
export const LogDocument = z.strictObject({
  format: z.literal(1),
  note: RecordId,
  events: z.array(LoggedEvent),
});
export type LogDocument = z.infer<typeof LogDocument>;
