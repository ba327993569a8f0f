import { changedValues } from "../../said-values.ts";
import type { BriefAction } from "./brief-action.ts";
import { briefValuesInTheWay, tidyBriefValues } from "./brief-values.ts";

/** Sets fields of a brief. The paragraph can be changed and not emptied. */
export const editBrief: BriefAction<"editBrief"> = ({ fields }, { brief, pen }) => {
  const changed = changedValues(tidyBriefValues(fields), brief.fields);
  if (changed.text === "") return { kind: "textMissing" };
  const inTheWay = briefValuesInTheWay(changed);
  if (inTheWay !== undefined) return inTheWay;
  if (Object.keys(changed).length > 0) pen.write({ type: "briefEdited", data: { fields: changed } });
  return undefined;
};
