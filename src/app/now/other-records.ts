import type { Book } from "../book.ts";
import type { RankedRow } from "../now.ts";
import { NO_NOTES, notesByDate } from "../roadmap/notes-by-date.ts";
import { nowRowsOfMilestone } from "./milestone-rows.ts";
import type { Viewer } from "./viewer.ts";

/** What records that are no notes bring to somebody's Now. */
export function nowRowsOfOthers(book: Book, viewer: Viewer): readonly RankedRow[] {
  const milestones = book.of("milestone");
  if (milestones.size === 0) return [];
  const byDate = notesByDate(book.notes.values(), viewer.today);
  return [...milestones.values()].flatMap((milestone) =>
    nowRowsOfMilestone(milestone, byDate.get(milestone.id) ?? NO_NOTES, viewer),
  );
}
