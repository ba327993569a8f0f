import { said } from "../../said-values.ts";
import type { MilestoneAction } from "./milestone-action.ts";

/** Moves the date. It needs its cause, and another day than the one that stands. */
export const moveMilestone: MilestoneAction<"moveMilestone"> = (
  { to, because, notes },
  { milestone, pen },
) => {
  const cause = said(because);
  if (cause === undefined) return { kind: "becauseMissing" };
  if (to === milestone.day && milestone.standing.length < 2) return { kind: "sameDay" };
  pen.write({ type: "milestoneMoved", data: { from: milestone.day, to, because: cause, notes } });
  return undefined;
};
