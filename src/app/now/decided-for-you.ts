import { dayOf, daysBetween } from "../../domain/dates.ts";
import { onDay } from "../date-words.ts";
import { isSame } from "../people.ts";
import { letterOf } from "../value-words.ts";
import type { NowRule } from "./entry.ts";
import { quotedPart } from "./reasons.ts";

/** Days for which a decision on one's own note is worth knowing. */
const NEWS_DAYS = 14;

/** A decision that somebody else made on the viewer's note, until it is old, or the viewer has said something since. */
export const decidedForYou: NowRule = ({ note, viewer, isOpen, isMine, decisions, lastSaidByMe }) => {
  const [decision] = decisions;
  if (note.fields.kind.value === "incident") return [];
  if (!isOpen || !isMine || decision === undefined || decisions.length > 1) return [];
  if (isSame(decision.by, viewer.me)) return [];
  if (daysBetween(dayOf(decision.at), viewer.today) >= NEWS_DAYS) return [];
  const saidAt = note.history.findIndex(({ id }) => id === decision.id);
  if (lastSaidByMe !== undefined && note.history.slice(saidAt + 1).some(({ by }) => isSame(by, viewer.me)))
    return [];
  const { translate } = viewer.wording;
  const letter = letterOf(note, decision.option);
  const day = onDay(decision.at, viewer.today, viewer.wording);
  const because = quotedPart(decision.because, note);
  return [
    {
      rule: "decidedForYou",
      about: decision.id,
      group: "worthKnowing",
      reason: [
        because === undefined
          ? translate("Decided {day}: {letter}.", { day, letter })
          : translate("Decided {day}: {letter}, because {reason}.", { day, letter, reason: because }),
      ],
      action: "open",
      glyph: "decision",
      since: decision.at,
    },
  ];
};
