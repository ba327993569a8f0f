import { samePerson } from "../../domain/person.ts";
import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** "I see it differently, because …", once a person and decision, with the commitment in the same breath. */
export const differ: NoteAction<"differ"> = ({ decision: id, because, commits }, { note, me, pen }) => {
  const decision = note.decisions.find((one) => one.id === id);
  if (decision === undefined) return { kind: "noSuchPart" };
  if (decision.dissent.some(({ by }) => samePerson(by, me))) return { kind: "alreadyDiffered" };
  const reason = said(because);
  if (reason === undefined) return { kind: "becauseMissing" };
  pen.write({ type: "dissented", data: { decision: id, because: reason, commits } });
  return undefined;
};
