import type { Day } from "../domain/dates.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** The day so many days after another. */
export const laterDay = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
