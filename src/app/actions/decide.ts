import { optionsOnTheTable } from "../../domain/note-status.ts";
import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/**
 * Takes an option. It needs the impact, an option on the table, and one sentence why; in an incident an option is enough, and the sentence
 * may follow. Deciding again replaces what stood, which stays readable, and settles a note that was decided twice.
 */
export const decide: NoteAction<"decide"> = (action, { note, pen }) => {
  const isIncident = note.fields.kind.value === "incident";
  if (!isIncident && said(note.fields.impact.value) === undefined) return { kind: "impactMissing" };
  if (!optionsOnTheTable(note).some(({ id }) => id === action.option)) return { kind: "noSuchPart" };
  const because = said(action.because);
  if (because === undefined && !isIncident) return { kind: "becauseMissing" };
  const evidence = new Set(note.evidence.map(({ id }) => id));
  if (action.restsOn.some((id) => !evidence.has(id))) return { kind: "noSuchPart" };
  pen.write({
    type: "decided",
    data: {
      option: action.option,
      because: because ?? "",
      restsOn: action.restsOn,
      revisitOn: action.revisitOn,
      revisitIf: said(action.revisitIf),
      consequences: said(action.consequences),
      confirmation: said(action.confirmation),
      onCall: action.onCall && { with: action.onCall.with.flatMap((name) => said(name) ?? []) },
    },
  });
  return undefined;
};
