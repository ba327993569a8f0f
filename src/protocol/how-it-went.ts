import type { Translate } from "../base/translate.ts";
import type { Day } from "../domain/dates.ts";
import type { Effort } from "../domain/effort.ts";
import type { Closed } from "../domain/note.ts";
import { beforeItHurtLabel } from "./labels.ts";

/** What was said of a note when it was closed, a sentence each: how long it took, and whether it was on record in time. Nothing for what was skipped. */
export function howItWent(
  { took, beforeItHurt, hurtFrom }: Closed,
  translate: Translate,
  words: { readonly effort: (took: Effort) => string; readonly day: (day: Day) => string },
): readonly string[] {
  return [
    ...(took === undefined ? [] : [translate("It took {time}.", { time: words.effort(took) })]),
    ...(beforeItHurt === undefined
      ? []
      : [
          translate("On record before it hurt: {answer}.", {
            answer: beforeItHurtLabel(beforeItHurt, translate),
          }),
        ]),
    ...(hurtFrom === undefined
      ? []
      : [translate("It began to hurt on {date}.", { date: words.day(hurtFrom) })]),
  ];
}
