import * as z from "zod/mini";
import { BriefAreaValue, ChallengeKindValue } from "../domain/brief/brief-fields.ts";
import { Day, Moment } from "../domain/dates.ts";
import { EventId, RecordId } from "../domain/ids.ts";
import { Person } from "../domain/person.ts";
import { ContestedField, NamedNote } from "./panel-state.ts";

/** Which page of a why: one that is shared, or the one being written, of a date on the roadmap or of a sprint. */
export const BriefRef = z.discriminatedUnion("view", [
  z.object({ view: z.literal("brief"), id: RecordId }),
  z.object({
    view: z.literal("newBrief"),
    repository: z.optional(z.string()),
    milestone: z.optional(RecordId),
  }),
]);
export type BriefRef = z.infer<typeof BriefRef>;

export const BriefPhase = z.enum(["ahead", "now", "over"]);

/** A why in a list. `from` and `to` are absent where the date it is for is not here. */
export const BriefRow = z.object({
  id: RecordId,
  title: z.string(),
  milestone: z.optional(RecordId),
  from: z.optional(Day),
  to: z.optional(Day),
  phase: BriefPhase,
  /** Its first words, on one line. */
  text: z.string(),
});
export type BriefRow = z.infer<typeof BriefRow>;

export const Area = z.object(BriefAreaValue.shape);
export type Area = z.infer<typeof Area>;

/** What is known of the areas before the work starts, and no more than that. */
export const AreaFacts = z.object({
  /** Open notes with code in them, as it is now. */
  notes: z.array(z.object({ ...NamedNote.shape, impact: z.string() })),
  /** Files in them that change often for how complicated they are. Empty while they are counted. */
  often: z.array(z.object({ path: z.string(), reason: z.string() })),
});
export type AreaFacts = z.infer<typeof AreaFacts>;

export const ChallengeState = z.object({
  id: EventId,
  by: Person,
  at: Moment,
  kind: ChallengeKindValue,
  text: z.string(),
  waitsFor: z.enum(["answer", "asker", "nobody"]),
  /** By the person at this machine. */
  mine: z.boolean(),
  replies: z.array(
    z.object({
      id: EventId,
      by: Person,
      at: Moment,
      kind: z.enum(["answer", "further"]),
      text: z.string(),
    }),
  ),
});
export type ChallengeState = z.infer<typeof ChallengeState>;

/** What has been typed on this page and not been said yet, by the key of its box. On this machine only. */
const typed = z.record(z.string(), z.string());

/** A why that is being written. */
export const NewBriefState = z.object({
  view: z.literal("newBrief"),
  repository: z.string(),
  /** Under which what is typed is kept until there is a record. */
  draft: RecordId,
  milestone: z.nullable(z.object({ id: RecordId, title: z.string(), day: Day })),
  suggestions: z.array(Area),
  facts: AreaFacts,
  typed,
});
export type NewBriefState = z.infer<typeof NewBriefState>;

/** A why, with all that is known of it. */
export const BriefState = z.object({
  view: z.literal("brief"),
  id: RecordId,
  repository: z.string(),
  title: z.string(),
  phase: BriefPhase,
  from: z.optional(Day),
  to: z.optional(Day),
  /** Where it is for a sprint: as it was written. */
  sprint: z.nullable(z.object({ name: z.string(), from: Day, to: Day })),
  milestone: z.nullable(z.object({ id: RecordId, title: z.string() })),
  text: z.string(),
  by: Person,
  at: Moment,
  areas: z.array(Area),
  facts: AreaFacts,
  challenges: z.array(ChallengeState),
  contested: z.array(ContestedField),
  /** Others may have lines that only a newer version can show. */
  isNewer: z.boolean(),
  suggestions: z.array(Area),
  typed,
});
export type BriefState = z.infer<typeof BriefState>;

/** The key of the box in which the chosen areas of a why are kept while it is written, as JSON. */
export const AREAS_KEY = "why.areas";
/** The same for its paragraph. */
export const TEXT_KEY = "why.text";

/** Areas as they are kept in a box; undefined where nothing readable is. */
export function parseAreas(text: string | undefined): readonly Area[] | undefined {
  if (text === undefined || text === "") return undefined;
  try {
    return z.array(Area).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Stands for the record of a why that is being written: what is typed is kept under it. One for each repository, and for each date on the
 * roadmap that has one; no event has such an id, as hashes don't come out as half zeros.
 */
export const draftOf = (repository: string, milestone?: RecordId): RecordId =>
  `${"0".repeat(32)}${repository.padStart(16, "0").slice(0, 16)}${(milestone ?? "").slice(0, 16).padStart(16, "0")}`;

/** Whether a why that is being written in a repository is kept under this id. */
export const isDraftIn = (repository: string, id: RecordId): boolean =>
  id.startsWith(draftOf(repository).slice(0, 48));
