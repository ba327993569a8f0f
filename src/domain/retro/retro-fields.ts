import * as z from "zod/mini";
import { Day } from "../dates.ts";
import type { RetroFields, RetroPart } from "./retro.ts";

/** Values for some fields of a retro: what is absent is left as it is. */
export const RetroValues = z.object({
  name: z.optional(z.string().check(z.maxLength(500))),
  period: z.optional(z.object({ from: Day, to: Day })),
  closed: z.optional(z.boolean()),
}) satisfies z.ZodMiniType<Partial<RetroFields>>;
export type RetroValues = z.infer<typeof RetroValues>;

export const RetroPartValue = z.enum(["mine", "inTheWay", "helped"]) satisfies z.ZodMiniType<RetroPart>;
