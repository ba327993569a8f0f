import { changedValues, isEmpty, said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** Ends a note, with what is said of how it went; or puts it off: then it comes back on its day, where one is given, and nothing has gone yet. */
export const close: NoteAction<"close"> = (action, { note, pen }) => {
  const { as, until, took, beforeItHurt, hurtFrom } = action;
  const because = said(action.because);
  const closed = as === "putOff" ? { as, until, because } : { as, because, took, beforeItHurt, hurtFrom };
  const changed = changedValues({ closed }, note.fields);
  if (!isEmpty(changed)) pen.write({ type: "noteEdited", data: { fields: changed } });
  return undefined;
};
