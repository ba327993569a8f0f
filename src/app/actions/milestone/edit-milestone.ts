import { changedValues } from "../../said-values.ts";
import type { MilestoneAction } from "./milestone-action.ts";

/** Sets fields of a milestone. The title can be changed and not emptied. */
export const editMilestone: MilestoneAction<"editMilestone"> = ({ fields }, { milestone, pen }) => {
  const changed = changedValues(fields, milestone.fields);
  if (changed.title === "") return { kind: "titleMissing" };
  if (Object.keys(changed).length > 0) pen.write({ type: "milestoneEdited", data: { fields: changed } });
  return undefined;
};
