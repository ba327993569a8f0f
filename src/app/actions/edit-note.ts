import { changedValues, isEmpty } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** Sets fields of a note. What is as it was is not said again. */
export const editNote: NoteAction<"editNote"> = ({ fields }, { note, pen }) => {
  const changed = changedValues(fields, note.fields);
  if (changed.title === "") return { kind: "titleMissing" };
  if (!isEmpty(changed)) pen.write({ type: "noteEdited", data: { fields: changed } });
  return undefined;
};
