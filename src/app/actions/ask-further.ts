import { samePerson } from "../../domain/person.ts";
import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** Only who asked asks further; anybody else has a question of their own, or a comment. */
export const askFurther: NoteAction<"askFurther"> = ({ question: id, text }, { note, me, pen }) => {
  const question = note.questions.find((one) => one.id === id);
  if (question === undefined) return { kind: "noSuchPart" };
  if (!samePerson(question.by, me)) return { kind: "notTheAsker" };
  const words = said(text);
  if (words === undefined) return { kind: "textMissing" };
  pen.write({ type: "questionFurthered", data: { question: id, text: words } });
  return undefined;
};
