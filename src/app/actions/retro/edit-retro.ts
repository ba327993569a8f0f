import { changedValues } from "../../said-values.ts";
import type { RetroAction } from "./retro-action.ts";
import { retroValuesInTheWay, tidyRetroValues } from "./retro-values.ts";

/** Sets fields of a retro. Its name can be changed and not emptied. */
export const editRetro: RetroAction<"editRetro"> = ({ fields }, { retro, pen }) => {
  const changed = changedValues(tidyRetroValues(fields), retro.fields);
  if (changed.name === "") return { kind: "titleMissing" };
  const inTheWay = retroValuesInTheWay(changed);
  if (inTheWay !== undefined) return inTheWay;
  if (Object.keys(changed).length > 0) pen.write({ type: "retroEdited", data: { fields: changed } });
  return undefined;
};
