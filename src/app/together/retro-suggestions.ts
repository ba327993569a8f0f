import { plainLine } from "../../base/plain-text.ts";
import { briefTime } from "../../domain/brief/brief-time.ts";
import { dayOf, daysBetween } from "../../domain/dates.ts";
import type { RetroSpan } from "../../protocol/retro-state.ts";
import type { Book } from "../book.ts";
import { briefTitle } from "../briefs/brief-title.ts";
import type { Viewer } from "../now/viewer.ts";

/** What can be chosen at once; what is longer ago is written by hand. */
const SUGGESTED = 10;

/** Sprints that have begun and dates of the roadmap that were put there, those that end nearest to today first. */
export function retroSuggestions(book: Book, { today, wording }: Viewer): readonly RetroSpan[] {
  const milestones = book.of("milestone");
  const sprints = [...book.of("brief").values()].flatMap((brief) => {
    const time = briefTime(brief, milestones);
    return brief.fields.scope.value?.kind !== "sprint" || time === undefined
      ? []
      : [{ name: briefTitle(brief, milestones, today, wording), ...time }];
  });
  const dates = [...milestones.values()].map(({ fields, opened, day }) => ({
    name: plainLine(fields.title.value),
    from: dayOf(opened.at),
    to: day,
  }));
  const distance = ({ to }: RetroSpan) => Math.abs(daysBetween(to, today));
  return [...sprints, ...dates]
    .filter(({ name, from, to }) => name !== "" && from <= to && from <= today)
    .sort((one, other) => distance(one) - distance(other) || (one.name < other.name ? -1 : 1))
    .slice(0, SUGGESTED);
}
