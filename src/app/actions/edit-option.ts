import { changedValues, isEmpty } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** Sets fields of an option; withdrawing it is one of them. */
export const editOption: NoteAction<"editOption"> = ({ option: id, fields }, { note, pen }) => {
  const option = note.options.find((one) => one.id === id);
  if (option === undefined) return { kind: "noSuchPart" };
  const changed = changedValues(fields, option.fields);
  if (changed.title === "" && !option.doNothing) return { kind: "textMissing" };
  if (!isEmpty(changed)) pen.write({ type: "optionEdited", data: { option: id, fields: changed } });
  return undefined;
};
