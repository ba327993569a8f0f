import { dayWords } from "../../date-words.ts";
import { standingDays } from "../../roadmap/standing-days.ts";
import type { MilestoneRule } from "../milestone-rows.ts";

/** Two people moved the date without having seen each other's move: somebody has to say which day it is. */
export const movedTwice: MilestoneRule = ({ milestone, viewer }) => {
  const days = standingDays(milestone);
  if (days.length === 0) return undefined;
  const { wording, today, role } = viewer;
  return {
    rule: "movedTwice",
    group: role === "pm" || role === "lead" ? "needsYou" : "worthKnowing",
    reason: [
      wording.translate(
        "Two people moved this date without seeing each other: {days}. Talk, then set it again.",
        { days: days.map((day) => dayWords(day, today, wording)).join(" · ") },
      ),
    ],
    action: "settle",
    glyph: "versions",
    since: milestone.lastSaid.at,
  };
};
