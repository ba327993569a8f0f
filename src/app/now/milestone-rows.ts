import { plainLine } from "../../base/plain-text.ts";
import { daysBetween } from "../../domain/dates.ts";
import type { Moment } from "../../domain/dates.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import type { NowRow } from "../../protocol/panel-state.ts";
import { rankOfOther } from "../now.ts";
import type { RankedRow } from "../now.ts";
import type { NotesOnDate } from "../roadmap/notes-by-date.ts";
import { agreementAsked } from "./milestone/agreement-asked.ts";
import { datePast } from "./milestone/date-past.ts";
import { dateThreatened } from "./milestone/date-threatened.ts";
import { movedTwice } from "./milestone/moved-twice.ts";
import type { Viewer } from "./viewer.ts";

/** What the rules ask about a date of the roadmap that is neither reached nor dropped. */
export interface MilestoneFacts {
  readonly milestone: Milestone;
  readonly notes: NotesOnDate;
  readonly viewer: Viewer;
  /** Days until the date, negative when it is past. */
  readonly dueIn: number;
}

/** A row about a date before it has found its place in the list. */
export interface MilestoneEntry {
  readonly rule: string;
  readonly group: NowRow["group"];
  readonly reason: readonly string[];
  readonly action: NowRow["action"];
  readonly glyph: NowRow["glyph"];
  readonly since: Moment;
}

export type MilestoneRule = (facts: MilestoneFacts) => MilestoneEntry | undefined;

const rules: readonly MilestoneRule[] = [movedTwice, agreementAsked, datePast, dateThreatened];

/** The rows a date of the roadmap has in somebody's Now. Where it needs them, what is merely worth knowing is left to its page. */
export function nowRowsOfMilestone(
  milestone: Milestone,
  notes: NotesOnDate,
  viewer: Viewer,
): readonly RankedRow[] {
  if (milestone.fields.closed.value !== null) return [];
  const dueIn = daysBetween(viewer.today, milestone.day);
  const entries = rules.flatMap((rule) => rule({ milestone, notes, viewer, dueIn }) ?? []);
  const isNeeded = entries.some(({ group }) => group === "needsYou");
  return entries
    .filter(({ group }) => !isNeeded || group === "needsYou")
    .map(({ rule, group, reason, action, glyph, since }) => ({
      row: {
        key: `${milestone.id}:${rule}`,
        record: milestone.id,
        of: "milestone",
        group,
        title: plainLine(milestone.fields.title.value),
        reason: plainLine(reason.join(" ")),
        action,
        glyph,
      },
      rank: rankOfOther(group, dueIn, since),
    }));
}
