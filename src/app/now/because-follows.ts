import { isRunning } from "../../domain/incident.ts";
import { clockWords } from "../date-words.ts";
import { isSame } from "../people.ts";
import type { NowRule } from "./entry.ts";

/** The sentence that a decision on a call did without: asked of who wrote it down, and not while the incident is running. */
export const becauseFollows: NowRule = ({ note, viewer, isOpen, decisions }) => {
  if (!isOpen || isRunning(note)) return [];
  const { wording, today } = viewer;
  return decisions
    .filter(({ because, by }) => because === "" && isSame(by, viewer.me))
    .map((decision) => ({
      rule: "because",
      about: decision.id,
      group: "worthKnowing",
      reason: [
        wording.translate("The decision made at {time} has no reason yet. One sentence is enough.", {
          time: clockWords(decision.at, today, wording),
        }),
      ],
      action: "sayWhy",
      glyph: "impact",
      since: decision.at,
    }));
};
