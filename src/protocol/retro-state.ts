import * as z from "zod/mini";
import { Day, Moment } from "../domain/dates.ts";
import { EventId, RecordId } from "../domain/ids.ts";
import { Person } from "../domain/person.ts";
import { RetroPartValue } from "../domain/retro/retro-fields.ts";
import { ContestedField } from "./panel-state.ts";
import { TeamFigures } from "./team-figures-state.ts";

/** A retro by its id; the one that is open now where absent, or the page to open one. */
export const RetroRef = z.object({
  view: z.literal("retro"),
  id: z.optional(RecordId),
  repository: z.optional(z.string()),
});
export type RetroRef = z.infer<typeof RetroRef>;

/** One thing that the record knows of the days looked back at, as a sentence without a name of anybody. */
export const RetroFact = z.object({
  about: z.enum(["estimate", "late", "question", "moved"]),
  /** What it is known from. */
  of: z.enum(["note", "milestone", "brief"]),
  record: RecordId,
  title: z.string(),
  sentence: z.string(),
});
export type RetroFact = z.infer<typeof RetroFact>;

const said = { id: EventId, by: Person, at: Moment };

/** Something that a retro can look back at, or did. */
export const RetroSpan = z.object({ name: z.string(), from: Day, to: Day });
export type RetroSpan = z.infer<typeof RetroSpan>;

export const RetroPage = z.object({
  ...RetroSpan.shape,
  closed: z.boolean(),
  /** Why what everybody wrote is shown: the PM has gone first, or somebody started without. Until then one's own words are here and nobody else's. */
  underWay: z.nullable(
    z.discriminatedUnion("because", [
      z.object({ because: z.literal("pmFirst") }),
      z.object({ because: z.literal("without"), by: Person, at: Moment }),
    ]),
  ),
  /** Others wrote something that is not shown yet. */
  othersWrote: z.boolean(),
  words: z.array(
    z.object({
      ...said,
      part: RetroPartValue,
      text: z.string(),
      mine: z.boolean(),
      /** What stood there before it was corrected, oldest first. */
      earlier: z.array(z.object({ text: z.string(), at: Moment })),
    }),
  ),
  actions: z.array(
    z.object({
      ...said,
      text: z.string(),
      made: z.array(z.object({ of: z.enum(["note", "brief"]), record: RecordId, title: z.string() })),
    }),
  ),
  facts: z.array(RetroFact),
  contested: z.array(ContestedField),
  /** Others may have lines that only a newer version can show. */
  isNewer: z.boolean(),
});
export type RetroPage = z.infer<typeof RetroPage>;

/** The retro that is open, or was asked for; those before; what the next one could look back at. */
export const RetroState = z.object({
  view: z.literal("retro"),
  repository: z.string(),
  id: z.optional(RecordId),
  retro: z.nullable(RetroPage),
  /** All others, the newest first. */
  others: z.array(z.object({ id: RecordId, ...RetroSpan.shape, closed: z.boolean() })),
  /** Sprints and dates of the roadmap that are behind us or near, the nearest first. */
  suggestions: z.array(RetroSpan),
  /** What has been typed on this page and not been said yet, by the key of its box. On this machine only. */
  typed: z.record(z.string(), z.string()),
  /** How the team is doing: the same whichever retro is asked for, and whoever asks. */
  figures: TeamFigures,
});
export type RetroState = z.infer<typeof RetroState>;
