import { isOne, numberWords } from "../wording.ts";
import { dayWords } from "../date-words.ts";
import { letterOf } from "../value-words.ts";
import type { NowRule } from "./entry.ts";
import type { Facts } from "./facts.ts";
import { quotedPart } from "./reasons.ts";

/** Days before a date from which on it is near. */
const NEAR_DAYS = 14;

/**
 * A date that is near or past, where nothing else brings the note up. What was decided and is past its date waits for somebody to say how
 * it stands; the rest is worth knowing.
 */
export const due: NowRule = (facts) => {
  const { note, viewer, isOpen, dueIn, decisions, isOwner, isMine } = facts;
  if (!isOpen || dueIn === undefined || dueIn > NEAR_DAYS) return [];
  const isConcerned = isMine || isOwner || viewer.role === "lead" || viewer.role === "pm";
  if (!isConcerned) return [];
  const [decision] = decisions;
  const isLate = dueIn < 0;
  const waitsForOwner = isLate && decision !== undefined && isOwner;
  const { translate } = viewer.wording;
  return [
    {
      rule: "due",
      group: waitsForOwner ? "needsYou" : "worthKnowing",
      reason: [
        dueWords(facts, dueIn),
        decision === undefined
          ? translate("Not decided yet.")
          : translate("Decided for {letter}.", { letter: letterOf(note, decision.option) }),
        ...(waitsForOwner ? [translate("Mark it as done, or say what it waits for.")] : []),
      ],
      action: "open",
      glyph: isLate ? "late" : "atRisk",
      since: note.opened.at,
    },
  ];
};

function dueWords({ note, viewer }: Facts, dueIn: number): string {
  const { translate } = viewer.wording;
  const { day, why } = note.fields.neededBy.value ?? { day: viewer.today };
  const date = dayWords(day, viewer.today, viewer.wording);
  const days = Math.abs(dueIn);
  const n = numberWords(days, viewer.wording);
  const when =
    dueIn === 0
      ? translate("Needed today")
      : dueIn > 0
        ? translate(
            isOne(days, viewer.wording) ? "Needed by {date}, in one day" : "Needed by {date}, in {n} days",
            {
              date,
              n,
            },
          )
        : translate(
            isOne(days, viewer.wording)
              ? "It was needed by {date}, one day ago"
              : "It was needed by {date}, {n} days ago",
            { date, n },
          );
  const reason = quotedPart(why, note);
  return reason === undefined
    ? translate("{first}.", { first: when })
    : translate("{first}: {rest}.", { first: when, rest: reason });
}
