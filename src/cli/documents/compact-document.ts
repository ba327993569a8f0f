import * as z from "zod";

/** What `compact` prints with `--json`. */
export const CompactDocument = z.strictObject({
  format: z.literal(1),
  /** Bytes of this machine's copy of the record. */
  before: z.int().min(0),
  after: z.int().min(0),
});
export type CompactDocument = z.infer<typeof CompactDocument>;
