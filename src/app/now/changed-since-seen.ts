import { shortLine } from "../../base/plain-text.ts";
import { historySentence } from "../history-sentence.ts";
import { isSame } from "../people.ts";
import { isOne, numberWords } from "../wording.ts";
import type { NowRule } from "./entry.ts";

/** Characters of what happened that a reason says. */
const TOLD = 110;

/** What others said on a note since the viewer last had it on screen. Only where nothing else brings the note up. */
export const changedSinceSeen: NowRule = ({ note, viewer }) => {
  const unseen = (viewer.newOn?.(note) ?? []).filter(({ by }) => !isSame(by, viewer.me));
  const last = unseen.at(-1);
  if (last === undefined) return [];
  const { translate } = viewer.wording;
  const what = shortLine(historySentence(last, note, viewer.wording), TOLD).replace(/[.!?…]+$/, "");
  const more = unseen.length - 1;
  return [
    {
      rule: "changed",
      about: last.id,
      group: "worthKnowing",
      reason: [
        translate("New since you looked: {what}.", { what }),
        ...(more === 0
          ? []
          : [
              isOne(more, viewer.wording)
                ? translate("And one thing more.")
                : translate("And {n} things more.", { n: numberWords(more, viewer.wording) }),
            ]),
      ],
      action: "open",
      glyph: "versions",
      since: last.at,
    },
  ];
};
