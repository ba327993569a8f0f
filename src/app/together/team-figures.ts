import type { Day } from "../../domain/dates.ts";
import type { TeamFigures } from "../../protocol/team-figures-state.ts";
import type { Book } from "../book.ts";
import type { Wording } from "../wording.ts";
import { ENOUGH_CASES, figureOf } from "./figures/counted.ts";
import { endedNotes } from "./figures/ended-note.ts";
import { notice } from "./figures/notice.ts";
import { ranges } from "./figures/ranges.ts";
import { surfaced, tooEarlyWords } from "./figures/surfaced.ts";
import { waits } from "./figures/waits.ts";

/**
 * How the team is doing, as its record says. It takes no filter, no person and no role (nobody's role but one's own is known), so that there is nothing by
 * which a figure of somebody could be had; what `figures/counted.ts` finds too few of is listed and not counted.
 */
export function teamFigures(book: Pick<Book, "notes" | "of">, today: Day, wording: Wording): TeamFigures {
  const notes = [...book.notes.values()];
  const ended = endedNotes(notes);
  const milestones = book.of("milestone");
  const figures = [
    figureOf(surfaced(ended, wording), today, wording),
    figureOf(waits(notes, [...book.of("brief").values()], milestones, today, wording), today, wording),
    figureOf(ranges(ended, wording), today, wording),
    figureOf(notice([...milestones.values()], wording), today, wording),
  ];
  const isEmpty = figures.every(({ months }) =>
    months.every(({ enough, cases }) => !enough && cases.length === 0),
  );
  return isEmpty && ended.length < ENOUGH_CASES
    ? { tooEarly: tooEarlyWords(ended.length, wording), figures: [] }
    : { figures };
}
