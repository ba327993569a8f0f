import { laterDay } from "../../../domain/dates.ts";
import type { Day } from "../../../domain/dates.ts";
import type { RecordId } from "../../../domain/ids.ts";
import type { Person } from "../../../domain/person.ts";
import type { FigureOfMonths, TeamCase, TeamFigure } from "../../../protocol/team-figures-state.ts";
import type { Wording } from "../../wording.ts";
import type { Who } from "./who.ts";

/** Cases that a figure needs, and people behind them: with fewer it would be a figure of somebody. */
export const ENOUGH_CASES = 5;
const ENOUGH_PEOPLE = 3;
const MONTHS = 6;
/** Cases listed where there is no figure. */
const LISTED = 20;

/** One thing that is counted. `by` is whose doing it measures: it decides whether there is a figure, and goes no further. */
export interface Counted<Value> {
  readonly value: Value;
  /** The day that puts it into some months or others. */
  readonly day: Day;
  /** Undefined where nobody has done it yet. */
  readonly by: Person | undefined;
  readonly record: RecordId;
  /** Made for what is listed alone: a record may hold thousands. */
  readonly shown: () => TeamCase;
}

/** What is counted, and what is said of it. */
export interface Count<Value> extends Pick<TeamFigure, "about" | "title" | "definition"> {
  readonly counted: readonly Counted<Value>[];
  /** Where there are enough. */
  readonly say: (counted: readonly Counted<Value>[], isEnough: IsEnough) => readonly string[];
  readonly tooEarly: (count: number) => string;
}

/** Whether there are enough cases for a figure, and enough people for it to be nobody's. */
export type IsEnough = (counted: readonly Counted<unknown>[]) => boolean;

export const enoughOf =
  (who: Who): IsEnough =>
  (counted) =>
    counted.length >= ENOUGH_CASES &&
    new Set(counted.flatMap(({ by }) => (by === undefined ? [] : (who(by) ?? [])))).size >= ENOUGH_PEOPLE;

/** The figure of the last six months, and of the six before where something was counted then. They have no day in common: no figure hides in a difference. */
export function figureOf<Value>(
  count: Count<Value>,
  today: Day,
  wording: Wording,
  isEnough: IsEnough,
): TeamFigure {
  const { about, title, definition } = count;
  const { translate } = wording;
  const from = monthsBefore(today, MONTHS);
  const before = monthsBefore(today, 2 * MONTHS);
  // A day to come, by somebody's fast clock, is read as today.
  const last = count.counted.filter(({ day }) => day > from);
  const earlier = count.counted.filter(({ day }) => before < day && day <= from);
  return {
    about,
    title,
    definition,
    months: [
      ofMonths(translate("The last six months"), last, count, translate, isEnough),
      ...(earlier.length === 0
        ? []
        : [ofMonths(translate("The six months before"), earlier, count, translate, isEnough)]),
    ],
  };
}

function ofMonths<Value>(
  label: string,
  counted: readonly Counted<Value>[],
  { say, tooEarly }: Count<Value>,
  translate: Wording["translate"],
  isEnough: IsEnough,
): FigureOfMonths {
  if (isEnough(counted))
    return { label, enough: true, sentences: [...say(counted, isEnough)], cases: [], more: 0 };
  const cases = [...counted].sort(newestFirst).slice(0, LISTED);
  const why =
    counted.length < ENOUGH_CASES
      ? tooEarly(counted.length)
      : translate("Too few to say: fewer than three people are behind these.");
  return {
    label,
    enough: false,
    sentences: [why],
    cases: cases.map(({ shown }) => shown()),
    more: counted.length - cases.length,
  };
}

const newestFirst = (one: Counted<unknown>, other: Counted<unknown>): number =>
  inOrder(other.day, one.day) || inOrder(one.record, other.record);

const inOrder = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
  return laterDay(first, Number(day.slice(8)) - 1);
}

/** The smallest value that at least half of them do not pass. */
export const halfUnder = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.ceil(values.length / 2) - 1] ?? 0;
