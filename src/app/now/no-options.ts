import { since } from "../date-words.ts";
import type { NowRule } from "./entry.ts";
import { costSentences, dueSentences } from "./reasons.ts";

/** A note whose effect is known and that has no way out yet: for the lead. */
export const noOptions: NowRule = (facts) => {
  const { note, viewer, status, hasImpact } = facts;
  if (viewer.role !== "lead" || status !== "onRecord" || !hasImpact) return [];
  if (note.fields.kind.value === "incident") return [];
  const { translate } = viewer.wording;
  return [
    {
      rule: "options",
      group: "needsYou",
      reason: [
        translate("No way out is written down yet."),
        translate("On record {since}.", { since: since(note.opened.at, viewer.today, viewer.wording) }),
        ...dueSentences(facts),
        ...costSentences(facts),
      ],
      action: "draftOptions",
      glyph: "options",
      since: note.opened.at,
    },
  ];
};
