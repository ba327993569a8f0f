import * as z from "zod";
import { Firmness, MilestoneClosing } from "../words.ts";
import type { MilestoneFields } from "./milestone.ts";

/** Values for some fields of a milestone: what is absent is left as it is; null opens it again. */
export const MilestoneValues = z.object({
  title: z.string().optional(),
  promisedTo: z.string().optional(),
  firmness: Firmness.optional(),
  whyThisDate: z.string().optional(),
  closed: z.object({ as: MilestoneClosing, because: z.string().optional() }).nullable().optional(),
  uid: z.string().max(1000).optional(),
}) satisfies z.ZodType<Partial<MilestoneFields>>;
export type MilestoneValues = z.infer<typeof MilestoneValues>;
