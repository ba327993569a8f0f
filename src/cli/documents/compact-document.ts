import * as z from "zod/mini";

/** What `compact` prints with `--json`. */
export const CompactDocument = z.strictObject({
  format: z.literal(1),
  /** Bytes of this machine's copy of the record. */
  before: z.int().check(z.gte(0)),
  after: z.int().check(z.gte(0)),
});
export type CompactDocument = z.infer<typeof CompactDocument>;
