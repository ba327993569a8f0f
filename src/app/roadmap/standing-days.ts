import type { Day } from "../../domain/dates.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";

/** The days that stand beside each other, where people moved a date without having seen each other's move; else none. */
export function standingDays({ moves, standing }: Milestone): readonly Day[] {
  if (standing.length < 2) return [];
  const days = new Set(moves.filter(({ id }) => standing.includes(id)).map(({ to }) => to));
  return days.size < 2 ? [] : [...days].sort();
}
