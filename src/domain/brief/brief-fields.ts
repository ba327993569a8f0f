import * as z from "zod/mini";
import { Day } from "../dates.ts";
import { RecordId } from "../ids.ts";
import type { BriefArea, BriefFields, BriefScope } from "./brief.ts";

/** Parts of the product that one brief names at most: one that touches everything says nothing. */
export const MAX_AREAS = 50;

export const BriefAreaValue = z.object({
  name: z.string().check(z.maxLength(500)),
  paths: z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.minLength(1), z.maxLength(20)),
}) satisfies z.ZodMiniType<BriefArea>;

const Scope = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sprint"), name: z.string(), from: Day, to: Day }),
  z.object({ kind: z.literal("milestone"), milestone: RecordId }),
]) satisfies z.ZodMiniType<BriefScope>;

/** Values for some fields of a brief: what is absent is left as it is. */
export const BriefValues = z.object({
  text: z.optional(z.string()),
  scope: z.optional(Scope),
  areas: z.optional(z.array(BriefAreaValue).check(z.maxLength(MAX_AREAS))),
}) satisfies z.ZodMiniType<Partial<BriefFields>>;
export type BriefValues = z.infer<typeof BriefValues>;

export const ChallengeKindValue = z.enum(["challenge", "betterIdea"]);
