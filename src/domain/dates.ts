import * as z from "zod/mini";

/** A day on the calendar, `2027-03-14`. */
export const Day = z.iso.date();
export type Day = string;

/** A moment with the zone it was written in, RFC 3339: `2026-11-22T23:12:04+01:00`. For display only; order comes from `seen`. */
export const Moment = z.iso.datetime({ offset: true });
export type Moment = string;

const millisecondsADay = 86_400_000;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / millisecondsADay);

/** The day so many days after another. */
export const laterDay = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * millisecondsADay).toISOString().slice(0, 10);

/** The day of a moment, as read in the zone it was written in. */
export const dayOf = (moment: Moment): Day => moment.slice(0, 10);
