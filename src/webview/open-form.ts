import * as z from "zod/mini";
import { EventId, RecordId } from "../domain/ids.ts";
import { OneOnOneBox } from "../domain/one-on-one.ts";
import { BeforeItHurt, Closing, Firmness, MilestoneClosing, NoteKind } from "../domain/words.ts";
import { ChallengeKindValue } from "../domain/brief/brief-fields.ts";

/** Fields of an option that are written as text, in the order in which they are asked. */
export const OptionText = z.enum([
  "title",
  "implications",
  "effort",
  "givesUp",
  "people",
  "costToUndo",
  "assumptions",
  "dependsOn",
  "stillOwed",
]);
export type OptionText = z.infer<typeof OptionText>;

/** The one form that is open. Opening another closes it and keeps what was typed in it. */
export const OpenForm = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ask"), options: z.array(EventId) }),
  z.object({
    kind: z.literal("decide"),
    choice: z.optional(EventId),
    restsOn: z.array(EventId),
    more: z.boolean(),
  }),
  /** An incident: the way that was chosen on the call, the sentence that follows, a correction, a note from a line of its review. */
  z.object({ kind: z.literal("decideOnCall"), option: EventId }),
  z.object({ kind: z.literal("because") }),
  z.object({ kind: z.literal("correct"), decision: EventId }),
  z.object({ kind: z.literal("over") }),
  z.object({ kind: z.literal("followUp"), line: z.string(), as: NoteKind }),
  z.object({ kind: z.literal("heard") }),
  z.object({ kind: z.literal("answer"), question: EventId }),
  z.object({ kind: z.literal("further"), question: EventId }),
  z.object({ kind: z.literal("differ"), decision: EventId, commits: z.boolean() }),
  z.object({
    kind: z.literal("field"),
    field: z.enum(["title", "impact", "context", "costOfDelay", "neededBy"]),
  }),
  /** Without `only`, the whole option. */
  z.object({ kind: z.literal("option"), option: EventId, only: z.optional(OptionText) }),
  z.object({ kind: z.literal("recommend") }),
  z.object({ kind: z.literal("evidence") }),
  z.object({ kind: z.literal("takeOff"), item: EventId }),
  z.object({ kind: z.literal("close"), as: z.optional(Closing), beforeItHurt: z.optional(BeforeItHurt) }),
  z.object({ kind: z.literal("third"), option: z.optional(EventId), field: z.string() }),
  z.object({ kind: z.literal("comment") }),
  z.object({ kind: z.literal("problem") }),
  /** Changes a why. */
  z.object({ kind: z.literal("why") }),
  z.object({ kind: z.literal("challenge"), as: ChallengeKindValue }),
  z.object({ kind: z.literal("milestone"), firmness: Firmness }),
  z.object({ kind: z.literal("editDate"), firmness: z.optional(Firmness) }),
  z.object({ kind: z.literal("moveDate"), notes: z.array(RecordId) }),
  z.object({ kind: z.literal("agree"), answer: z.enum(["concerns", "cannot"]) }),
  z.object({ kind: z.literal("closeDate"), as: MilestoneClosing }),
  z.object({ kind: z.literal("threaten"), date: z.optional(RecordId) }),
  z.object({ kind: z.literal("notNow"), row: z.string() }),
  /** Makes a note or a question of one line of a 1:1; `line` counts those with words in them, from 0. */
  z.object({
    kind: z.literal("fromLine"),
    to: z.enum(["note", "question"]),
    box: OneOnOneBox,
    line: z.int().check(z.gte(0)),
    as: z.optional(NoteKind),
    about: z.optional(RecordId),
  }),
  z.object({ kind: z.literal("deleteOneOnOne"), id: RecordId }),
  /** A retro is opened; `from` is which of the suggestions was chosen to look back at. */
  z.object({ kind: z.literal("openRetro"), from: z.int().check(z.gte(0)) }),
  z.object({ kind: z.literal("editRetro") }),
  z.object({ kind: z.literal("startWithout") }),
  z.object({ kind: z.literal("retroWords"), words: EventId }),
  /** Makes a note or a why of an action of a retro. */
  z.object({
    kind: z.literal("fromAction"),
    to: z.enum(["note", "why"]),
    action: EventId,
    as: z.optional(NoteKind),
  }),
  /** A word is explained: where it was selected, or on the page of words. */
  z.object({ kind: z.literal("explain"), word: z.string().check(z.maxLength(100)) }),
  z.object({ kind: z.literal("word"), id: RecordId }),
]);
export type OpenForm = z.infer<typeof OpenForm>;

/** A name for a form that no other form of the same note has: problems, focus and typed texts are filed under it. */
export function formName(form: OpenForm): string {
  switch (form.kind) {
    case "answer":
    case "further":
      return `${form.kind}.${form.question}`;
    case "differ":
      return `differ.${form.decision}`;
    case "correct":
      return `correct.${form.decision}`;
    case "followUp":
      return `followUp.${form.line}`;
    case "field":
      return form.field;
    case "option":
      return form.only === undefined ? `option.${form.option}` : `option.${form.option}.${form.only}`;
    case "takeOff":
      return `takeOff.${form.item}`;
    case "notNow":
      return `notNow.${form.row}`;
    case "challenge":
      return `challenge.${form.as}`;
    case "third":
      return `third.${form.option ?? "note"}.${form.field}`;
    case "retroWords":
      return `retroWords.${form.words}`;
    case "fromLine":
      return `line.${form.to}.${form.box}`;
    case "fromAction":
      return `action.${form.to}.${form.action}`;
    case "word":
      return `word.${form.id}`;
    case "deleteOneOnOne":
      return `deleteOneOnOne.${form.id}`;
    default:
      return form.kind;
  }
}

/** Whether the box with this key belongs to the form. */
export const isOfForm = (key: string, form: OpenForm): boolean =>
  key === formName(form) || key.startsWith(`${formName(form)}.`);
