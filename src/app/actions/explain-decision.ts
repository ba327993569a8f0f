import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** Says why, for a decision that was made without. One that has its sentence keeps it: deciding again is the way to another. */
export const explainDecision: NoteAction<"explainDecision"> = ({ decision: id, because }, { note, pen }) => {
  const decision = note.decisions.find((one) => one.id === id);
  if (decision === undefined || decision.because !== "") return { kind: "noSuchPart" };
  const reason = said(because);
  if (reason === undefined) return { kind: "becauseMissing" };
  pen.write({ type: "decisionExplained", data: { decision: id, because: reason } });
  return undefined;
};
