import { said } from "../../said-values.ts";
import type { MilestoneAction } from "./milestone-action.ts";

/** Engineering's answer to the date as it stands. Concerns and a no need their words; the same answer is not said twice. */
export const answerMilestone: MilestoneAction<"answerMilestone"> = (
  { day, answer, text },
  { milestone, pen },
) => {
  if (day !== milestone.day) return { kind: "otherDay" };
  const words = said(text);
  if (answer !== "agreed" && words === undefined) return { kind: "textMissing" };
  const [standing, ...others] = milestone.answers;
  const isSaid = others.length === 0 && standing?.answer === answer && standing.text === words;
  if (!isSaid) pen.write({ type: "milestoneAnswered", data: { day, answer, text: words } });
  return undefined;
};
