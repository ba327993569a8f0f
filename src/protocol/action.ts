import * as z from "zod";
import { Anchor } from "../domain/anchor.ts";
import { BriefValues, ChallengeKindValue } from "../domain/brief/brief-fields.ts";
import { Day } from "../domain/dates.ts";
import { EventId, RecordId } from "../domain/ids.ts";
import { NoteValues, OptionValues } from "../domain/note-fields.ts";
import { MilestoneValues } from "../domain/milestone/milestone-fields.ts";
import { TermValues } from "../domain/term/term-fields.ts";
import { Person } from "../domain/person.ts";
import { AgreementAnswer, Closing, WayOut } from "../domain/words.ts";

/** Longest text that a message may carry, in characters: beyond it nothing is typed, only pasted by mistake. */
const Text = z.string().max(8_000_000);
const note = RecordId;
const milestone = RecordId;
const brief = RecordId;

/** What a person can do to the record, wherever they do it: the panel, the editor, a comment thread, the command line. */
export const Action = z.discriminatedUnion("type", [
  /** With `options`, those are on the table from the start, as the prepared ways out of an incident are. */
  z.object({
    type: z.literal("openNote"),
    fields: NoteValues,
    anchors: z.array(Anchor).max(50),
    options: z
      .array(z.object({ way: WayOut.optional(), fields: OptionValues }))
      .max(26)
      .default([]),
    /** Dates of the roadmap that it puts at risk. */
    threatens: z.array(RecordId).max(50).default([]),
  }),
  z.object({ type: z.literal("editNote"), note, fields: NoteValues }),
  z.object({ type: z.literal("addAnchor"), note, anchor: Anchor, insteadOf: EventId.optional() }),
  /** A place goes back to where it was before a person said where it belongs. */
  z.object({ type: z.literal("putBackPlace"), note, place: EventId }),
  z.object({
    type: z.literal("addEvidence"),
    note,
    text: Text,
    link: Text.optional(),
    figure: Text.optional(),
    source: Text.optional(),
    date: Day.optional(),
  }),
  /** Puts a date of the roadmap at risk. */
  z.object({ type: z.literal("threatenDate"), note, threatens: RecordId }),
  z.object({ type: z.literal("removeItems"), note, items: z.array(EventId).min(1).max(100) }),
  /** "Put on the table": all of them in one go, with the recommendation by the index in `options`. */
  z.object({
    type: z.literal("tableOptions"),
    note,
    options: z
      .array(z.object({ doNothing: z.boolean().default(false), fields: OptionValues }))
      .min(1)
      .max(26),
    recommendation: z.object({ index: z.int().min(0).max(25), because: Text.optional() }).optional(),
  }),
  z.object({ type: z.literal("editOption"), note, option: EventId, fields: OptionValues }),
  z.object({
    type: z.literal("ask"),
    note,
    text: Text,
    options: z.array(EventId).max(50).default([]),
    to: Person.optional(),
  }),
  z.object({ type: z.literal("answer"), note, question: EventId, text: Text }),
  z.object({ type: z.literal("askFurther"), note, question: EventId, text: Text }),
  z.object({ type: z.literal("acceptAnswer"), note, question: EventId }),
  z.object({
    type: z.literal("decide"),
    note,
    option: EventId,
    because: Text,
    restsOn: z.array(EventId).max(100).default([]),
    revisitOn: Day.optional(),
    revisitIf: Text.optional(),
    consequences: Text.optional(),
    confirmation: Text.optional(),
    /** It was made on a call, with these people: it is written down by whoever does this. */
    onCall: z.object({ with: z.array(Text).max(50) }).optional(),
  }),
  /** The sentence that a decision made on a call did without. */
  z.object({ type: z.literal("explainDecision"), note, decision: EventId, because: Text }),
  /** "That is right", by somebody who was named. */
  z.object({ type: z.literal("confirmDecision"), note, decision: EventId }),
  z.object({ type: z.literal("correctDecision"), note, decision: EventId, text: Text }),
  z.object({ type: z.literal("differ"), note, decision: EventId, because: Text, commits: z.literal(true) }),
  z.object({ type: z.literal("hear"), note, text: Text.optional(), backBy: Day.optional() }),
  z.object({ type: z.literal("comment"), note, text: Text }),
  z.object({ type: z.literal("close"), note, as: Closing, until: Day.optional(), because: Text.optional() }),
  z.object({ type: z.literal("reopen"), note }),
  /** Picks one of the versions of a field that two people set. Writing a third is an edit. */
  z.object({
    type: z.literal("settle"),
    note,
    option: EventId.optional(),
    field: z.string().max(50),
    version: EventId,
  }),
  z.object({ type: z.literal("openTerm"), fields: TermValues }),
  z.object({ type: z.literal("editTerm"), term: RecordId, fields: TermValues }),
  z.object({ type: z.literal("openMilestone"), day: Day, fields: MilestoneValues }),
  z.object({ type: z.literal("editMilestone"), milestone, fields: MilestoneValues }),
  /** With its cause: a sentence, and notes that are behind it. */
  z.object({
    type: z.literal("moveMilestone"),
    milestone,
    to: Day,
    because: Text,
    notes: z.array(RecordId).max(100).default([]),
  }),
  /** For engineering, of the date as it stands: `day` is the one that was on the screen. */
  z.object({
    type: z.literal("answerMilestone"),
    milestone,
    day: Day,
    answer: AgreementAnswer,
    text: Text.optional(),
  }),
  /** Picks one of the versions of a field that two people set. */
  z.object({ type: z.literal("settleMilestone"), milestone, field: z.string().max(50), version: EventId }),
  z.object({ type: z.literal("openBrief"), fields: BriefValues }),
  z.object({ type: z.literal("editBrief"), brief, fields: BriefValues }),
  z.object({ type: z.literal("settleBrief"), brief, field: z.string().max(50), version: EventId }),
  z.object({ type: z.literal("challengeBrief"), brief, kind: ChallengeKindValue, text: Text }),
  z.object({ type: z.literal("answerChallenge"), brief, challenge: EventId, text: Text }),
  z.object({ type: z.literal("furtherChallenge"), brief, challenge: EventId, text: Text }),
  z.object({ type: z.literal("acceptChallenge"), brief, challenge: EventId }),
]);
export type Action = z.infer<typeof Action>;
/** As it is written before defaults are filled in. */
export type ActionInput = z.input<typeof Action>;

/** The record that an action is about; undefined where it starts one. */
export function targetOf(action: Action): RecordId | undefined {
  if ("note" in action) return action.note;
  if ("term" in action) return action.term;
  if ("brief" in action) return action.brief;
  return "milestone" in action ? action.milestone : undefined;
}

/** Why something was not saved. What was typed stays where it is. */
export const Refusal = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("noSuchNote") }),
  z.object({ kind: z.literal("noSuchPart") }),
  z.object({ kind: z.literal("titleMissing") }),
  z.object({ kind: z.literal("textMissing") }),
  z.object({ kind: z.literal("impactMissing") }),
  z.object({ kind: z.literal("becauseMissing") }),
  /** The date stands there already. */
  z.object({ kind: z.literal("sameDay") }),
  /** The date that was answered about is not the date any more. */
  z.object({ kind: z.literal("otherDay") }),
  /** There is no such date on the roadmap, or the note names it already. */
  z.object({ kind: z.literal("noSuchDate") }),
  /** Nobody has said when it begins and ends. */
  z.object({ kind: z.literal("timeMissing") }),
  z.object({ kind: z.literal("endsBeforeStart") }),
  z.object({ kind: z.literal("alreadyDiffered") }),
  z.object({ kind: z.literal("notTheAsker") }),
  z.object({ kind: z.literal("notNamed") }),
  z.object({ kind: z.literal("nameMissing") }),
  z.object({ kind: z.literal("newerRecord") }),
  z.object({
    kind: z.literal("tooLarge"),
    what: z.enum(["line", "record"]),
    bytes: z.number(),
    limit: z.number(),
  }),
  z.object({ kind: z.literal("notWritable"), detail: z.string() }),
  z.object({ kind: z.literal("readOnly") }),
]);
export type Refusal = z.infer<typeof Refusal>;

export const ActionOutcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("saved"), record: RecordId }),
  z.object({ kind: z.literal("refused"), refusal: Refusal }),
]);
export type ActionOutcome = z.infer<typeof ActionOutcome>;
