import * as z from "zod/mini";
import { Day } from "../domain/dates.ts";

/** One thing that the history tells, as a sentence that can be put on a note. */
export const HistoryFact = z.object({ text: z.string(), figure: z.optional(z.string()) });
export type HistoryFact = z.infer<typeof HistoryFact>;

/** What the history tells about the places of a note, or why it tells nothing. Nobody is named in it, and nothing of it is kept unless a person adds it. */
export const HistoryEvidence = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("found"),
    facts: z.array(HistoryFact),
    /** Where the facts come from, as it goes on the note. */
    source: z.string(),
    date: Day,
    /** What limits the facts. */
    remark: z.optional(z.string()),
    /** The figures behind the facts, for those who want to see them. */
    figures: z.array(
      z.object({
        /** A file's path, or what the figures are of. */
        title: z.string(),
        rows: z.array(z.object({ label: z.string(), value: z.string() })),
      }),
    ),
  }),
  z.object({ kind: z.literal("nothing"), explanation: z.string() }),
  z.object({ kind: z.literal("cancelled") }),
]);
export type HistoryEvidence = z.infer<typeof HistoryEvidence>;

/** Files that change often and have no note, the first most of all; or why that can't be said. */
export const OftenChanged = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("found"),
    files: z.array(z.object({ repository: z.string(), path: z.string(), reason: z.string() })),
    /** What limits the list: repositories of the window of which it can't be said. */
    remark: z.optional(z.string()),
  }),
  z.object({ kind: z.literal("nothing"), explanation: z.string() }),
  z.object({ kind: z.literal("cancelled") }),
]);
export type OftenChanged = z.infer<typeof OftenChanged>;
