import { since } from "../date-words.ts";
import type { NowEntry } from "./entry.ts";
import type { Facts } from "./facts.ts";
import { costSentences, dueSentences } from "./reasons.ts";

/**
 * A note that nobody but its author has said anything on for seven days does not sink: whatever else brings it to the product manager's or
 * the lead's Now says so first, and where nothing else does, this does. It says that nobody has answered, and never who might have.
 */
export function withSilence(entries: readonly NowEntry[], facts: Facts): readonly NowEntry[] {
  const { note, viewer, isSilent, isMine } = facts;
  if (!isSilent || viewer.role === "engineer" || (isMine && viewer.role === null)) return entries;
  const { translate } = viewer.wording;
  const sentence = translate("Nobody has answered this yet.");
  const told = entries.map((entry) => ({
    ...entry,
    reason: [sentence, ...entry.reason],
    glyph: "silent" as const,
  }));
  if (told.some(({ group }) => group === "needsYou")) return told;
  return [
    ...told.filter(({ rule }) => rule === "asked"),
    {
      rule: "silent",
      group: viewer.role === null ? "worthKnowing" : "needsYou",
      reason: [
        sentence,
        translate("On record {since}.", { since: since(note.opened.at, viewer.today, viewer.wording) }),
        ...dueSentences(facts),
        ...costSentences(facts),
      ],
      action: "open",
      glyph: "silent",
      since: note.opened.at,
    },
  ];
}
