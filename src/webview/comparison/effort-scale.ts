import type { Effort, EffortUnit } from "../../domain/effort.ts";
import { WORKING_DAYS, workingDays } from "../../domain/effort.ts";

/** One axis for all options, linear, from 0 to a round number above the largest high. */
export interface EffortScale {
  /** The unit its ticks are counted in. */
  readonly unit: EffortUnit;
  /** Four to six of them, in that unit, the first 0 and the last the end of the axis. */
  readonly ticks: readonly number[];
}

/** Where an estimate stands on the scale, as parts of its length between 0 and 1. */
export interface EffortMark {
  readonly low: number | undefined;
  readonly likely: number | undefined;
  readonly high: number | undefined;
}

/** Longest axis, in working days, that is still counted in a unit: hours up to two days, days up to three weeks, weeks up to three months. */
const LONGEST: readonly (readonly [EffortUnit, number])[] = [
  ["hours", 2],
  ["days", 15],
  ["weeks", 63],
];

/** Round numbers, each at most two and a half times the one before: so there is always one that gives four to six ticks. */
const STEPS = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000];
const DAY_STEPS = [0.25, 0.5, 1, 2, 3, 5];
const MOST_TICKS = 6;

const largest = (effort: Effort): number =>
  Math.max(
    ...(["low", "likely", "high"] as const).map(
      (which) => workingDays(effort, which) ?? Number.NEGATIVE_INFINITY,
    ),
  );

/** The scale that all of these fit on; undefined where there is no estimate, and nothing to draw. */
export function effortScale(efforts: readonly Effort[]): EffortScale | undefined {
  const days = Math.max(...efforts.map(largest), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(days)) return undefined;
  const unit = LONGEST.find(([, longest]) => days <= longest)?.[0] ?? "months";
  // Nothing at all still needs an axis to stand on.
  const amount = Math.max(days / WORKING_DAYS[unit], 0.5);
  const steps = unit === "days" ? DAY_STEPS : STEPS;
  const tickCount = (step: number) => Math.floor(amount / step) + 2;
  const step = steps.find((one) => tickCount(one) <= MOST_TICKS) ?? amount;
  return { unit, ticks: Array.from({ length: tickCount(step) }, (_, index) => index * step) };
}

export function markOn(scale: EffortScale, effort: Effort): EffortMark {
  const length = (scale.ticks.at(-1) ?? 1) * WORKING_DAYS[scale.unit];
  const part = (which: "low" | "likely" | "high") => {
    const days = workingDays(effort, which);
    return days === undefined ? undefined : days / length;
  };
  return { low: part("low"), likely: part("likely"), high: part("high") };
}
