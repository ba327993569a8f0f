import * as z from "zod/mini";

export const EffortUnit = z.enum(["minutes", "hours", "days", "weeks", "months"]);
export type EffortUnit = z.infer<typeof EffortUnit>;

const Amount = z.number().check(z.gte(0), z.lte(100_000));

/**
 * How long something takes, as working time in the unit typed. One number alone is `likely` and has no range; two are `low` and `high`;
 * three are all of them (three-point estimate).
 */
export const Effort = z.object({
  low: z.optional(Amount),
  likely: z.optional(Amount),
  high: z.optional(Amount),
  unit: EffortUnit,
});
export type Effort = z.infer<typeof Effort>;

/** Working days in one of a unit: 8 hours a day, 5 days a week, 21 days a month. Only for putting options on one scale. */
export const WORKING_DAYS: Readonly<Record<EffortUnit, number>> = {
  minutes: 1 / 480,
  hours: 1 / 8,
  days: 1,
  weeks: 5,
  months: 21,
};

const units: readonly (readonly [EffortUnit, RegExp])[] = [
  // "m" alone is a month wherever work is estimated.
  ["minutes", /^(min|mins|mn|minutes?)$/],
  ["hours", /^(h|hrs?|hours?|heures?)$/],
  ["days", /^(d|days?|j|jours?)$/],
  ["weeks", /^(w|wks?|weeks?|s|sem|semaines?)$/],
  ["months", /^(m|mo|mos|months?|mois)$/],
];

const number = String.raw`\d+(?:[.,]\d+)?`;
const between = String.raw`\s*(?:-|–|—|to|à|/|\.\.)\s*`;
const pattern = new RegExp(
  `^(?:(?:about|env\\.|environ|~)\\s*)?(${number})(?:${between}(${number}))?(?:${between}(${number}))?\\s*(\\p{L}+)\\.?$`,
  "u",
);

/** Reads "2w", "2-3 weeks", "2/3/6 weeks", "2 months", "3 semaines"; undefined where it can't. Numbers in any order are put in order. */
export function parseEffort(text: string): Effort | undefined {
  const match = pattern.exec(text.trim().toLowerCase());
  if (match === null) return undefined;
  const unit = units.find(([, words]) => words.test(match[4] ?? ""))?.[0];
  if (unit === undefined) return undefined;
  const groups: readonly (string | undefined)[] = match.slice(1, 4);
  const numbers = groups
    .filter((part): part is string => part !== undefined)
    .map((part) => Number(part.replace(",", ".")))
    .sort((one, other) => one - other);
  const [first, second, third] = numbers;
  const effort: Effort =
    third !== undefined
      ? { low: first, likely: second, high: third, unit }
      : second !== undefined
        ? { low: first, high: second, unit }
        : { likely: first, unit };
  return Effort.safeParse(effort).data;
}

/** An amount of the effort in working days, as drawn on the scale; undefined where it was not given. */
export function workingDays(effort: Effort, which: "low" | "likely" | "high"): number | undefined {
  const amount = effort[which];
  return amount === undefined ? undefined : amount * WORKING_DAYS[effort.unit];
}
