import { dayOf, daysBetween } from "../domain/dates.ts";
import type { Day, Moment } from "../domain/dates.ts";
import { clockOf, zoneName } from "../domain/zone.ts";
import { localeOf } from "../base/locale.ts";
import { remembered } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** "14 March", with the year where it is not that of `today`. */
export const dayWords = (day: Day, today: Day, { language }: Wording): string =>
  format(day.slice(0, 4) === today.slice(0, 4) ? dayFormat : dayAndYearFormat, day, language);

/** "23:12 (UTC+1)", "23:12 (UTC+1) on 22 November" that is not `today`: on the clock of whoever wrote it. */
export function clockWords(moment: Moment, today: Day, wording: Wording): string {
  const time = wording.translate("{time} ({zone})", { time: clockOf(moment), zone: zoneName(moment) });
  const day = dayOf(moment);
  return day === today
    ? time
    : wording.translate("{time} on {day}", { time, day: dayWords(day, today, wording) });
}

/** "since Tuesday", "since 3 March": when something began. A day to come (somebody's clock runs fast) is read as today. */
export function since(moment: Moment, today: Day, wording: Wording): string {
  const { translate, language } = wording;
  const day = dayOf(moment);
  const ago = daysBetween(day, today);
  if (ago <= 0) return translate("since today");
  if (ago === 1) return translate("since yesterday");
  if (ago < 7) return translate("since {weekday}", { weekday: format(weekdayFormat, day, language) });
  return translate("since {date}", { date: dayWords(day, today, wording) });
}

/** "on Tuesday", "on 3 March": when something happened. */
export function onDay(moment: Moment, today: Day, wording: Wording): string {
  const { translate, language } = wording;
  const day = dayOf(moment);
  const ago = daysBetween(day, today);
  if (ago <= 0) return translate("today");
  if (ago === 1) return translate("yesterday");
  if (ago < 7) return translate("on {weekday}", { weekday: format(weekdayFormat, day, language) });
  return translate("on {date}", { date: dayWords(day, today, wording) });
}

// A day has no zone: it is put at midnight UTC and read there, so that no machine's zone turns it into the day before.
const formatter = (style: Intl.DateTimeFormatOptions) =>
  remembered((language) => new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone: "UTC" }));
const weekdayFormat = formatter({ weekday: "long" });
const dayFormat = formatter({ day: "numeric", month: "long" });
const dayAndYearFormat = formatter({ day: "numeric", month: "long", year: "numeric" });

function format(formatFor: (language: string) => Intl.DateTimeFormat, day: Day, language: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : formatFor(language).format(at);
}
