import { daysBetween } from "../../domain/dates.ts";
import type { Day } from "../../domain/dates.ts";
import type { MilestoneRow } from "../../protocol/roadmap-state.ts";

/** Months before and after today that the picture goes at most: what lies beyond is put at its edge. */
const MOST_BEFORE = 24;
const MOST_AFTER = 60;
/** Narrowest month, in CSS pixels: a week is 12 then, as wide as a date's mark. */
const NARROWEST_MONTH = 52;
/** Room right of the last date for its words, in CSS pixels. */
const ROOM_FOR_WORDS = 190;

export interface AxisMonth {
  /** Its first day. */
  readonly day: Day;
  readonly x: number;
}

/** The months across the picture, in CSS pixels. */
export interface TimeAxis {
  readonly width: number;
  readonly months: readonly AxisMonth[];
  /** Where a day is; never outside of the picture. */
  readonly x: (day: Day) => number;
}

/** Months since the year 0. */
const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthStart = (number: number): Day =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}-01`;

/** Every day that a row draws something at. */
const daysOf = ({ day, moves, way, threats, standing }: MilestoneRow): readonly Day[] => [
  day,
  ...moves.flatMap(({ from, to }) => [from, to]),
  ...(way === null ? [] : [way.from, way.to]),
  ...threats.flatMap((threat) => threat.day ?? []),
  ...standing,
];

/** The axis that all rows fit on, in `room` CSS pixels where it is enough, and wider where it is not. */
export function timeAxis(rows: readonly MilestoneRow[], today: Day, room: number): TimeAxis {
  const now = monthNumber(today);
  const numbers = rows.flatMap((row) => daysOf(row).map(monthNumber));
  const first = Math.max(now - MOST_BEFORE, Math.min(now, ...numbers));
  const last = Math.min(now + MOST_AFTER, Math.max(now + 2, ...numbers));
  const count = last - first + 1;
  const month = Math.max(NARROWEST_MONTH, (room - ROOM_FOR_WORDS) / count);
  const width = Math.max(room, count * month + ROOM_FOR_WORDS);
  const start = monthStart(first);
  const end = monthStart(last + 1);
  const perDay = (count * month) / daysBetween(start, end);
  const clamped = (x: number) => Math.min(count * month, Math.max(0, x));
  const x = (day: Day) => Math.round(clamped(daysBetween(start, day) * perDay) * 10) / 10;
  const monthDays = Array.from({ length: count + Math.ceil(ROOM_FOR_WORDS / month) + 1 }, (_, index) =>
    monthStart(first + index),
  );
  return {
    width,
    months: monthDays
      .map((day) => ({ day, x: Math.round(daysBetween(start, day) * perDay * 10) / 10 }))
      .filter((one) => one.x < width),
    x,
  };
}
