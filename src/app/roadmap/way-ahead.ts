import { dayOf, daysBetween } from "../../domain/dates.ts";
import type { Day } from "../../domain/dates.ts";
import { isClosed, noteStatus } from "../../domain/note-status.ts";
import { readyBetween } from "../../domain/working-days.ts";
import type { DecisionOnDate } from "./notes-by-date.ts";

/** Where the chosen options lead. */
export interface WayAhead {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days between which all that was decided on a date's open notes is done, each counted in working days from its decision: the last of
 * them counts. Undefined where nothing is decided, or nobody said how long it takes.
 */
export function wayAhead(decisions: readonly DecisionOnDate[], today: Day): WayAhead | undefined {
  const ready = decisions
    .filter(({ note }) => !isClosed(noteStatus(note, today)))
    .flatMap(({ decision, option }) => {
      const effort = option?.doNothing === true ? null : (option?.fields.effort.value ?? null);
      return effort === null ? [] : (readyBetween(effort, dayOf(decision.at)) ?? []);
    });
  const from = last(ready.map((one) => one.from));
  const to = last(ready.map((one) => one.to));
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** By how many days a date may be missed; 0 where it is not. */
export const daysMissed = (day: Day, way: WayAhead | undefined): number =>
  way === undefined ? 0 : Math.max(0, daysBetween(day, way.to));

const last = (days: readonly Day[]): Day | undefined => [...days].sort().at(-1);
