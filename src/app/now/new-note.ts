import { since } from "../date-words.ts";
import type { NowRule } from "./entry.ts";
import { SILENT_DAYS } from "./facts.ts";
import { quotedSentence } from "./reasons.ts";
import { dayOf, daysBetween } from "../../domain/dates.ts";

/** What was put on record lately and will be felt: for the product manager, and for who has not said what they do here. */
export const newNote: NowRule = ({ note, viewer, status, hasImpact, isMine, lastSaidByMe }) => {
  if (viewer.role === "engineer" || viewer.role === "lead" || isMine) return [];
  if (status !== "onRecord" || !hasImpact || lastSaidByMe !== undefined) return [];
  if (daysBetween(dayOf(note.opened.at), viewer.today) >= SILENT_DAYS) return [];
  const impact = quotedSentence(note.fields.impact.value, note);
  return [
    {
      rule: "new",
      group: "worthKnowing",
      reason: [
        ...(impact === undefined ? [] : [impact]),
        viewer.wording.translate("On record {since}.", {
          since: since(note.opened.at, viewer.today, viewer.wording),
        }),
      ],
      action: "open",
      glyph: "impact",
      since: note.opened.at,
    },
  ];
};
