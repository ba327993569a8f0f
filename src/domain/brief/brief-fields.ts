import * as z from "zod";
import { Day } from "../dates.ts";
import { RecordId } from "../ids.ts";
import type { BriefArea, BriefFields, BriefScope } from "./brief.ts";

/** Parts of the product that one brief names at most: one that touches everything says nothing. */
export const MAX_AREAS = 50;

export const BriefAreaValue = z.object({
  name: z.string().max(500),
  paths: z.array(z.string().min(1).max(500)).min(1).max(20),
}) satisfies z.ZodType<BriefArea>;

const Scope = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sprint"), name: z.string(), from: Day, to: Day }),
  z.object({ kind: z.literal("milestone"), milestone: RecordId }),
]) satisfies z.ZodType<BriefScope>;

/** Values for some fields of a brief: what is absent is left as it is. */
export const BriefValues = z.object({
  text: z.string().optional(),
  scope: Scope.optional(),
  areas: z.array(BriefAreaValue).max(MAX_AREAS).optional(),
}) satisfies z.ZodType<Partial<BriefFields>>;
export type BriefValues = z.infer<typeof BriefValues>;

export const ChallengeKindValue = z.enum(["challenge", "betterIdea"]);
