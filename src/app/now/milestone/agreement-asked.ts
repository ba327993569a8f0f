import { shortLine } from "../../../base/plain-text.ts";
import { dayWords, since } from "../../date-words.ts";
import { standingDays } from "../../roadmap/standing-days.ts";
import type { MilestoneFacts, MilestoneRule } from "../milestone-rows.ts";

/** Characters of a cause that a reason quotes. */
const QUOTED = 110;

/**
 * Engineering has not been asked about the date as it stands: the lead answers. A date that moved, or that was promised as it stands, needs
 * the answer; one that is only aimed at is worth knowing.
 */
export const agreementAsked: MilestoneRule = (facts) => {
  const { milestone, viewer, dueIn } = facts;
  if (viewer.role !== "lead" || milestone.agreement !== "notAsked" || dueIn < 0) return undefined;
  if (standingDays(milestone).length > 0) return undefined;
  const { translate } = viewer.wording;
  const asked = (milestone.moves.at(-1) ?? milestone.opened).at;
  const isNeeded = milestone.moves.length > 0 || milestone.fields.firmness.value === "fixed";
  return {
    rule: "agreement",
    group: isNeeded ? "needsYou" : "worthKnowing",
    reason: [
      whatHappened(facts),
      translate("Can engineering agree? Asked {since}.", {
        since: since(asked, viewer.today, viewer.wording),
      }),
    ],
    action: "answer",
    glyph: "question",
    since: asked,
  };
};

function whatHappened({ milestone, viewer }: MilestoneFacts): string {
  const { wording, today } = viewer;
  const { translate } = wording;
  const day = (one: string) => dayWords(one, today, wording);
  const move = milestone.moves.at(-1);
  if (move !== undefined)
    return translate("Moved from {from} to {to}: {because}.", {
      from: day(move.from),
      to: day(move.to),
      because: shortLine(move.because, QUOTED).replace(/[.!?…]+$/, ""),
    });
  const whom = shortLine(milestone.fields.promisedTo.value, QUOTED);
  return whom === ""
    ? translate("Set for {day}.", { day: day(milestone.day) })
    : translate("Promised to {whom} for {day}.", { whom, day: day(milestone.day) });
}
