import * as z from "zod/mini";

/** SHA-256 of an event's line, 64 lower-case hexadecimal digits. */
export const EventId = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export type EventId = string;

/** The id of a record is the id of its first event. */
export const RecordId = EventId;
export type RecordId = EventId;
