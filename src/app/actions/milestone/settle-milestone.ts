import { MilestoneValues } from "../../../domain/milestone/milestone-fields.ts";
import { versionPicked } from "../settle.ts";
import type { MilestoneAction } from "./milestone-action.ts";

/** Picks one of the values that people set without having seen each other's. */
export const settleMilestone: MilestoneAction<"settleMilestone"> = (
  { field, version },
  { milestone, pen },
) => {
  const picked = versionPicked({ ...milestone.fields }, field, version);
  if (picked === undefined) return { kind: "noSuchPart" };
  pen.write({
    type: "milestoneEdited",
    data: { fields: MilestoneValues.parse({ [field]: picked.value }) },
  });
  return undefined;
};
