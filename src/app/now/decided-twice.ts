import type { NowRule } from "./entry.ts";
import { isSame } from "../people.ts";
import { letterOf } from "../value-words.ts";

/** Two decisions that did not know of each other: for those who decide, and for those who decided. */
export const decidedTwice: NowRule = ({ note, viewer, isOpen, decisions, isMine }) => {
  if (!isOpen || decisions.length < 2) return [];
  const { translate } = viewer.wording;
  const made = decisions
    .map((decision) =>
      translate("{letter} by {name}", { letter: letterOf(note, decision.option), name: decision.by.name }),
    )
    .join(", ");
  const decided = decisions.some(({ by }) => isSame(by, viewer.me));
  const settles = decided || viewer.role === "pm" || viewer.role === "lead";
  if (!settles && !isMine) return [];
  return [
    {
      rule: "decidedTwice",
      group: settles ? "needsYou" : "worthKnowing",
      reason: [translate("Decided twice: {decisions}. Talk, then settle it here.", { decisions: made })],
      action: settles ? "settle" : "open",
      glyph: "versions",
      since: decisions.at(-1)?.at ?? note.lastSaid.at,
    },
  ];
};
