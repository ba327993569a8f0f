import { plainLine } from "../../../base/plain-text.ts";
import { dayOf } from "../../../domain/dates.ts";
import type { Milestone } from "../../../domain/milestone/milestone.ts";
import { daysWords } from "../../effort-words.ts";
import { numberWords } from "../../wording.ts";
import type { Wording } from "../../wording.ts";
import type { Count } from "./counted.ts";

/** Days before a date that leave others time to do something about it. */
const NOTICE_DAYS = 14;

/** Dates moved with notice against those without. Whose doing: of who moved them. */
export function notice(milestones: readonly Milestone[], wording: Wording): Count<number> {
  const { translate } = wording;
  return {
    about: "notice",
    title: translate("Notice when dates move"),
    definition: translate(
      "Counts moves of a date on the roadmap. With notice is what was said two weeks or more before the date that was given up.",
    ),
    counted: milestones.flatMap(({ id, fields, moves }) =>
      moves.map((move) => ({
        value: move.notice,
        day: dayOf(move.at),
        by: move.by,
        record: id,
        shown: () => ({
          of: "milestone",
          record: id,
          title: plainLine(fields.title.value),
          sentence: sentence(move.notice, wording),
        }),
      })),
    ),
    say: (counted) => {
      const all = numberWords(counted.length, wording);
      const given = counted.filter(({ value }) => value >= NOTICE_DAYS).length;
      return [
        translate("With notice, {given} of {all}; without, {without} of {all}.", {
          given: numberWords(given, wording),
          without: numberWords(counted.length - given, wording),
          all,
        }),
      ];
    },
    tooEarly: (count) =>
      translate("Too early to say: {n} of 5 moved dates.", { n: numberWords(count, wording) }),
  };
}

function sentence(days: number, wording: Wording): string {
  const { translate } = wording;
  const words = { days: daysWords(Math.abs(days), wording) };
  if (days === 0) return translate("Moved on the day itself.");
  return days > 0
    ? translate("Moved {days} before the date.", words)
    : translate("Moved {days} after the date.", words);
}
