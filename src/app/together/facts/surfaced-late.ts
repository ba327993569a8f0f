import { plainLine } from "../../../base/plain-text.ts";
import { dayOf, daysBetween } from "../../../domain/dates.ts";
import type { Day } from "../../../domain/dates.ts";
import type { RecordId } from "../../../domain/ids.ts";
import type { Milestone } from "../../../domain/milestone/milestone.ts";
import type { Note } from "../../../domain/note.ts";
import { outcomeOf } from "../../../domain/outcome.ts";
import { dayWords } from "../../date-words.ts";
import { daysWords } from "../../effort-words.ts";
import { ofNote } from "./fact.ts";
import type { Fact, IsWithin, Reader } from "./fact.ts";
import { versionsOf } from "../../../domain/register.ts";

/** A note that came on record fewer days than this before its date left no time to do much about it. */
const LATE_DAYS = 14;

/** A day that a note is about; with the title of the date on the roadmap, where it is one of those. */
interface DateOfNote {
  readonly day: Day;
  readonly title?: string;
}

export type DatesOf = (note: Note) => readonly DateOfNote[];

/** The day a note is needed by, the dates that it threatens, and those that moved because of it, as they were before. */
export function datesOfNotes(milestones: ReadonlyMap<RecordId, Milestone>): DatesOf {
  const moved = new Map<RecordId, DateOfNote[]>();
  for (const { fields, moves } of milestones.values())
    for (const { from, notes } of moves)
      for (const note of notes)
        moved.set(note, [...(moved.get(note) ?? []), { day: from, title: plainLine(fields.title.value) }]);
  return ({ id, fields, threatens }) => [
    ...(fields.neededBy.value === null ? [] : [{ day: fields.neededBy.value.day }]),
    ...threatens.flatMap(({ milestone }) => {
      const date = milestones.get(milestone);
      return date === undefined ? [] : [{ day: date.day, title: plainLine(date.fields.title.value) }];
    }),
    ...(moved.get(id) ?? []),
  ];
}

/** What people said when they closed it; until then, what the dates say. */
export function surfacedLate(
  note: Note,
  dates: DatesOf,
  isWithin: IsWithin,
  reader: Reader,
): readonly Fact[] {
  const closing = versionsOf(note.fields.closed).at(-1);
  const { translate } = reader.wording;
  const outcome = outcomeOf(note);
  if (outcome === undefined || outcome.beforeItHurt === "skipped")
    return outcome?.as !== "withdrawn" && isWithin(note.opened.at)
      ? nearItsDate(note, dates(note), reader)
      : [];
  if (closing === undefined || !isWithin(closing.at)) return [];
  const { beforeItHurt, hurtFrom, daysBefore = 0, closedOn } = outcome;
  if (beforeItHurt !== "no" && beforeItHurt !== "partly") return [];
  return [
    ofNote(note, "late", closedOn, [
      hurtFrom !== undefined && daysBefore < 0
        ? translate("It hurt from {day} on, {days} before it was on record.", {
            day: dayWords(hurtFrom, reader.today, reader.wording),
            days: daysWords(-daysBefore, reader.wording),
          })
        : beforeItHurt === "no"
          ? translate("It was not on record before it hurt, as was said when it was closed.")
          : translate("It was on record only in part before it hurt, as was said when it was closed."),
    ]),
  ];
}

/** The first date that a note is about, where it came on record when that was near or past. */
function nearItsDate(note: Note, dates: readonly DateOfNote[], { today, wording }: Reader): readonly Fact[] {
  const { translate } = wording;
  const opened = dayOf(note.opened.at);
  const first = [...dates].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))[0];
  if (first === undefined) return [];
  const ahead = daysBetween(opened, first.day);
  if (ahead >= LATE_DAYS) return [];
  const words = {
    days: daysWords(Math.abs(ahead), wording),
    day: dayWords(first.day, today, wording),
    title: first.title ?? "",
  };
  const sentence =
    first.title === undefined
      ? ahead > 0
        ? translate("On record {days} before {day}, when it was needed.", words)
        : ahead === 0
          ? translate("On record on {day}, the day it was needed.", words)
          : translate("On record {days} after {day}, when it was needed.", words)
      : ahead > 0
        ? translate("On record {days} before {day}, the date of {title}.", words)
        : ahead === 0
          ? translate("On record on {day}, the date of {title}.", words)
          : translate("On record {days} after {day}, the date of {title}.", words);
  return [ofNote(note, "late", opened, [sentence])];
}
