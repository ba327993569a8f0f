import { plainLine } from "../../../base/plain-text.ts";
import { estimateWriter } from "../../../domain/outcome.ts";
import type { Against } from "../../../domain/outcome.ts";
import { effortAmount, effortWords } from "../../effort-words.ts";
import { numberWords } from "../../wording.ts";
import type { Wording } from "../../wording.ts";
import type { Count } from "./counted.ts";
import type { EndedNote } from "./ended-note.ts";

/** How often the outcome fell inside low to high, and to which side it fell outside. About ranges, not about who gave them: whose doing is that of who wrote the estimate. */
export function ranges(ended: readonly EndedNote[], wording: Wording): Count<Against> {
  const { translate } = wording;
  return {
    about: "ranges",
    title: translate("Ranges and outcomes"),
    definition: translate(
      "Counts closed notes where the option taken had a range and somebody said how long it took. An outcome that is a range itself counts by its likely value, or its middle.",
    ),
    counted: ended.flatMap(({ note, outcome }) => {
      const { against, took, estimate } = outcome;
      if (took === undefined || estimate === undefined) return [];
      if (against === undefined || against === "noRange") return [];
      return [
        {
          value: against,
          day: outcome.closedOn,
          by: estimateWriter(note),
          record: note.id,
          shown: () => ({
            of: "note",
            record: note.id,
            title: plainLine(note.fields.title.value),
            sentence: translate("It was to take {estimate}, and took {time}.", {
              estimate: effortWords(estimate, wording),
              time: effortAmount(took, wording),
            }),
          }),
        },
      ];
    }),
    say: (counted) => {
      const count = (against: Against) => counted.filter(({ value }) => value === against).length;
      const words = (against: Against) => ({
        n: numberWords(count(against), wording),
        all: numberWords(counted.length, wording),
      });
      return [
        translate("Inside the range, {n} of {all}.", words("inside")),
        count("longer") === 0
          ? translate("Longer than the range, {n} of {all}.", words("longer"))
          : translate("Longer than the range, {n} of {all}: ask for wider ranges.", words("longer")),
        translate("Shorter than the range, {n} of {all}.", words("shorter")),
      ];
    },
    tooEarly: (count) =>
      translate("Too early to say: {n} of 5 closed notes with a range and an outcome.", {
        n: numberWords(count, wording),
      }),
  };
}
