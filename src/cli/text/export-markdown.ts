import { notePage } from "../../store/pages/note-page.ts";
import type { Note } from "../../domain/note.ts";

/** The notes one after the other, as on the pages of the branch. */
export const exportMarkdown = (notes: readonly Note[]): string => notes.map(withoutFoot).join("\n\n---\n\n");

/** A page's last words are about the page, and not about the note. */
function withoutFoot(note: Note): string {
  const page = notePage(note);
  return page.slice(0, page.lastIndexOf("\n\n---\n\n"));
}
