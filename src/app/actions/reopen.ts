import { changedValues, isEmpty } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

export const reopen: NoteAction<"reopen"> = (_action, { note, pen }) => {
  const changed = changedValues({ closed: null }, note.fields);
  if (!isEmpty(changed)) pen.write({ type: "noteEdited", data: { fields: changed } });
  return undefined;
};
