import * as z from "zod/mini";
import type { TermFields } from "./term.ts";

/** Values for some fields of a word: what is absent is left as it is. */
export const TermValues = z.object({
  term: z.optional(z.string()),
  explanation: z.optional(z.string()),
  withdrawn: z.optional(z.boolean()),
}) satisfies z.ZodMiniType<Partial<TermFields>>;
export type TermValues = z.infer<typeof TermValues>;
