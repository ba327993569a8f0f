import * as z from "zod";
import { Day, Moment } from "../domain/dates.ts";
import { EventId, RecordId } from "../domain/ids.ts";
import { Person } from "../domain/person.ts";
import { Firmness } from "../domain/words.ts";

/** Which page of *Roadmap*. `repository` in a window that holds several; the first of them where absent. */
export const RoadmapRef = z.discriminatedUnion("view", [
  z.object({ view: z.literal("roadmap"), repository: z.string().optional() }),
  z.object({ view: z.literal("milestone"), id: RecordId }),
]);
export type RoadmapRef = z.infer<typeof RoadmapRef>;

export const MilestoneRow = z.object({
  id: RecordId,
  title: z.string(),
  day: Day,
  promisedTo: z.string(),
  firmness: Firmness,
});
export type MilestoneRow = z.infer<typeof MilestoneRow>;

/** The dates that were promised. */
export const RoadmapState = z.object({
  view: z.literal("roadmap"),
  repository: z.string(),
  /** By date. */
  milestones: z.array(MilestoneRow),
});
export type RoadmapState = z.infer<typeof RoadmapState>;

/** One date, with all that is known of it. */
export const MilestoneState = z.object({
  view: z.literal("milestone"),
  id: RecordId,
  title: z.string(),
  day: Day,
  promisedTo: z.string(),
  firmness: Firmness,
  whyThisDate: z.string(),
  /** Newest first. */
  moves: z.array(z.object({ id: EventId, by: Person, at: Moment, from: Day, to: Day, because: z.string() })),
  /** What has been typed here and not been said yet, by the key of its box. On this machine only. */
  typed: z.record(z.string(), z.string()),
});
export type MilestoneState = z.infer<typeof MilestoneState>;
