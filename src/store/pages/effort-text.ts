import type { Effort, EffortUnit } from "../../domain/effort.ts";

const singular: Readonly<Record<EffortUnit, string>> = {
  minutes: "minute",
  hours: "hour",
  days: "day",
  weeks: "week",
  months: "month",
};

/** "2 to 3 weeks, likely 2.5" in the unit typed; a number alone says that no range was given. */
export function effortText({ low, likely, high, unit }: Effort): string {
  const units = (amount: number) => `${amount} ${amount === 1 ? singular[unit] : unit}`;
  if (low !== undefined && high !== undefined)
    return `${low} to ${units(high)}${likely === undefined ? "" : `, likely ${likely}`}`;
  const only = likely ?? low ?? high;
  return only === undefined ? "" : `${units(only)}, no range given`;
}
