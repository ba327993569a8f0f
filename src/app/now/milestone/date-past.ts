import { dayWords } from "../../date-words.ts";
import type { MilestoneRule } from "../milestone-rows.ts";

/** The day has passed, and nobody has said whether it was reached: the product side does. */
export const datePast: MilestoneRule = ({ milestone, viewer, dueIn }) => {
  if (dueIn >= 0 || (viewer.role !== "pm" && viewer.role !== "lead")) return undefined;
  const { wording, today } = viewer;
  return {
    rule: "past",
    group: viewer.role === "pm" ? "needsYou" : "worthKnowing",
    reason: [
      wording.translate("{day} has passed. Say that it was reached, or move the date.", {
        day: dayWords(milestone.day, today, wording),
      }),
    ],
    action: "open",
    glyph: "late",
    since: milestone.lastSaid.at,
  };
};
