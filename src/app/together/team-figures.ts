import type { Day } from "../../domain/dates.ts";
import { outcomeOf } from "../../domain/outcome.ts";
import type { TeamFigures } from "../../protocol/team-figures-state.ts";
import type { Book } from "../book.ts";
import type { Wording } from "../wording.ts";
import { ENOUGH_CASES, figureOf } from "./figures/counted.ts";
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
  const milestones = book.of("milestone");
  const figures = [
    figureOf(surfaced(notes, wording), today, wording),
    figureOf(waits(notes, [...book.of("brief").values()], milestones, today, wording), today, wording),
    figureOf(ranges(notes, wording), today, wording),
    figureOf(notice([...milestones.values()], wording), today, wording),
  ];
  const closed = notes.filter((note) => outcomeOf(note) !== undefined).length;
  const isEmpty = figures.every(({ months }) =>
    months.every(({ enough, cases }) => !enough && cases.length === 0),
  );
  return isEmpty && closed < ENOUGH_CASES
    ? { tooEarly: tooEarlyWords(closed, wording), figures: [] }
    : { figures };
}
