import { plainLine } from "../../base/plain-text.ts";
import { dayOf, daysBetween } from "../../domain/dates.ts";
import type { Day, Moment } from "../../domain/dates.ts";
import type { Note } from "../../domain/note.ts";
import { isClosed, noteStatus, standingDecisions } from "../../domain/note-status.ts";
import { outcomeOf } from "../../domain/outcome.ts";
import type { RetroPeriod } from "../../domain/retro/retro.ts";
import type { Said } from "../../domain/record.ts";
import type { RetroFact } from "../../protocol/retro-state.ts";
import type { Book } from "../book.ts";
import { briefTitle } from "../briefs/brief-title.ts";
import { dayWords } from "../date-words.ts";
import { effortAmount, effortWords } from "../effort-words.ts";
import type { Viewer } from "../now/viewer.ts";
import { letterOf } from "../value-words.ts";
import { isOne, numberWords } from "../wording.ts";
import type { Wording } from "../wording.ts";

/** A note that came on record fewer days than this before its date left no time to do much about it. */
const LATE_DAYS = 14;
/** Days that a question may wait without anybody noticing. */
const LONG_WAIT_DAYS = 7;

/** For whom it is said, and when. */
type Reader = Pick<Viewer, "today" | "wording">;
type Fact = RetroFact & { readonly day: Day };

/**
 * What the record knows of these days, each as a sentence: estimates against outcomes, what surfaced late, questions left waiting, dates moved.
 * Cases, never a figure, and no name of anybody: who asked, decided or estimated is no part of it.
 */
export function retroFacts(book: Book, { from, to }: RetroPeriod, reader: Reader): readonly RetroFact[] {
  const isWithin = (moment: Moment) => from <= dayOf(moment) && dayOf(moment) <= to;
  const notes = [...book.notes.values()];
  const groups: readonly (readonly Fact[])[] = [
    notes.flatMap((note) => estimate(note, isWithin, reader)),
    notes.flatMap((note) => surfacedLate(note, book, isWithin, reader)),
    waits(book, { from, to }, reader),
    moves(book, isWithin, reader),
  ];
  return groups.flatMap((facts) =>
    [...facts].sort(inTime).map(({ about, of, record, title, sentence }) => ({
      about,
      of,
      record,
      title,
      sentence,
    })),
  );
}

const inTime = (one: Fact, other: Fact): number =>
  one.day === other.day ? (one.record < other.record ? -1 : 1) : one.day < other.day ? -1 : 1;

/** How long the option that was taken was to take, how long it took where somebody said so, and when it was decided and done. */
function estimate(
  note: Note,
  isWithin: (at: Moment) => boolean,
  { today, wording }: Reader,
): readonly Fact[] {
  const outcome = outcomeOf(note);
  const done = note.fields.closed.versions.at(-1);
  const [decision] = standingDecisions(note);
  if (outcome?.as !== "done" || done === undefined || !isWithin(done.at)) return [];
  if (outcome.estimate === undefined || decision === undefined) return [];
  const { translate } = wording;
  const words = {
    letter: letterOf(note, decision.option),
    effort: effortWords(outcome.estimate, wording),
    took: outcome.took === undefined ? "" : effortAmount(outcome.took, wording),
  };
  return [
    ofNote(note, "estimate", outcome.closedOn, [
      outcome.took === undefined
        ? translate("{letter} was to take {effort}.", words)
        : translate("{letter} was to take {effort}, and took {took}.", words),
      translate("Decided on {day}, done on {end}.", {
        day: dayWords(dayOf(decision.at), today, wording),
        end: dayWords(outcome.closedOn, today, wording),
      }),
    ]),
  ];
}

/** What people said when they closed it; until then, what the dates say. */
function surfacedLate(
  note: Note,
  book: Book,
  isWithin: (at: Moment) => boolean,
  reader: Reader,
): readonly Fact[] {
  const closing = note.fields.closed.versions.at(-1);
  const { translate } = reader.wording;
  const outcome = outcomeOf(note);
  if (outcome === undefined || outcome.beforeItHurt === "skipped")
    return outcome?.as !== "withdrawn" && isWithin(note.opened.at) ? nearItsDate(note, book, reader) : [];
  if (closing === undefined || !isWithin(closing.at)) return [];
  const { beforeItHurt, hurtFrom, daysBefore = 0, closedOn } = outcome;
  if (beforeItHurt !== "no" && beforeItHurt !== "partly") return [];
  return [
    ofNote(note, "late", closedOn, [
      hurtFrom !== undefined && daysBefore < 0
        ? translate("It hurt from {day} on, {days} before it was on record.", {
            day: dayWords(hurtFrom, reader.today, reader.wording),
            days: daysWords(-daysBefore, reader.wording),
          })
        : beforeItHurt === "no"
          ? translate("It was not on record before it hurt, as was said when it was closed.")
          : translate("It was on record only in part before it hurt, as was said when it was closed."),
    ]),
  ];
}

/** The first date that a note is about, where it came on record when that was near or past. */
function nearItsDate(note: Note, book: Book, { today, wording }: Reader): readonly Fact[] {
  const { translate } = wording;
  const opened = dayOf(note.opened.at);
  const milestones = book.of("milestone");
  const needed = note.fields.neededBy.value?.day;
  const dates: { readonly day: Day; readonly title?: string }[] = [
    ...(needed === undefined ? [] : [{ day: needed }]),
    ...note.threatens.flatMap(({ milestone }) => {
      const date = milestones.get(milestone);
      return date === undefined ? [] : [{ day: date.day, title: plainLine(date.fields.title.value) }];
    }),
    // A date that has moved because of it was where the move found it.
    ...[...milestones.values()].flatMap(({ fields, moves: made }) =>
      made
        .filter((move) => move.notes.includes(note.id))
        .map((move) => ({ day: move.from, title: plainLine(fields.title.value) })),
    ),
  ];
  const first = dates.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))[0];
  if (first === undefined) return [];
  const ahead = daysBetween(opened, first.day);
  if (ahead >= LATE_DAYS) return [];
  const words = {
    days: daysWords(Math.abs(ahead), wording),
    day: dayWords(first.day, today, wording),
    title: first.title ?? "",
  };
  const sentence =
    first.title === undefined
      ? ahead > 0
        ? translate("On record {days} before {day}, when it was needed.", words)
        : ahead === 0
          ? translate("On record on {day}, the day it was needed.", words)
          : translate("On record {days} after {day}, when it was needed.", words)
      : ahead > 0
        ? translate("On record {days} before {day}, the date of {title}.", words)
        : ahead === 0
          ? translate("On record on {day}, the date of {title}.", words)
          : translate("On record {days} after {day}, the date of {title}.", words);
  return [ofNote(note, "late", opened, [sentence])];
}

/** Something that was asked: what is needed to see how long it waited. */
interface Asked extends Said {
  readonly replies: readonly (Said & { readonly kind: "answer" | "further" })[];
  readonly accepted?: Said | undefined;
}

/** Questions on notes and challenges of a why that waited long, in part or as a whole within these days. */
function waits(book: Book, period: RetroPeriod, { today, wording }: Reader): readonly Fact[] {
  const { translate } = wording;
  const sentence = ({ days, isOver }: Wait): string => {
    const words = { days: daysWords(days, wording) };
    return isOver
      ? translate("A question waited {days} for its answer.", words)
      : translate("A question has waited {days} and has no answer yet.", words);
  };
  const ofNotes = [...book.notes.values()].flatMap((note) => {
    const isOpen = !isClosed(noteStatus(note, today));
    return note.questions
      .flatMap((question) => longWaits(question, period, today))
      .filter(({ isOver }) => isOver || isOpen)
      .map((wait) => ofNote(note, "question", wait.since, [sentence(wait)]));
  });
  const ofBriefs = [...book.of("brief").values()].flatMap((brief) =>
    brief.challenges
      .flatMap((challenge) => longWaits(challenge, period, today))
      .map((wait) => ({
        about: "question" as const,
        of: "brief" as const,
        record: brief.id,
        title: briefTitle(brief, book.of("milestone"), today, wording),
        sentence: sentence(wait),
        day: wait.since,
      })),
  );
  return [...ofNotes, ...ofBriefs];
}

interface Wait {
  readonly since: Day;
  readonly days: number;
  /** It was answered, or its asker was content without. */
  readonly isOver: boolean;
}

function longWaits(asked: Asked, { from, to }: RetroPeriod, today: Day): readonly Wait[] {
  const found: Wait[] = [];
  let since: Day | undefined = dayOf(asked.at);
  const end = (day: Day, isOver: boolean) => {
    if (since === undefined) return;
    const days = daysBetween(since, day);
    if (days >= LONG_WAIT_DAYS && since <= to && from <= day) found.push({ since, days, isOver });
    since = undefined;
  };
  for (const { kind, at } of asked.replies) {
    if (kind === "answer") end(dayOf(at), true);
    else since ??= dayOf(at);
  }
  if (asked.accepted === undefined) end(today, false);
  else end(dayOf(asked.accepted.at), true);
  return found;
}

/** Every move of a date that was made in these days, with its cause. */
function moves(book: Book, isWithin: (at: Moment) => boolean, { today, wording }: Reader): readonly Fact[] {
  const { translate } = wording;
  return [...book.of("milestone").values()].flatMap(({ id, fields, moves: made }) =>
    made
      .filter(({ at }) => isWithin(at))
      .map(({ at, from, to, because, notice }) => {
        const words = {
          from: dayWords(from, today, wording),
          to: dayWords(to, today, wording),
          days: daysWords(Math.abs(notice), wording),
          because: plainLine(because),
        };
        return {
          about: "moved" as const,
          of: "milestone" as const,
          record: id,
          title: plainLine(fields.title.value),
          sentence:
            notice > 0
              ? translate("Moved from {from} to {to}, said {days} before, because: {because}", words)
              : notice === 0
                ? translate("Moved from {from} to {to}, said on the day itself, because: {because}", words)
                : translate("Moved from {from} to {to}, said {days} after it, because: {because}", words),
          day: dayOf(at),
        };
      }),
  );
}

const ofNote = (note: Note, about: RetroFact["about"], day: Day, sentences: readonly string[]): Fact => ({
  about,
  of: "note",
  record: note.id,
  title: plainLine(note.fields.title.value),
  sentence: sentences.join(" "),
  day,
});

const daysWords = (days: number, wording: Wording): string =>
  wording.translate(isOne(days, wording) ? "{n} day" : "{n} days", { n: numberWords(days, wording) });
