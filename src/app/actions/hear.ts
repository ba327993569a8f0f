import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** "Heard": said, never recorded by itself. */
export const hear: NoteAction<"hear"> = ({ text, backBy }, { pen }) => {
  pen.write({ type: "heard", data: { text: said(text), backBy } });
  return undefined;
};
