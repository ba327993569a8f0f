import * as z from "zod/mini";
import { Day, Moment } from "../domain/dates.ts";
import { EventId, RecordId } from "../domain/ids.ts";
import { Person } from "../domain/person.ts";
import { AgreementAnswer, Firmness, MilestoneClosing } from "../domain/words.ts";
import { ContestedField, NoteStatus } from "./panel-state.ts";
import { BriefRow } from "./brief-state.ts";

/** Which page of *Roadmap*. `repository` in a window that holds several; the first of them where absent. */
export const RoadmapRef = z.discriminatedUnion("view", [
  z.object({ view: z.literal("roadmap"), repository: z.optional(z.string()) }),
  z.object({ view: z.literal("milestone"), id: RecordId }),
]);
export type RoadmapRef = z.infer<typeof RoadmapRef>;

const Agreement = z.union([z.literal("notAsked"), AgreementAnswer]);

/** Where the chosen options lead, and by how many days that may miss the date; 0 where it does not. */
const Way = z.object({ from: Day, to: Day, missedBy: z.int().check(z.gte(0)) });

export const MilestoneRow = z.object({
  id: RecordId,
  title: z.string(),
  day: Day,
  promisedTo: z.string(),
  firmness: Firmness,
  agreement: Agreement,
  closed: z.nullable(MilestoneClosing),
  /** Oldest first. */
  moves: z.array(z.object({ from: Day, to: Day, because: z.string() })),
  /** Where two people moved it without having seen each other: the days that stand. Else empty. */
  standing: z.array(Day),
  way: z.nullable(Way),
  /** Open notes that put it at risk, gathered by the day they are needed by; null where none is said. */
  threats: z.array(z.object({ day: z.nullable(Day), notes: z.array(RecordId).check(z.minLength(1)) })),
});
export type MilestoneRow = z.infer<typeof MilestoneRow>;

/** The dates that were promised. */
export const RoadmapState = z.object({
  view: z.literal("roadmap"),
  repository: z.string(),
  /** By date. */
  milestones: z.array(MilestoneRow),
  /** Those of now first, then what is ahead, then the newest that are over. */
  briefs: z.array(BriefRow),
});
export type RoadmapState = z.infer<typeof RoadmapState>;

const Said = { id: EventId, by: Person, at: Moment };

/** A record that is linked to, by its title. */
export const Linked = z.object({ id: RecordId, title: z.string() });
export type Linked = z.infer<typeof Linked>;

/** One date, with all that is known of it. */
export const MilestoneState = z.object({
  view: z.literal("milestone"),
  id: RecordId,
  repository: z.string(),
  title: z.string(),
  day: Day,
  promisedTo: z.string(),
  firmness: Firmness,
  whyThisDate: z.string(),
  closed: z.nullable(z.object({ as: MilestoneClosing, because: z.optional(z.string()) })),
  opened: z.object(Said),
  agreement: Agreement,
  /** What engineering says of the date now; several where people answered without having seen each other. */
  answers: z.array(z.object({ ...Said, answer: AgreementAnswer, text: z.optional(z.string()) })),
  /** Why we are doing this, newest first. */
  briefs: z.array(BriefRow),
  /** Newest first. */
  moves: z.array(
    z.object({
      ...Said,
      from: Day,
      to: Day,
      because: z.string(),
      notes: z.array(Linked),
      /** Days between the move and the date that it gave up; negative where that had passed. */
      notice: z.int(),
      /** What engineering had said of the date that it gave up. */
      gaveUp: Agreement,
      /** It stands beside another that has not seen it. */
      stands: z.boolean(),
    }),
  ),
  standing: z.array(Day),
  way: z.nullable(Way),
  threats: z.array(
    z.object({ ...Linked.shape, status: NoteStatus, day: z.nullable(Day), impact: z.string() }),
  ),
  decisions: z.array(
    z.object({
      ...Linked.shape,
      letter: z.string(),
      because: z.string(),
      /** Days by which the option that was taken moves this date, as its note says. */
      moves: z.nullable(z.int()),
    }),
  ),
  contested: z.array(ContestedField),
  /** Newest first, each a sentence without the name and time. */
  history: z.array(z.object({ ...Said, sentence: z.string() })),
  /** What has been typed here and not been said yet, by the key of its box. On this machine only. */
  typed: z.record(z.string(), z.string()),
});
export type MilestoneState = z.infer<typeof MilestoneState>;
