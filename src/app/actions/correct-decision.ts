import { nameWrittenDown } from "../incident/name-written-down.ts";
import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** "I remember it differently": only who was named, for themselves. The decision stays as it was written down. */
export const correctDecision: NoteAction<"correctDecision"> = ({ decision: id, text }, { note, me, pen }) => {
  const decision = note.decisions.find((one) => one.id === id);
  if (decision === undefined) return { kind: "noSuchPart" };
  const as = nameWrittenDown(decision, me);
  if (as === undefined) return { kind: "notNamed" };
  const words = said(text);
  if (words === undefined) return { kind: "textMissing" };
  pen.write({ type: "decisionCorrected", data: { decision: id, as, text: words } });
  return undefined;
};
