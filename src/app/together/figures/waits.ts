import { plainLine } from "../../../base/plain-text.ts";
import type { Brief } from "../../../domain/brief/brief.ts";
import { dayOf, daysBetween } from "../../../domain/dates.ts";
import type { Day, Moment } from "../../../domain/dates.ts";
import type { RecordId } from "../../../domain/ids.ts";
import type { Milestone } from "../../../domain/milestone/milestone.ts";
import type { Note } from "../../../domain/note.ts";
import type { Person } from "../../../domain/person.ts";
import type { TeamCase } from "../../../protocol/team-figures-state.ts";
import { briefTitle } from "../../briefs/brief-title.ts";
import { daysWords } from "../../effort-words.ts";
import { numberWords } from "../../wording.ts";
import type { Wording } from "../../wording.ts";
import { halfUnder } from "./counted.ts";
import type { Count, Counted } from "./counted.ts";
import { versionsOf } from "../../../domain/register.ts";

interface Wait {
  readonly days: number;
  readonly isOver: boolean;
}

/** Something that was asked, as far as its wait goes. */
interface Asked {
  readonly at: Moment;
  readonly replies: readonly (Ended & { readonly kind: "answer" | "further" })[];
  readonly accepted?: Ended | undefined;
}

/** What ended a wait, and whose doing that was. */
interface Ended {
  readonly at: Moment;
  readonly by: Person;
}

/**
 * How long questions and decisions wait, in one figure: engineers answer most questions and few people decide, so two figures would each be one of a side.
 * Whose doing: of who answered or decided.
 */
export function waits(
  notes: readonly Note[],
  briefs: readonly Brief[],
  milestones: ReadonlyMap<RecordId, Milestone>,
  today: Day,
  wording: Wording,
): Count<Wait> {
  const { translate } = wording;
  return {
    about: "waits",
    title: translate("How long questions and decisions wait"),
    definition: translate(
      "Counts days from a question to its first answer, and from the first option to the decision; what still waits counts with its days so far. Both are one figure, because apart they would be about one side.",
    ),
    counted: [
      ...notes.flatMap((note) => ofNote(note, today, wording)),
      ...briefs.flatMap((brief) =>
        brief.challenges.map((challenge) =>
          counted(brief.id, challenge.at, answerTo(challenge), today, (wait) => ({
            of: "brief",
            record: brief.id,
            title: briefTitle(brief, milestones, today, wording),
            sentence: questionWaited(wait, wording),
          })),
        ),
      ),
    ],
    say: (all) => {
      const waiting = all.filter(({ value }) => !value.isOver).length;
      const half = halfUnder(all.map(({ value }) => value.days));
      const n = numberWords(all.length, wording);
      return [
        translate("{count} of {n} waited {days} or less.", {
          count: numberWords(all.filter(({ value }) => value.days <= half).length, wording),
          n,
          days: daysWords(half, wording),
        }),
        translate("Still waiting: {waiting} of {n}.", { waiting: numberWords(waiting, wording), n }),
      ];
    },
    tooEarly: (count) =>
      translate("Too early to say: {n} of 5 questions and decisions.", { n: numberWords(count, wording) }),
  };
}

function ofNote(note: Note, today: Day, wording: Wording): readonly Counted<Wait>[] {
  const shown = (sentence: string): TeamCase => ({
    of: "note",
    record: note.id,
    title: plainLine(note.fields.title.value),
    sentence,
  });
  // Nothing waits on a note that is closed, and nothing is known of who should have answered.
  const closing = note.fields.closed.value === null ? undefined : versionsOf(note.fields.closed).at(-1);
  const questions = note.questions.map((question) =>
    counted(note.id, question.at, answerTo(question) ?? closing, today, (wait) =>
      shown(questionWaited(wait, wording)),
    ),
  );
  const [first] = note.options
    .filter(({ doNothing, fields }) => !doNothing && !fields.withdrawn.value)
    .map(({ at }) => at)
    .sort(inTime);
  // An incident is decided on a call, in minutes.
  if (first === undefined || note.fields.kind.value === "incident") return questions;
  const decided = counted(note.id, first, note.decisions[0] ?? closing, today, (wait) =>
    shown(decisionWaited(wait, wording)),
  );
  return [...questions, decided];
}

const inTime = (one: Moment, other: Moment): number => Date.parse(one) - Date.parse(other);

const answerTo = ({ replies, accepted }: Asked): Ended | undefined =>
  replies.find(({ kind }) => kind === "answer") ?? accepted;

function counted(
  record: RecordId,
  since: Moment,
  ended: Ended | undefined,
  today: Day,
  shown: (wait: Wait) => TeamCase,
): Counted<Wait> {
  const day = dayOf(since);
  const end = ended === undefined ? today : dayOf(ended.at);
  // Clocks differ: nothing was answered before it was asked.
  const wait = { days: Math.max(0, daysBetween(day, end)), isOver: ended !== undefined };
  return { value: wait, day, by: ended?.by, record, shown: () => shown(wait) };
}

const questionWaited = ({ days, isOver }: Wait, wording: Wording): string =>
  isOver
    ? wording.translate("A question waited {days}.", { days: daysWords(days, wording) })
    : wording.translate("A question has waited {days} so far.", { days: daysWords(days, wording) });

const decisionWaited = ({ days, isOver }: Wait, wording: Wording): string =>
  isOver
    ? wording.translate("A decision waited {days}.", { days: daysWords(days, wording) })
    : wording.translate("A decision has waited {days} so far.", { days: daysWords(days, wording) });
