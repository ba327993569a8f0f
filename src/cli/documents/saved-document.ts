import * as z from "zod/mini";
import { EventId, RecordId } from "../../domain/ids.ts";

/** What is worth a second look in what was just saved. */
export const Remark = z.enum([
  /** Nobody has written what users will notice: the note can't be decided. */
  "impactMissing",
  /** Nobody has written what users get or lose by the option. */
  "implicationsMissing",
  /** The lines of code were left out of a place. */
  "quoteLeftOut",
]);
export type Remark = z.infer<typeof Remark>;

/** What `add`, `edit`, `option`, `ask`, `answer`, `decide`, `hear` and `comment` print with `--json`. */
export const SavedDocument = z.strictObject({
  format: z.literal(1),
  note: RecordId,
  /** What was made beside the note: the option's letter, the ids of a question or decision. */
  letter: z.optional(z.string()),
  question: z.optional(EventId),
  decision: z.optional(EventId),
  /** Lines saved here that others don't have yet. */
  waiting: z.int().check(z.gte(0)),
  remarks: z.array(Remark),
});
export type SavedDocument = z.infer<typeof SavedDocument>;
