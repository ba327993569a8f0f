import type { Book } from "../book.ts";
import type { RankedRow } from "../now.ts";
import { nowRowsOfMilestone } from "./milestone-rows.ts";
import type { Viewer } from "./viewer.ts";

/** What records that are no notes bring to somebody's Now. */
export const nowRowsOfOthers = (book: Book, viewer: Viewer): readonly RankedRow[] =>
  [...book.of("milestone").values()].flatMap((milestone) => nowRowsOfMilestone(milestone, viewer));
