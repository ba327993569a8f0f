import type { Day } from "./dates.ts";
import { workingDays } from "./effort.ts";
import type { Effort } from "./effort.ts";

const DAY = 86_400_000;

/**
 * The day on which work of so many working days is done that begins on `start`; nothing at all is done on its first working day. Saturdays and
 * Sundays are not worked on; what a team keeps free beside them is not known here.
 */
export function afterWorkingDays(start: Day, days: number): Day {
  const whole = Math.max(1, Math.ceil(days));
  let at = Date.parse(`${start}T00:00:00Z`);
  while (isWeekend(at)) at += DAY;
  // Five at a time: ten years are a few hundred steps at most.
  const weeks = Math.floor((whole - 1) / 5);
  at += weeks * 7 * DAY;
  for (let left = whole - 1 - weeks * 5; left > 0; left--) {
    at += DAY;
    while (isWeekend(at)) at += DAY;
  }
  return new Date(Math.min(at, LAST)).toISOString().slice(0, 10);
}

/** The last day that is written with four digits for the year. */
const LAST = Date.parse("9999-12-31T00:00:00Z");

const isWeekend = (at: number): boolean => [0, 6].includes(new Date(at).getUTCDay());

/** The days between which an estimate is done that begins on `start`; the same twice where it is one number alone. */
export function readyBetween(
  effort: Effort,
  start: Day,
): { readonly from: Day; readonly to: Day } | undefined {
  const [low, likely, high] = (["low", "likely", "high"] as const).map((which) => workingDays(effort, which));
  const shortest = low ?? likely ?? high;
  const longest = high ?? likely ?? low;
  if (shortest === undefined || longest === undefined) return undefined;
  return { from: afterWorkingDays(start, shortest), to: afterWorkingDays(start, longest) };
}
