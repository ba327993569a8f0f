import * as z from "zod";
import type { TermFields } from "./term.ts";

/** Values for some fields of a word: what is absent is left as it is. */
export const TermValues = z.object({
  term: z.string().optional(),
  explanation: z.string().optional(),
  withdrawn: z.boolean().optional(),
}) satisfies z.ZodType<Partial<TermFields>>;
export type TermValues = z.infer<typeof TermValues>;
