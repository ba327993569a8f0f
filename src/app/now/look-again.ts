import type { Note } from "../../domain/note.ts";
import { dayWords, onDay } from "../date-words.ts";
import { isSame } from "../people.ts";
import { letterOf } from "../value-words.ts";
import type { NowEntry, NowRule } from "./entry.ts";
import type { Facts } from "./facts.ts";
import { costSentences, dueSentences } from "./reasons.ts";
import { versionsOf } from "../../domain/register.ts";

/** Days on which people said they would look again: at a decision, at what was put off, and at what one said oneself. */
export const lookAgain: NowRule = (facts) => [...decisions(facts), ...putOff(facts), ...ownPromise(facts)];

function decisions(facts: Facts): readonly NowEntry[] {
  const { note, viewer, isOpen, isDecider } = facts;
  const { translate } = viewer.wording;
  return facts.decisions.flatMap((decision): readonly NowEntry[] => {
    const day = decision.revisitOn;
    if (!isOpen || day === undefined || day > viewer.today) return [];
    if (!isDecider && !isSame(decision.by, viewer.me)) return [];
    return [
      {
        rule: "lookAgain",
        about: decision.id,
        group: "needsYou",
        reason: [
          translate("Decided for {letter} {day}, to be looked at again on {date}.", {
            letter: letterOf(note, decision.option),
            day: onDay(decision.at, viewer.today, viewer.wording),
            date: dayWords(day, viewer.today, viewer.wording),
          }),
          ...dueSentences(facts),
        ],
        action: "lookAgain",
        glyph: "decision",
        since: decision.at,
      },
    ];
  });
}

function putOff(facts: Facts): readonly NowEntry[] {
  const { note, viewer, isOpen, isDecider, isOwner } = facts;
  const closed = note.fields.closed.value;
  if (!isOpen || closed?.as !== "putOff" || closed.until === undefined) return [];
  if (!isDecider && !isOwner && viewer.role !== "lead") return [];
  const { translate } = viewer.wording;
  return [
    {
      rule: "putOff",
      group: "needsYou",
      reason: [
        translate("Put off until {date}. That day has come.", {
          date: dayWords(closed.until, viewer.today, viewer.wording),
        }),
        ...dueSentences(facts),
        ...costSentences(facts),
      ],
      action: "lookAgain",
      glyph: "decision",
      since: versionsOf(note.fields.closed).at(-1)?.at ?? note.lastSaid.at,
    },
  ];
}

/** "I'll come back by": only for who said it, and only until they have said anything since. */
function ownPromise({ note, viewer, isOpen }: Facts): readonly NowEntry[] {
  const promise = lastOwnPromise(note, viewer.me);
  const day = promise?.backBy;
  if (!isOpen || promise === undefined || day === undefined || day > viewer.today) return [];
  return [
    {
      rule: "promise",
      about: promise.id,
      group: "needsYou",
      reason: [
        viewer.wording.translate("You said you would come back by {date}.", {
          date: dayWords(day, viewer.today, viewer.wording),
        }),
      ],
      action: "lookAgain",
      glyph: "answer",
      since: promise.at,
    },
  ];
}

function lastOwnPromise(note: Note, me: Facts["viewer"]["me"]): Note["heard"][number] | undefined {
  const mine = note.history.findLast(({ by }) => isSame(by, me));
  return note.heard.find(({ id }) => id === mine?.id);
}
