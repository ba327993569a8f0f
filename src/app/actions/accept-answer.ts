import { samePerson } from "../../domain/person.ts";
import type { NoteAction } from "./note-action.ts";

/** "That answers it": only who asked can say so. */
export const acceptAnswer: NoteAction<"acceptAnswer"> = ({ question: id }, { note, me, pen }) => {
  const question = note.questions.find((one) => one.id === id);
  if (question === undefined) return { kind: "noSuchPart" };
  if (!samePerson(question.by, me)) return { kind: "notTheAsker" };
  if (question.accepted === undefined) pen.write({ type: "questionAccepted", data: { question: id } });
  return undefined;
};
