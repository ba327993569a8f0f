import { daysBetween } from "../../../domain/dates.ts";
import { dayWords, since } from "../../date-words.ts";
import { daysMissed, wayAhead } from "../../roadmap/way-ahead.ts";
import { isOne, numberWords } from "../../wording.ts";
import type { MilestoneFacts, MilestoneRule } from "../milestone-rows.ts";

/** Days before a date, or before a note that puts it at risk is needed, from which on it is near. */
const NEAR_DAYS = 14;

/**
 * A date that notes put at risk, or that the chosen options pass. Somebody who looks after the product has to act where the options pass it,
 * or a note is needed soon; else it is worth knowing, and so is a date that is near with nothing in its way.
 */
export const dateThreatened: MilestoneRule = (facts) => {
  const { milestone, notes, viewer, dueIn } = facts;
  if (dueIn < 0 || (viewer.role !== "pm" && viewer.role !== "lead")) return undefined;
  const { today, role } = viewer;
  const missed = daysMissed(milestone.day, wayAhead(notes.decisions, today));
  const isThreatened = missed > 0 || notes.threats.length > 0;
  if (!isThreatened && dueIn > NEAR_DAYS) return undefined;
  const [first] = notes.threats;
  const needed = first?.fields.neededBy.value?.day;
  const isPressing =
    missed > 0 || (isThreatened && dueIn <= NEAR_DAYS) || (needed !== undefined && isNear(needed, facts));
  return {
    rule: "threatened",
    group: isPressing && role === "pm" ? "needsYou" : "worthKnowing",
    reason: [...riskWords(facts, missed), promiseWords(facts), ...sinceWords(facts)],
    action: "open",
    glyph: isThreatened ? "atRisk" : "silent",
    since: first?.opened.at ?? milestone.lastSaid.at,
  };
};

const isNear = (day: string, { viewer }: MilestoneFacts): boolean =>
  daysBetween(viewer.today, day) <= NEAR_DAYS;

function riskWords({ notes, viewer }: MilestoneFacts, missed: number): readonly string[] {
  const { wording, today } = viewer;
  const { translate } = wording;
  const count = notes.threats.length;
  const n = numberWords(count, wording);
  const first = notes.threats[0]?.fields.neededBy.value?.day;
  const missedWords =
    missed === 0
      ? []
      : isOne(missed, wording)
        ? [translate("What was decided may miss it by one day.")]
        : [translate("What was decided may miss it by up to {n} days.", { n: numberWords(missed, wording) })];
  if (count === 0)
    return missedWords.length > 0 ? missedWords : [translate("Nothing on record threatens it.")];
  const threatWords =
    first === undefined
      ? isOne(count, wording)
        ? translate("One note threatens it.")
        : translate("{n} notes threaten it.", { n })
      : isOne(count, wording)
        ? translate("One note threatens it: needed by {day}.", { day: dayWords(first, today, wording) })
        : translate("{n} notes threaten it: the first is needed by {day}.", {
            n,
            day: dayWords(first, today, wording),
          });
  return [...missedWords, threatWords];
}

function promiseWords({ milestone, viewer }: MilestoneFacts): string {
  const { wording, today } = viewer;
  const day = dayWords(milestone.day, today, wording);
  const whom = milestone.fields.promisedTo.value.trim();
  return whom === ""
    ? wording.translate("Set for {day}.", { day })
    : wording.translate("Promised to {whom} for {day}.", { whom: whom.slice(0, 80), day });
}

function sinceWords({ notes, viewer }: MilestoneFacts): readonly string[] {
  const [earliest] = notes.threats.map(({ opened }) => opened.at).sort();
  return earliest === undefined
    ? []
    : [
        viewer.wording.translate("At risk {since}.", {
          since: since(earliest, viewer.today, viewer.wording),
        }),
      ];
}
