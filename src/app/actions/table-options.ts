import { nextFreeLetter } from "../../domain/option-letter.ts";
import { givenValues, said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** Puts options on the table, all in one go, with what engineering would take. "Do nothing" needs no words. */
export const tableOptions: NoteAction<"tableOptions"> = ({ options, recommendation }, { note, pen }) => {
  const taken = new Set(note.options.map(({ letter }) => letter));
  const ids: string[] = [];
  for (const { doNothing, fields } of options) {
    const given = givenValues(fields);
    if (!doNothing && given.title === undefined) return { kind: "textMissing" };
    const letter = nextFreeLetter(taken);
    taken.add(letter);
    ids.push(pen.write({ type: "optionAdded", data: { letter, doNothing, fields: given } }));
  }
  if (recommendation === undefined) return undefined;
  const option = ids[recommendation.index];
  if (option === undefined) return { kind: "noSuchPart" };
  const because = said(recommendation.because);
  pen.write({ type: "noteEdited", data: { fields: { recommendation: { option, because } } } });
  return undefined;
};
