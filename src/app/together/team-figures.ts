import type { Day } from "../../domain/dates.ts";
import type { Person } from "../../domain/person.ts";
import type { RecordState } from "../../domain/record.ts";
import type { TeamFigures } from "../../protocol/team-figures-state.ts";
import type { Book } from "../book.ts";
import type { Wording } from "../wording.ts";
import { ENOUGH_CASES, enoughOf, figureOf } from "./figures/counted.ts";
import { endedNotes } from "./figures/ended-note.ts";
import { notice } from "./figures/notice.ts";
import { ranges } from "./figures/ranges.ts";
import { surfaced, tooEarlyWords } from "./figures/surfaced.ts";
import { waits } from "./figures/waits.ts";
import { whoIsWho } from "./figures/who.ts";

/**
 * How the team is doing, as its record says. It takes no filter, no person and no role (nobody's role but one's own is known), so that there is nothing by
 * which a figure of somebody could be had; what `figures/counted.ts` finds too few of is listed and not counted.
 */
export function teamFigures(book: Pick<Book, "notes" | "of">, today: Day, wording: Wording): TeamFigures {
  const notes = [...book.notes.values()];
  const ended = endedNotes(notes);
  const milestones = book.of("milestone");
  const briefs = [...book.of("brief").values()];
  const records: readonly RecordState[] = [
    ...notes,
    ...milestones.values(),
    ...briefs,
    ...book.of("retro").values(),
    ...book.of("term").values(),
  ];
  const isEnough = enoughOf(whoIsWho(signaturesIn(records)));
  const figures = [
    figureOf(surfaced(ended, wording), today, wording, isEnough),
    figureOf(waits(notes, briefs, milestones, today, wording), today, wording, isEnough),
    figureOf(ranges(ended, wording), today, wording, isEnough),
    figureOf(notice([...milestones.values()], wording), today, wording, isEnough),
  ];
  const isEmpty = figures.every(({ months }) =>
    months.every(({ enough, cases }) => !enough && cases.length === 0),
  );
  return isEmpty && ended.length < ENOUGH_CASES
    ? { tooEarly: tooEarlyWords(ended.length, wording), figures: [] }
    : { figures };
}

/** Of everything that anybody said. */
function* signaturesIn(records: readonly RecordState[]): Iterable<Person> {
  for (const { history } of records) for (const { by } of history) yield by;
}
