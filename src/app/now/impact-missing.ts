import { since } from "../date-words.ts";
import type { NowRule } from "./entry.ts";
import { dueSentences } from "./reasons.ts";

/** "Help find out": without its effect on users a note can be neither ranked nor decided. It goes to the lead. */
export const impactMissing: NowRule = (facts) => {
  const { note, viewer, isUndecided, hasImpact } = facts;
  if (viewer.role !== "lead" || !isUndecided || hasImpact) return [];
  if (note.fields.kind.value === "incident") return [];
  const { translate } = viewer.wording;
  return [
    {
      rule: "impact",
      group: "needsYou",
      reason: [
        translate("Effect on users: not known yet. Can you help find out?"),
        translate("On record {since}; nothing can be decided before it is written.", {
          since: since(note.opened.at, viewer.today, viewer.wording),
        }),
        ...dueSentences(facts),
      ],
      action: "writeImpact",
      glyph: "impact",
      since: note.opened.at,
    },
  ];
};
