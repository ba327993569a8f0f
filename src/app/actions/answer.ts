import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

export const answer: NoteAction<"answer"> = ({ question, text }, { note, pen }) => {
  const words = said(text);
  if (!note.questions.some(({ id }) => id === question)) return { kind: "noSuchPart" };
  if (words === undefined) return { kind: "textMissing" };
  pen.write({ type: "questionAnswered", data: { question, text: words } });
  return undefined;
};
