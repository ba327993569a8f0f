import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** "Help me understand…", of the note or of some of its options. Where nobody is named it is for the owner, whoever that will be. */
export const ask: NoteAction<"ask"> = ({ text, options, to }, { note, pen }) => {
  const question = said(text);
  if (question === undefined) return { kind: "textMissing" };
  if (options.some((id) => !note.options.some((option) => option.id === id))) return { kind: "noSuchPart" };
  pen.write({ type: "questionAsked", data: { text: question, options, to } });
  return undefined;
};
