import * as z from "zod/mini";
import { Anchor } from "../domain/anchor.ts";
import { BriefValues, ChallengeKindValue } from "../domain/brief/brief-fields.ts";
import { Day } from "../domain/dates.ts";
import { Effort } from "../domain/effort.ts";
import { EventId, RecordId } from "../domain/ids.ts";
import { NoteValues, OptionValues } from "../domain/note-fields.ts";
import { MilestoneValues } from "../domain/milestone/milestone-fields.ts";
import { RetroPartValue, RetroValues } from "../domain/retro/retro-fields.ts";
import { TermValues } from "../domain/term/term-fields.ts";
import { Person } from "../domain/person.ts";
import { AgreementAnswer, BeforeItHurt, Closing, WayOut } from "../domain/words.ts";

/** Longest text that a message may carry, in characters: beyond it nothing is typed, only pasted by mistake. */
const Text = z.string().check(z.maxLength(8_000_000));
const note = RecordId;
const milestone = RecordId;
const brief = RecordId;
const retro = RecordId;

/** What a person can do to the record, wherever they do it: the panel, the editor, a comment thread, the command line. */
export const Action = z.discriminatedUnion("type", [
  /** With `options`, those are on the table from the start, as the prepared ways out of an incident are. */
  z.object({
    type: z.literal("openNote"),
    fields: NoteValues,
    anchors: z.array(Anchor).check(z.maxLength(50)),
    options: z._default(
      z.array(z.object({ way: z.optional(WayOut), fields: OptionValues })).check(z.maxLength(26)),
      [],
    ),
    /** Dates of the roadmap that it puts at risk. */
    threatens: z._default(z.array(RecordId).check(z.maxLength(50)), []),
  }),
  z.object({ type: z.literal("editNote"), note, fields: NoteValues }),
  z.object({ type: z.literal("addAnchor"), note, anchor: Anchor, insteadOf: z.optional(EventId) }),
  /** A place goes back to where it was before a person said where it belongs. */
  z.object({ type: z.literal("putBackPlace"), note, place: EventId }),
  z.object({
    type: z.literal("addEvidence"),
    note,
    text: Text,
    link: z.optional(Text),
    figure: z.optional(Text),
    source: z.optional(Text),
    date: z.optional(Day),
  }),
  /** Puts a date of the roadmap at risk. */
  z.object({ type: z.literal("threatenDate"), note, threatens: RecordId }),
  z.object({
    type: z.literal("removeItems"),
    note,
    items: z.array(EventId).check(z.minLength(1), z.maxLength(100)),
  }),
  /** "Put on the table": all of them in one go, with the recommendation by the index in `options`. */
  z.object({
    type: z.literal("tableOptions"),
    note,
    options: z
      .array(z.object({ doNothing: z._default(z.boolean(), false), fields: OptionValues }))
      .check(z.minLength(1), z.maxLength(26)),
    recommendation: z.optional(
      z.object({ index: z.int().check(z.gte(0), z.lte(25)), because: z.optional(Text) }),
    ),
  }),
  z.object({ type: z.literal("editOption"), note, option: EventId, fields: OptionValues }),
  z.object({
    type: z.literal("ask"),
    note,
    text: Text,
    options: z._default(z.array(EventId).check(z.maxLength(50)), []),
    to: z.optional(Person),
  }),
  z.object({ type: z.literal("answer"), note, question: EventId, text: Text }),
  z.object({ type: z.literal("askFurther"), note, question: EventId, text: Text }),
  z.object({ type: z.literal("acceptAnswer"), note, question: EventId }),
  z.object({
    type: z.literal("decide"),
    note,
    option: EventId,
    because: Text,
    restsOn: z._default(z.array(EventId).check(z.maxLength(100)), []),
    revisitOn: z.optional(Day),
    revisitIf: z.optional(Text),
    consequences: z.optional(Text),
    confirmation: z.optional(Text),
    /** It was made on a call, with these people: it is written down by whoever does this. */
    onCall: z.optional(z.object({ with: z.array(Text).check(z.maxLength(50)) })),
  }),
  /** The sentence that a decision made on a call did without. */
  z.object({ type: z.literal("explainDecision"), note, decision: EventId, because: Text }),
  /** "That is right", by somebody who was named. */
  z.object({ type: z.literal("confirmDecision"), note, decision: EventId }),
  z.object({ type: z.literal("correctDecision"), note, decision: EventId, text: Text }),
  z.object({ type: z.literal("differ"), note, decision: EventId, because: Text, commits: z.literal(true) }),
  z.object({ type: z.literal("hear"), note, text: z.optional(Text), backBy: z.optional(Day) }),
  z.object({ type: z.literal("comment"), note, text: Text }),
  /** With what people say of it then, all of it optional. */
  z.object({
    type: z.literal("close"),
    note,
    as: Closing,
    until: z.optional(Day),
    because: z.optional(Text),
    took: z.optional(Effort),
    beforeItHurt: z.optional(BeforeItHurt),
    hurtFrom: z.optional(Day),
  }),
  z.object({ type: z.literal("reopen"), note }),
  /** Picks one of the versions of a field that two people set. Writing a third is an edit. */
  z.object({
    type: z.literal("settle"),
    note,
    option: z.optional(EventId),
    field: z.string().check(z.maxLength(50)),
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
    notes: z._default(z.array(RecordId).check(z.maxLength(100)), []),
  }),
  /** For engineering, of the date as it stands: `day` is the one that was on the screen. */
  z.object({
    type: z.literal("answerMilestone"),
    milestone,
    day: Day,
    answer: AgreementAnswer,
    text: z.optional(Text),
  }),
  /** Picks one of the versions of a field that two people set. */
  z.object({
    type: z.literal("settleMilestone"),
    milestone,
    field: z.string().check(z.maxLength(50)),
    version: EventId,
  }),
  z.object({ type: z.literal("openBrief"), fields: BriefValues }),
  z.object({ type: z.literal("editBrief"), brief, fields: BriefValues }),
  z.object({
    type: z.literal("settleBrief"),
    brief,
    field: z.string().check(z.maxLength(50)),
    version: EventId,
  }),
  z.object({ type: z.literal("challengeBrief"), brief, kind: ChallengeKindValue, text: Text }),
  z.object({ type: z.literal("answerChallenge"), brief, challenge: EventId, text: Text }),
  z.object({ type: z.literal("furtherChallenge"), brief, challenge: EventId, text: Text }),
  z.object({ type: z.literal("acceptChallenge"), brief, challenge: EventId }),
  z.object({ type: z.literal("openRetro"), fields: RetroValues }),
  /** That it is closed, or open again, is a field too. */
  z.object({ type: z.literal("editRetro"), retro, fields: RetroValues }),
  z.object({
    type: z.literal("settleRetro"),
    retro,
    field: z.string().check(z.maxLength(50)),
    version: EventId,
  }),
  z.object({ type: z.literal("shareInRetro"), retro, part: RetroPartValue, text: Text }),
  /** Other words in the place of one's own. */
  z.object({ type: z.literal("correctRetroWords"), retro, words: EventId, text: Text }),
  /** Without whoever looks after the product: what others wrote is shown from now on. */
  z.object({ type: z.literal("startRetroWithout"), retro }),
  z.object({ type: z.literal("takeDownAction"), retro, text: Text }),
  /** A note, or a why, of something that is to be done; both are saved, or neither. */
  z.object({ type: z.literal("makeNoteOfAction"), retro, action: EventId, fields: NoteValues }),
  z.object({ type: z.literal("makeWhyOfAction"), retro, action: EventId, fields: BriefValues }),
]);
export type Action = z.infer<typeof Action>;
/** As it is written before defaults are filled in. */
export type ActionInput = z.input<typeof Action>;

/** The record that an action is about; undefined where it starts one. */
export function targetOf(action: Action): RecordId | undefined {
  if ("note" in action) return action.note;
  if ("term" in action) return action.term;
  if ("brief" in action) return action.brief;
  if ("retro" in action) return action.retro;
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
  /** Words are corrected by whoever wrote them. */
  z.object({ kind: z.literal("notTheWriter") }),
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
