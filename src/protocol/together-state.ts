import * as z from "zod/mini";
import { Moment } from "../domain/dates.ts";
import { RecordId } from "../domain/ids.ts";
import { OneOnOneBox } from "../domain/one-on-one.ts";
import { RetroRef } from "./retro-state.ts";

/** Which page of *Together*. `repository` in a window that holds several; the first of them where absent. */
export const TogetherRef = z.discriminatedUnion("view", [
  z.object({ view: z.literal("oneOnOne"), repository: z.optional(z.string()) }),
  RetroRef,
  z.object({ view: z.literal("words"), repository: z.optional(z.string()) }),
]);
export type TogetherRef = z.infer<typeof TogetherRef>;

/** Something that changed on the record since the last 1:1. */
export const SinceLine = z.object({
  of: z.enum(["note", "milestone"]),
  record: RecordId,
  title: z.string(),
  sentence: z.string(),
});
export type SinceLine = z.infer<typeof SinceLine>;

/** The 1:1 that is being written, and the earlier ones. It stays on this machine, and the page keeps none of it anywhere. */
export const OneOnOneState = z.object({
  view: z.literal("oneOnOne"),
  repository: z.string(),
  id: RecordId,
  /** What stands in its boxes, by their keys. */
  typed: z.record(z.string(), z.string()),
  /** What changed since the one before, at most seven lines; absent where there was none. */
  since: z.optional(z.array(SinceLine).check(z.maxLength(7))),
  /** Newest first. */
  earlier: z.array(
    z.object({ id: RecordId, finished: Moment, texts: z.partialRecord(OneOnOneBox, z.string()) }),
  ),
});
export type OneOnOneState = z.infer<typeof OneOnOneState>;

/** What a person does with a 1:1. Nothing of it is an action on the record. */
export const OneOnOneDoing = z.discriminatedUnion("type", [
  z.object({ type: z.literal("finish"), id: RecordId }),
  /** For good. */
  z.object({ type: z.literal("delete"), id: RecordId }),
  /** As Markdown, to the clipboard. */
  z.object({ type: z.literal("copy"), id: RecordId }),
  /** Puts a line about a note into the first box of the one being written. */
  z.object({ type: z.literal("put"), note: RecordId, text: z.string().check(z.maxLength(100_000)) }),
]);
export type OneOnOneDoing = z.infer<typeof OneOnOneDoing>;

/** The words that the team explains once, in the order of the alphabet. */
export const WordsState = z.object({
  view: z.literal("words"),
  repository: z.string(),
  words: z.array(
    z.object({
      id: RecordId,
      term: z.string(),
      explanation: z.string(),
      /** Two or more, where people wrote it without having seen each other. */
      terms: z.array(z.string()),
      explanations: z.array(z.string()),
    }),
  ),
});
export type WordsState = z.infer<typeof WordsState>;

/** What the page knows of words and names, wherever text stands or is written. */
export const Glossary = z.object({
  words: z.array(z.object({ term: z.string(), explanation: z.string() })),
  /** Names that stand on the record: for the hint to describe what happens, and for nothing else. */
  people: z.array(z.string()),
});
export type Glossary = z.infer<typeof Glossary>;
