import * as z from "zod";
import { Day, Moment } from "./dates.ts";
import { Effort } from "./effort.ts";
import { EventId, RecordId } from "./ids.ts";
import type { NoteFields, OptionFields } from "./note.ts";
import { Person } from "./person.ts";
import {
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

const Optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().optional();

export const Risk = z.object({
  text: Prose,
  likelihood: Likelihood.optional(),
  hurt: Hurt.optional(),
  response: RiskResponse.optional(),
});

/** Farther than ten years nobody moves a date, except by a slip of the finger. */
const MAX_DAYS = 3_660;

export const MovedDate = z.object({ milestone: RecordId, days: z.int().min(-MAX_DAYS).max(MAX_DAYS) });

/** Values for some fields of a note: what is absent is left as it is, null empties. */
export const NoteValues = z.object({
  kind: NoteKind.optional(),
  title: Prose.optional(),
  impact: Prose.optional(),
  context: Prose.optional(),
  neededBy: Optional(z.object({ day: Day, why: Prose.optional() })),
  costOfDelay: Prose.optional(),
  owner: Optional(Person),
  decider: Optional(Decider),
  deliberate: Optional(z.boolean()),
  likelihood: Optional(Likelihood),
  hurt: Optional(Hurt),
  recommendation: Optional(z.object({ option: EventId, because: Prose.optional() })),
  closed: Optional(z.object({ as: Closing, until: Day.optional(), because: Prose.optional() })),
  since: Optional(Moment),
  overSince: Optional(Moment),
  onCall: Prose.optional(),
  cameFrom: Optional(RecordId),
}) satisfies z.ZodType<Partial<NoteFields>>;
export type NoteValues = z.infer<typeof NoteValues>;

/** Values for some fields of an option, in the same way. */
export const OptionValues = z.object({
  title: Prose.optional(),
  summary: Prose.optional(),
  implications: Prose.optional(),
  effort: Optional(Effort),
  people: Prose.optional(),
  confidence: Optional(Confidence),
  givesUp: Prose.optional(),
  gains: Prose.optional(),
  risks: z.array(Risk).max(20).optional(),
  reversibility: Optional(Reversibility),
  costToUndo: Prose.optional(),
  assumptions: Prose.optional(),
  dependsOn: Prose.optional(),
  stillOwed: Prose.optional(),
  moves: z.array(MovedDate).max(20).optional(),
  withdrawn: z.boolean().optional(),
}) satisfies z.ZodType<Partial<OptionFields>>;
export type OptionValues = z.infer<typeof OptionValues>;
