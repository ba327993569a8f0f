import type { Day } from "../../domain/dates.ts";

/** Half a year, in days. A year is two of them, so that the two add up. */
export const HALF_YEAR_DAYS = 183;

const SECONDS_A_DAY = 86_400;

/** Where the last half year and the one before it begin, in seconds since 1970; both end with `today`. */
export interface HalfYears {
  readonly last: number;
  readonly before: number;
}

export function halfYearsUntil(today: Day): HalfYears {
  const end = Date.parse(today) / 1000 + SECONDS_A_DAY;
  const last = end - HALF_YEAR_DAYS * SECONDS_A_DAY;
  return { last, before: last - HALF_YEAR_DAYS * SECONDS_A_DAY };
}

/** The day of a commit's time, in UTC. */
export const dayOfCommit = (at: number): Day => new Date(at * 1000).toISOString().slice(0, 10);
