import { plainLine } from "../../../base/plain-text.ts";
import type { Outcome } from "../../../domain/outcome.ts";
import { beforeItHurtLabel } from "../../../protocol/labels.ts";
import { daysWords } from "../../effort-words.ts";
import { numberWords } from "../../wording.ts";
import type { Wording } from "../../wording.ts";
import type { EndedNote } from "./ended-note.ts";
import { halfUnder } from "./counted.ts";
import type { Count, Counted, IsEnough } from "./counted.ts";

/** Whether problems were on record before they hurt, always beside what was flagged and never needed. Whose doing: of who put them on record. */
export function surfaced(ended: readonly EndedNote[], wording: Wording): Count<Outcome> {
  const { translate } = wording;
  return {
    about: "surfaced",
    title: translate("On record before it hurt"),
    definition: translate(
      "Counts closed notes for which somebody answered “Was it on record before it hurt?”, as people answered it.",
    ),
    counted: ended.flatMap(({ note, outcome }) => {
      if (outcome.beforeItHurt === "skipped") return [];
      return [
        {
          value: outcome,
          day: outcome.closedOn,
          by: note.opened.by,
          record: note.id,
          shown: () => ({
            of: "note",
            record: note.id,
            title: plainLine(note.fields.title.value),
            sentence: sentence(outcome, wording),
          }),
        },
      ];
    }),
    say: (counted, isEnough) => {
      const said = (answer: Outcome["beforeItHurt"]) =>
        numberWords(counted.filter(({ value }) => value.beforeItHurt === answer).length, wording);
      const all = numberWords(counted.length, wording);
      return [
        translate("On record before it hurt: {yes} of {all}; in part: {partly}; not: {no}.", {
          yes: said("yes"),
          partly: said("partly"),
          no: said("no"),
          all,
        }),
        translate("Flagged and never needed: {n} of {all}.", { n: said("neverNeeded"), all }),
        howLongBefore(counted, wording, isEnough),
      ];
    },
    tooEarly: (count) => tooEarlyWords(count, wording),
  };
}

export const tooEarlyWords = (closed: number, wording: Wording): string =>
  wording.translate(
    "Too early to say: {n} of 5 closed notes. This page counts for the team only, never for a person.",
    { n: numberWords(closed, wording) },
  );

/** Of those that were on record first, and of which somebody said when they began to hurt. */
function howLongBefore(counted: readonly Counted<Outcome>[], wording: Wording, isEnough: IsEnough): string {
  const { translate } = wording;
  const early = counted.flatMap((one) => {
    const { beforeItHurt, daysBefore } = one.value;
    const wasFirst = beforeItHurt === "yes" || beforeItHurt === "partly";
    return wasFirst && daysBefore !== undefined && daysBefore > 0 ? [{ ...one, value: daysBefore }] : [];
  });
  if (!isEnough(early)) return translate("How long before: too early to say, too few give the day.");
  const half = -halfUnder(early.map(({ value }) => -value));
  return translate("{count} of the {n} that give the day were on record {days} before it, or longer.", {
    count: numberWords(early.filter(({ value }) => value >= half).length, wording),
    n: numberWords(early.length, wording),
    days: daysWords(half, wording),
  });
}

function sentence({ beforeItHurt, daysBefore }: Outcome, wording: Wording): string {
  const { translate } = wording;
  if (beforeItHurt === "skipped") return "";
  if (beforeItHurt === "neverNeeded") return translate("Flagged and never needed.");
  const days = daysWords(Math.abs(daysBefore ?? 0), wording);
  return [
    translate("On record before it hurt: {answer}.", { answer: beforeItHurtLabel(beforeItHurt, translate) }),
    ...(daysBefore === undefined
      ? []
      : daysBefore > 0
        ? [translate("On record {days} before.", { days })]
        : daysBefore === 0
          ? [translate("On record on that day.")]
          : [translate("On record {days} after.", { days })]),
  ].join(" ");
}
