import * as z from "zod/mini";

/** What `--json` prints where there is no answer. */
export const ErrorDocument = z.strictObject({
  format: z.literal(1),
  error: z.strictObject({
    /** Tells the reasons apart; see docs/cli.md. */
    kind: z.string(),
    exit: z.int(),
    /** For a person: what happened, what it means, what to do. */
    message: z.string(),
  }),
});
export type ErrorDocument = z.infer<typeof ErrorDocument>;
