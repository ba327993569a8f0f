import type { NoteAction } from "./note-action.ts";

/** Says that a note puts a date of the roadmap at risk. It is said once. */
export const threatenDate: NoteAction<"threatenDate"> = ({ threatens }, { note, isDate, pen }) => {
  const isSaid = note.threatens.some(({ milestone }) => milestone === threatens);
  if (isSaid || !isDate(threatens)) return { kind: "noSuchDate" };
  pen.write({ type: "dateThreatened", data: { milestone: threatens } });
  return undefined;
};
