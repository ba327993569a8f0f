import * as z from "zod/mini";
import { EventId, RecordId } from "../../domain/ids.ts";
import { SyncDocument } from "./sync-document.ts";

/** What `redact` prints with `--json`, whatever came of it. */
export const RedactDocument = z.strictObject({
  format: z.literal(1),
  note: RecordId,
  /** The lines that were to be taken out. */
  events: z.array(EventId),
  outcome: z.enum([
    /** They are out of the branch and its history. */
    "redacted",
    /** Nobody has said yes. */
    "notConfirmed",
    /** As with sync; nothing was changed. */
    "noRemote",
    "notAgreed",
    "failed",
    "gaveUp",
    "rewritten",
  ]),
  reason: SyncDocument.shape.reason,
  explanation: z.optional(z.string()),
});
export type RedactDocument = z.infer<typeof RedactDocument>;
