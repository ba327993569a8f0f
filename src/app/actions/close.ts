import { changedValues, isEmpty, said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** Ends a note, or puts it off: then it comes back on its day, where one is given. */
export const close: NoteAction<"close"> = ({ as, until, because }, { note, pen }) => {
  const closed = { as, until: as === "putOff" ? until : undefined, because: said(because) };
  const changed = changedValues({ closed }, note.fields);
  if (!isEmpty(changed)) pen.write({ type: "noteEdited", data: { fields: changed } });
  return undefined;
};
