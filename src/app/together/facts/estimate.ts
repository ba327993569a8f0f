import { dayOf } from "../../../domain/dates.ts";
import { standingDecisions } from "../../../domain/note-status.ts";
import type { Note } from "../../../domain/note.ts";
import { outcomeOf } from "../../../domain/outcome.ts";
import { dayWords } from "../../date-words.ts";
import { effortAmount, effortWords } from "../../effort-words.ts";
import { letterOf } from "../../value-words.ts";
import { ofNote } from "./fact.ts";
import type { Fact, IsWithin, Reader } from "./fact.ts";
import { versionsOf } from "../../../domain/register.ts";

/** How long the option that was taken was to take, how long it took where somebody said so, and when it was decided and done. */
export function estimate(note: Note, isWithin: IsWithin, { today, wording }: Reader): readonly Fact[] {
  const outcome = outcomeOf(note);
  const done = versionsOf(note.fields.closed).at(-1);
  const [decision] = standingDecisions(note);
  if (outcome?.as !== "done" || done === undefined || !isWithin(done.at)) return [];
  if (outcome.estimate === undefined || decision === undefined) return [];
  const { translate } = wording;
  const words = {
    letter: letterOf(note, decision.option),
    effort: effortWords(outcome.estimate, wording),
    took: outcome.took === undefined ? "" : effortAmount(outcome.took, wording),
  };
  return [
    ofNote(note, "estimate", outcome.closedOn, [
      outcome.took === undefined
        ? translate("{letter} was to take {effort}.", words)
        : translate("{letter} was to take {effort}, and took {took}.", words),
      translate("Decided on {day}, done on {end}.", {
        day: dayWords(dayOf(decision.at), today, wording),
        end: dayWords(outcome.closedOn, today, wording),
      }),
    ]),
  ];
}
