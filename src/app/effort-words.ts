import type { Effort, EffortUnit } from "../domain/effort.ts";
import { isOne, numberWords } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** "2 to 3 weeks, likely 2.5" in the unit typed; "2 months, no range given" where there is one number alone. */
export function effortWords({ low, likely, high, unit }: Effort, wording: Wording): string {
  const { translate } = wording;
  if (low !== undefined && high !== undefined) {
    const range = { low: numberWords(low, wording), high: amountWords(high, unit, wording) };
    return likely === undefined
      ? translate("{low} to {high}", range)
      : translate("{low} to {high}, likely {likely}", { ...range, likely: numberWords(likely, wording) });
  }
  const only = likely ?? low ?? high;
  return only === undefined
    ? ""
    : translate("{amount}, no range given", { amount: amountWords(only, unit, wording) });
}

/** The same without a remark where there is one number alone: what is said in a hurry is a guess, and everybody knows. */
export function effortAmount(effort: Effort, wording: Wording): string {
  const { low, likely, high, unit } = effort;
  const only = low === undefined || high === undefined ? (likely ?? low ?? high) : undefined;
  return only === undefined ? effortWords(effort, wording) : amountWords(only, unit, wording);
}

/** "3 days". */
export const daysWords = (days: number, wording: Wording): string => amountWords(days, "days", wording);

function amountWords(amount: number, unit: EffortUnit, wording: Wording): string {
  const { translate } = wording;
  const n = numberWords(amount, wording);
  const one = isOne(amount, wording);
  switch (unit) {
    case "minutes":
      return translate(one ? "{n} minute" : "{n} minutes", { n });
    case "hours":
      return translate(one ? "{n} hour" : "{n} hours", { n });
    case "days":
      return translate(one ? "{n} day" : "{n} days", { n });
    case "weeks":
      return translate(one ? "{n} week" : "{n} weeks", { n });
    case "months":
      return translate(one ? "{n} month" : "{n} months", { n });
  }
}
