import type { Book } from "../book.ts";
import type { RankedRow } from "../now.ts";
import { NO_NOTES, notesByDate } from "../roadmap/notes-by-date.ts";
import { nowRowsOfBrief } from "./brief-rows.ts";
import { nowRowsOfMilestone } from "./milestone-rows.ts";
import { nowRowsOfRetro } from "./retro-rows.ts";
import type { Viewer } from "./viewer.ts";

/** What records that are no notes bring to somebody's Now. */
export function nowRowsOfOthers(book: Book, viewer: Viewer): readonly RankedRow[] {
  const milestones = book.of("milestone");
  const briefs = [...book.of("brief").values()].flatMap((brief) => nowRowsOfBrief(brief, book, viewer));
  const retros = [...book.of("retro").values()].flatMap((retro) => nowRowsOfRetro(retro, viewer));
  if (milestones.size === 0) return [...briefs, ...retros];
  const byDate = notesByDate(book.notes.values(), viewer.today);
  const dates = [...milestones.values()].flatMap((milestone) =>
    nowRowsOfMilestone(milestone, byDate.get(milestone.id) ?? NO_NOTES, viewer),
  );
  return [...dates, ...briefs, ...retros];
}
