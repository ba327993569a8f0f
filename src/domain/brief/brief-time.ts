import { dayOf } from "../dates.ts";
import type { Day } from "../dates.ts";
import type { RecordId } from "../ids.ts";
import type { Milestone } from "../milestone/milestone.ts";
import type { Brief } from "./brief.ts";

/** The days a brief is for, both included. */
export interface BriefTime {
  readonly from: Day;
  readonly to: Day;
}

export type BriefPhase = "ahead" | "now" | "over";

/** A sprint's own days; for a date on the roadmap, from when the why was shared to that date. Undefined where the date is not here. */
export function briefTime(brief: Brief, milestones: ReadonlyMap<RecordId, Milestone>): BriefTime | undefined {
  const scope = brief.fields.scope.value;
  if (scope === null) return undefined;
  if (scope.kind === "sprint") return { from: scope.from, to: scope.to };
  const milestone = milestones.get(scope.milestone);
  return milestone === undefined ? undefined : { from: dayOf(brief.opened.at), to: milestone.day };
}

/** A brief is closed by its days alone. One whose days are not known stays open. */
export function briefPhase(time: BriefTime | undefined, today: Day): BriefPhase {
  if (time === undefined) return "now";
  if (time.to < today) return "over";
  return today < time.from ? "ahead" : "now";
}

/** The newest that was shared of those whose days include today; where two were shared in the same moment, the same one everywhere. */
export const currentBrief = (
  briefs: Iterable<Brief>,
  milestones: ReadonlyMap<RecordId, Milestone>,
  today: Day,
): Brief | undefined =>
  [...briefs]
    .filter((brief) => {
      const time = briefTime(brief, milestones);
      return time !== undefined && briefPhase(time, today) === "now";
    })
    .sort(newestFirst)[0];

/** By when they were shared, as their writers' clocks said. */
export const newestFirst = (one: Brief, other: Brief): number =>
  Date.parse(other.opened.at) - Date.parse(one.opened.at) || (one.id < other.id ? -1 : 1);
