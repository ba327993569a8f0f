import * as z from "zod/mini";
import { EventId, RecordId } from "../../domain/ids.ts";

export const Finding = z.strictObject({
  kind: z.enum([
    /** A line that is not of the format, or whose content is not. */
    "unreadableLine",
    /** A line of a newer version, or of an event this version does not know. */
    "newerLine",
    /** A line that belongs to another record than its file. */
    "misplacedLine",
    /** A line that was taken out for good and is on the branch again. */
    "redactedLine",
    /** A record whose first event can't be read, or is not there. */
    "unreadableRecord",
    /** A record whose first event is of a newer version. */
    "newerRecord",
    /** A record's file in another folder than its own: nothing in it is read. */
    "misplacedFile",
    /** A file among the records that is none. */
    "strayFile",
    /** An event that later ones name, and that isn't here: taken out, or altered. */
    "missingEvent",
  ]),
  /** File of the branch, and its line from 1; absent for what is saved on this machine only. */
  path: z.optional(z.string()),
  line: z.optional(z.int().check(z.gte(1))),
  record: z.optional(RecordId),
  event: z.optional(EventId),
  /** For a person: what is the matter, and how to mend it. */
  why: z.string(),
  mend: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** What `check` prints with `--json`. */
export const CheckDocument = z.strictObject({
  format: z.literal(1),
  sound: z.boolean(),
  records: z.int().check(z.gte(0)),
  lines: z.int().check(z.gte(0)),
  /** Lines saved here that the remote is not known to have. */
  waiting: z.int().check(z.gte(0)),
  /** What the record takes on this machine. */
  bytes: z.int().check(z.gte(0)),
  findings: z.array(Finding),
});
export type CheckDocument = z.infer<typeof CheckDocument>;
