import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

/** Adds a fact, with where it comes from. */
export const addEvidence: NoteAction<"addEvidence"> = ({ text, link, figure, source, date }, { pen }) => {
  const fact = said(text) ?? said(link);
  if (fact === undefined) return { kind: "textMissing" };
  pen.write({
    type: "evidenceAdded",
    data: { text: fact, link: said(link), figure: said(figure), source: said(source), date },
  });
  return undefined;
};
