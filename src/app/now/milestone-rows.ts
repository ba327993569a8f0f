import { plainLine } from "../../base/plain-text.ts";
import { daysBetween } from "../../domain/dates.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import { dayWords } from "../date-words.ts";
import { rankOfOther } from "../now.ts";
import type { RankedRow } from "../now.ts";
import type { Viewer } from "./viewer.ts";

/** Two people moved the date without having seen each other's move: somebody has to say which day it is. */
export function nowRowsOfMilestone(milestone: Milestone, viewer: Viewer): readonly RankedRow[] {
  if (milestone.standing.length < 2) return [];
  const { wording, today } = viewer;
  const standing = milestone.moves.filter(({ id }) => milestone.standing.includes(id));
  const days = [...new Set(standing.map(({ to }) => to))].sort();
  if (days.length < 2) return [];
  const group = viewer.role === "pm" || viewer.role === "lead" ? "needsYou" : "worthKnowing";
  return [
    {
      row: {
        key: `${milestone.id}:movedTwice`,
        record: milestone.id,
        of: "milestone",
        group,
        title: plainLine(milestone.fields.title.value),
        reason: wording.translate(
          "Two people moved this date without seeing each other: {days}. Talk, then set it again.",
          { days: days.map((day) => dayWords(day, today, wording)).join(" · ") },
        ),
        action: "settle",
        glyph: "versions",
      },
      rank: rankOfOther(group, daysBetween(today, milestone.day), milestone.lastSaid.at),
    },
  ];
}
