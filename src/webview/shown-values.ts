import { localeOf } from "../base/locale.ts";
import type { Translate } from "../base/translate.ts";
import type { Day, Moment } from "../domain/dates.ts";
import { dayOf } from "../domain/dates.ts";
import { clockOf, zoneName } from "../domain/zone.ts";
import type { Effort, EffortUnit } from "../domain/effort.ts";

/** Dates, numbers and durations in the language of the screen. */
export interface ShownValues {
  /** "14 March"; with the year where it is not this one. */
  readonly day: (day: Day) => string;
  /** "14 Mar", for narrow places; with the year where it is not this one. */
  readonly shortDay: (day: Day) => string;
  /** "Mar", for an axis of months. */
  readonly month: (day: Day) => string;
  /** "14 March, 23:12", in the zone in which it was written down. */
  readonly moment: (moment: Moment) => string;
  /** "23:12 (UTC+1)"; with the day where it is not today. */
  readonly clock: (moment: Moment) => string;
  /** "Priya, Sam and Léa". */
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
  /** "2 to 3 weeks, likely 2½"; one number alone: "2 weeks, no range given". */
  readonly effort: (effort: Effort) => string;
  /** The same, read out. */
  readonly spokenEffort: (effort: Effort) => string;
  /** "2 weeks", "½ day". */
  readonly amount: (value: number, unit: EffortUnit) => string;
}

const fractions: Readonly<Record<string, string>> = { "0.25": "¼", "0.5": "½", "0.75": "¾" };

export function shownValues(language: string, today: Day, translate: Translate): ShownValues {
  const locale = localeOf(language);
  const utc = { timeZone: "UTC" } as const;
  const long = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", ...utc });
  const longWithYear = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    ...utc,
  });
  const short = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", ...utc });
  const shortWithYear = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    ...utc,
  });
  const monthName = new Intl.DateTimeFormat(locale, { month: "short", ...utc });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", ...utc });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const plurals = new Intl.PluralRules(locale);
  const thisYear = (day: Day) => day.slice(0, 4) === today.slice(0, 4);
  const atMidnight = (day: Day) => new Date(`${day}T00:00:00Z`);

  /** "2½" in English; other languages write the decimals. */
  const number = (value: number): string => {
    const fraction = locale.startsWith("en") ? fractions[String(value % 1)] : undefined;
    return fraction === undefined || value > 1000
      ? plain.format(value)
      : `${value < 1 ? "" : plain.format(Math.floor(value))}${fraction}`;
  };
  const isOne = (value: number) => value <= 1 || plurals.select(value) === "one";

  const amount = (value: number, unit: EffortUnit): string => {
    const values = { count: number(value) };
    switch (unit) {
      case "minutes":
        return isOne(value) ? translate("{count} minute", values) : translate("{count} minutes", values);
      case "hours":
        return isOne(value) ? translate("{count} hour", values) : translate("{count} hours", values);
      case "days":
        return isOne(value) ? translate("{count} day", values) : translate("{count} days", values);
      case "weeks":
        return isOne(value) ? translate("{count} week", values) : translate("{count} weeks", values);
      case "months":
        return isOne(value) ? translate("{count} month", values) : translate("{count} months", values);
    }
  };
  const range = (low: number, high: number, unit: EffortUnit): string =>
    low === high
      ? amount(low, unit)
      : translate("{low} to {high}", { low: number(low), high: amount(high, unit) });

  const effort = (value: Effort, likelyWords: (range: string, likely: string) => string): string => {
    const { low, likely, high, unit } = value;
    if (low !== undefined && high !== undefined) {
      const words = range(low, high, unit);
      return likely === undefined ? words : likelyWords(words, number(likely));
    }
    if (low !== undefined) {
      const words = translate("at least {amount}", { amount: amount(low, unit) });
      return likely === undefined ? words : likelyWords(words, number(likely));
    }
    if (high !== undefined) {
      const words = translate("up to {amount}", { amount: amount(high, unit) });
      return likely === undefined ? words : likelyWords(words, number(likely));
    }
    return translate("{amount}, no range given", { amount: amount(likely ?? 0, unit) });
  };

  return {
    day: (day) => (thisYear(day) ? long : longWithYear).format(atMidnight(day)),
    shortDay: (day) => (thisYear(day) ? short : shortWithYear).format(atMidnight(day)),
    month: (day) => monthName.format(atMidnight(day)),
    moment: (moment) => {
      const day = dayOf(moment);
      const written = new Date(`${moment.slice(0, 16)}:00Z`);
      return translate("{day}, {time}", {
        day: (thisYear(day) ? long : longWithYear).format(atMidnight(day)),
        time: clock.format(written),
      });
    },
    clock: (moment) => {
      const day = dayOf(moment);
      const time = translate("{time} ({zone})", { time: clockOf(moment), zone: zoneName(moment) });
      if (day === today) return time;
      return translate("{time} on {day}", {
        time,
        day: (thisYear(day) ? long : longWithYear).format(atMidnight(day)),
      });
    },
    list: (items) => new Intl.ListFormat(locale, { style: "long", type: "conjunction" }).format(items),
    number,
    amount,
    effort: (value) =>
      effort(value, (words, likely) => translate("{range}, likely {likely}", { range: words, likely })),
    spokenEffort: (value) =>
      effort(value, (words, likely) => translate("{range}, most likely {likely}", { range: words, likely })),
  };
}
