import * as z from "zod/mini";
import { Firmness, MilestoneClosing } from "../words.ts";
import type { MilestoneFields } from "./milestone.ts";

/** Values for some fields of a milestone: what is absent is left as it is; null opens it again. */
export const MilestoneValues = z.object({
  title: z.optional(z.string()),
  promisedTo: z.optional(z.string()),
  firmness: z.optional(Firmness),
  whyThisDate: z.optional(z.string()),
  closed: z.optional(z.nullable(z.object({ as: MilestoneClosing, because: z.optional(z.string()) }))),
  uid: z.optional(z.string().check(z.maxLength(1000))),
}) satisfies z.ZodMiniType<Partial<MilestoneFields>>;
export type MilestoneValues = z.infer<typeof MilestoneValues>;
