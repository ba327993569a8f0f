import { localeOf } from "../base/locale.ts";
import type { Translate } from "../base/translate.ts";

/** The language people read on the screen. */
export interface Wording {
  readonly translate: Translate;
  /** A BCP 47 language tag, for dates and numbers. */
  readonly language: string;
}

/** Whether a message takes its form for one: 1 in English, 0 and 1 in French. */
export const isOne = (count: number, { language }: Wording): boolean =>
  pluralRules(language).select(count) === "one";

/** A number as the language writes it, with at most one digit after the point. */
export const numberWords = (value: number, { language }: Wording): string =>
  numberFormat(language).format(value);

/** Remembers what `make` made for a key: the formats of `Intl` cost more to make than to use a thousand times. */
export function remembered<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const now = make(key);
    made.set(key, now);
    return now;
  };
}

const pluralRules = remembered((language) => new Intl.PluralRules(localeOf(language)));
const numberFormat = remembered(
  (language) => new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }),
);
