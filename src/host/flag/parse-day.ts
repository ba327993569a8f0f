import { laterDay } from "../../domain/dates.ts";
import type { Day } from "../../domain/dates.ts";

// The first three letters tell English and French months apart from each other, but for June and July ("juin", "juillet").
const months: readonly RegExp[] = [
  /^jan/,
  /^(feb|fev|fév)/,
  /^mar/,
  /^(apr|avr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou|aoû)/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^(dec|déc)/,
];

const spans: readonly (readonly [RegExp, number])[] = [
  [/^(d|days?|j|jours?)$/, 1],
  [/^(w|weeks?|s|semaines?)$/, 7],
];

/** Reads "2027-03-14", "14 March", "March 14, 2027", "14 mars", "in 3 weeks", "dans 10 jours". A day without a year is the next one to come. */
export function parseDay(text: string, today: Day): Day | undefined {
  const words = text.trim().toLowerCase().replaceAll(/[.,]/g, " ").replaceAll(/\s+/g, " ").trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const span = /^(?:in |dans )?(\d{1,3}) ?(\p{L}+)$/u.exec(words);
  const days = spans.find(([unit]) => unit.test(span?.[2] ?? ""))?.[1];
  if (span !== null && days !== undefined) return laterDay(today, Number(span[1]) * days);
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}+)(?: (\d{4}))?$/u.exec(words);
  if (dayFirst !== null) return named(dayFirst[1], dayFirst[2], dayFirst[3], today);
  const monthFirst = /^(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(words);
  if (monthFirst !== null) return named(monthFirst[2], monthFirst[1], monthFirst[3], today);
  return undefined;
}

function named(
  day: string | undefined,
  name: string | undefined,
  year: string | undefined,
  today: Day,
): Day | undefined {
  const month = months.findIndex((pattern) => pattern.test(name ?? "")) + 1;
  if (month === 0) return undefined;
  if (year !== undefined) return dayOf(Number(year), month, Number(day));
  const thisYear = Number(today.slice(0, 4));
  const next = dayOf(thisYear, month, Number(day));
  return next !== undefined && next >= today ? next : dayOf(thisYear + 1, month, Number(day));
}

/** The day where the calendar has it: 31 February is not a day. */
function dayOf(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
