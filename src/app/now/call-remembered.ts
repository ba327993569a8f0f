import { isSame } from "../people.ts";
import { quoted } from "./reasons.ts";
import type { NowRule } from "./entry.ts";

/** Somebody who was named remembers a decision differently: who wrote it down hears of it, until they have said something since. */
export const callRemembered: NowRule = ({ note, viewer, decisions }) => {
  const { translate } = viewer.wording;
  return decisions
    .filter(({ by }) => isSame(by, viewer.me))
    .flatMap(({ answers }) => answers)
    .filter(({ id, correction }) => {
      if (correction === undefined) return false;
      const saidAt = note.history.findIndex((entry) => entry.id === id);
      return !note.history.slice(saidAt + 1).some(({ by }) => isSame(by, viewer.me));
    })
    .map((answer) => ({
      rule: "remembered",
      about: answer.id,
      group: "needsYou",
      reason: [
        translate("{name} remembers the decision on the call differently: “{text}”.", {
          name: answer.as,
          text: quoted(answer.correction, note) ?? "",
        }),
        translate("Talk it over."),
      ],
      action: "open",
      glyph: "versions",
      since: answer.at,
    }));
};
