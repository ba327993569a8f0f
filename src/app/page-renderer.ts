import { foldRecord } from "../domain/fold.ts";
import { renderPages } from "../store/pages/render-pages.ts";
import { byRecord } from "../store/record-lines.ts";
import type { RenderPages } from "../store/store.ts";
import { withLines } from "./book.ts";
import type { Book } from "./book.ts";

/**
 * Renders the pages of a commit from the book as it is now: what is saved while the sync runs is in its `outgoing`, or in the next commit.
 */
export function pageRenderer(book: Book): RenderPages {
  const known = new Map(book.notes);
  const linesOf = book.snapshot();
  return (incoming, outgoing) => {
    const added = byRecord(outgoing);
    const notes = new Map(known);
    for (const record of new Set([...incoming.keys(), ...added.keys()])) {
      const lines = withLines(incoming.get(record) ?? linesOf(record), added.get(record) ?? []);
      notes.delete(record);
      if (lines.length === 0) continue;
      const folded = foldRecord(record, lines);
      if (folded.kind === "note") notes.set(record, folded.record);
    }
    return renderPages([...notes.values()], new Set(added.keys()));
  };
}
