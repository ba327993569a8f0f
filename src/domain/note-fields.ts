import * as z from "zod/mini";
import { Day, Moment } from "./dates.ts";
import { Effort } from "./effort.ts";
import { EventId, RecordId } from "./ids.ts";
import type { NoteFields, OptionFields } from "./note.ts";
import { Person } from "./person.ts";
import {
  BeforeItHurt,
  Closing,
  Confidence,
  Decider,
  Hurt,
  Likelihood,
  NoteKind,
  Reversibility,
  RiskResponse,
} from "./words.ts";

/** A text a person wrote. What is too long is refused when it is saved (see MAX_LINE_BYTES), not when it is read. */
export const Prose = z.string();

const Optional = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema));

export const Risk = z.object({
  text: Prose,
  likelihood: z.optional(Likelihood),
  hurt: z.optional(Hurt),
  response: z.optional(RiskResponse),
});

/** Farther than ten years nobody moves a date, except by a slip of the finger. */
const MAX_DAYS = 3_660;

export const MovedDate = z.object({
  milestone: RecordId,
  days: z.int().check(z.gte(-MAX_DAYS), z.lte(MAX_DAYS)),
});

export const Closed = z.object({
  as: Closing,
  until: z.optional(Day),
  because: z.optional(Prose),
  took: z.optional(Effort),
  beforeItHurt: z.optional(BeforeItHurt),
  hurtFrom: z.optional(Day),
});

/** Values for some fields of a note: what is absent is left as it is, null empties. */
export const NoteValues = z.object({
  kind: z.optional(NoteKind),
  title: z.optional(Prose),
  impact: z.optional(Prose),
  context: z.optional(Prose),
  neededBy: Optional(z.object({ day: Day, why: z.optional(Prose) })),
  costOfDelay: z.optional(Prose),
  owner: Optional(Person),
  decider: Optional(Decider),
  deliberate: Optional(z.boolean()),
  likelihood: Optional(Likelihood),
  hurt: Optional(Hurt),
  recommendation: Optional(z.object({ option: EventId, because: z.optional(Prose) })),
  closed: Optional(Closed),
  since: Optional(Moment),
  overSince: Optional(Moment),
  onCall: z.optional(Prose),
  cameFrom: Optional(RecordId),
}) satisfies z.ZodMiniType<Partial<NoteFields>>;
export type NoteValues = z.infer<typeof NoteValues>;

/** Values for some fields of an option, in the same way. */
export const OptionValues = z.object({
  title: z.optional(Prose),
  summary: z.optional(Prose),
  implications: z.optional(Prose),
  effort: Optional(Effort),
  people: z.optional(Prose),
  confidence: Optional(Confidence),
  givesUp: z.optional(Prose),
  gains: z.optional(Prose),
  risks: z.optional(z.array(Risk).check(z.maxLength(20))),
  reversibility: Optional(Reversibility),
  costToUndo: z.optional(Prose),
  assumptions: z.optional(Prose),
  dependsOn: z.optional(Prose),
  stillOwed: z.optional(Prose),
  moves: z.optional(z.array(MovedDate).check(z.maxLength(20))),
  withdrawn: z.optional(z.boolean()),
}) satisfies z.ZodMiniType<Partial<OptionFields>>;
export type OptionValues = z.infer<typeof OptionValues>;
