import { nameWrittenDown } from "../incident/name-written-down.ts";
import type { NoteAction } from "./note-action.ts";

/** "That is right": only who was named, for themselves, once. */
export const confirmDecision: NoteAction<"confirmDecision"> = ({ decision: id }, { note, me, pen }) => {
  const decision = note.decisions.find((one) => one.id === id);
  if (decision === undefined) return { kind: "noSuchPart" };
  const as = nameWrittenDown(decision, me);
  if (as === undefined) return { kind: "notNamed" };
  pen.write({ type: "decisionConfirmed", data: { decision: id, as } });
  return undefined;
};
