import { deciderLabel } from "../../protocol/labels.ts";
import { since } from "../date-words.ts";
import type { NowRule } from "./entry.ts";
import { costSentences, decideBySentences, dueSentences } from "./reasons.ts";

/** Options that wait for a decision: for who decides; and for those whose note it is, as something that waits for others. */
export const decisionDue: NowRule = (facts) => {
  const { status, optionsSince, hasImpact, isDecider, viewer, decider, isMine, note } = facts;
  if (status !== "optionsReady" || optionsSince === undefined || !hasImpact) return [];
  if (note.fields.kind.value === "incident") return [];
  const { translate } = viewer.wording;
  const ready = translate("Options ready {since}.", {
    since: since(optionsSince, viewer.today, viewer.wording),
  });
  if (isDecider)
    return [
      {
        rule: "decide",
        group: "needsYou",
        reason: [...decideBySentences(facts), ready, ...costSentences(facts)],
        action: "decide",
        glyph: "decision",
        since: optionsSince,
      },
    ];
  const decides = translate("It is for {who} to decide.", { who: deciderLabel(decider, translate) });
  const isConcerned = isMine || viewer.role === "lead";
  // Who has not said yet what they do here may be the one who decides: they see it, without being told that it waits for them.
  if (!isConcerned && viewer.role !== null) return [];
  return [
    {
      rule: "decideByOther",
      group: isConcerned ? "waitsForOthers" : "worthKnowing",
      reason: [ready, decides, ...dueSentences(facts)],
      action: "open",
      glyph: "options",
      since: optionsSince,
    },
  ];
};
