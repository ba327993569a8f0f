import { said } from "../said-values.ts";
import type { NoteAction } from "./note-action.ts";

export const comment: NoteAction<"comment"> = ({ text }, { pen }) => {
  const words = said(text);
  if (words === undefined) return { kind: "textMissing" };
  pen.write({ type: "commented", data: { text: words } });
  return undefined;
};
