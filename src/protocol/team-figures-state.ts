import * as z from "zod/mini";
import { RecordId } from "../domain/ids.ts";

/** Something that was counted, as a sentence without a name. It is listed where there are too few for a figure. */
export const TeamCase = z.object({
  of: z.enum(["note", "milestone", "brief"]),
  record: RecordId,
  title: z.string(),
  sentence: z.string(),
});
export type TeamCase = z.infer<typeof TeamCase>;

/** A figure of some months, in sentences; or why there is none, and the cases. */
export const FigureOfMonths = z.object({
  /** Which months: "The last six months". */
  label: z.string(),
  enough: z.boolean(),
  sentences: z.array(z.string()),
  /** Newest first, and none where there is a figure. */
  cases: z.array(TeamCase),
  /** Cases beyond those in `cases`. */
  more: z.int(),
});
export type FigureOfMonths = z.infer<typeof FigureOfMonths>;

export const TeamFigure = z.object({
  about: z.enum(["surfaced", "waits", "ranges", "notice"]),
  title: z.string(),
  /** What is counted, and how. */
  definition: z.string(),
  /** Months that have no day in common, the last ones first. */
  months: z.array(FigureOfMonths),
});
export type TeamFigure = z.infer<typeof TeamFigure>;

/** What the record says of how a team is doing. Nothing here is about one person, and no field holds one. */
export const TeamFigures = z.object({
  /** Why there is nothing to show, where there is nothing: then `figures` is empty. */
  tooEarly: z.optional(z.string()),
  figures: z.array(TeamFigure),
});
export type TeamFigures = z.infer<typeof TeamFigures>;
