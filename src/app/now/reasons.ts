import { shortLine } from "../../base/plain-text.ts";
import type { Note } from "../../domain/note.ts";
import { dayWords } from "../date-words.ts";
import type { Facts } from "./facts.ts";

/** Characters of what somebody wrote that a reason quotes: a reason is one line. */
const QUOTED = 110;

/** Shorter titles ("Cache") are words that any sentence may hold. */
const TELLING_TITLE = 12;

/** What somebody wrote, short; undefined where it is empty or says the title again. */
export function quoted(text: string | undefined, note: Note): string | undefined {
  const line = shortLine(text ?? "", QUOTED);
  const title = shortLine(note.fields.title.value, QUOTED).toLowerCase();
  const repeats =
    title.length < TELLING_TITLE ? line.toLowerCase() === title : line.toLowerCase().includes(title);
  return line === "" || repeats ? undefined : line;
}

/** The same as the end of a sentence that has its own full stop. */
export const quotedPart = (text: string | undefined, note: Note): string | undefined =>
  quoted(text, note)?.replace(/[.!?…]+$/, "");

/** The same as a sentence of its own. */
export const quotedSentence = (text: string | undefined, note: Note): string | undefined =>
  quoted(text, note)?.replace(/[^.!?…]$/, "$&.");

/** By when it is needed, and why that day; nothing where no day is given. */
export function dueSentences({ note, viewer, dueIn }: Facts): readonly string[] {
  const due = note.fields.neededBy.value;
  if (due === null || dueIn === undefined) return [];
  const { translate } = viewer.wording;
  const date = dayWords(due.day, viewer.today, viewer.wording);
  const why = quotedPart(due.why, note);
  if (dueIn < 0)
    return [
      why === undefined
        ? translate("It was needed by {date}.", { date })
        : translate("It was needed by {date}: {why}.", { date, why }),
    ];
  return [
    why === undefined
      ? translate("Needed by {date}.", { date })
      : translate("Needed by {date}: {why}.", { date, why }),
  ];
}

/** The day as the one by which to decide. */
export function decideBySentences({ note, viewer, dueIn }: Facts): readonly string[] {
  const due = note.fields.neededBy.value;
  if (due === null || dueIn === undefined) return [];
  const { translate } = viewer.wording;
  const date = dayWords(due.day, viewer.today, viewer.wording);
  const why = quotedPart(due.why, note);
  if (dueIn < 0)
    return [
      why === undefined
        ? translate("It was to be decided by {date}.", { date })
        : translate("It was to be decided by {date}: {why}.", { date, why }),
    ];
  return [
    why === undefined
      ? translate("Decide by {date}.", { date })
      : translate("Decide by {date}: {why}.", { date, why }),
  ];
}

/** What waiting costs, where somebody wrote it. */
export function costSentences({ note, viewer }: Facts): readonly string[] {
  const cost = quotedPart(note.fields.costOfDelay.value, note);
  return cost === undefined ? [] : [viewer.wording.translate("Waiting costs: {cost}.", { cost })];
}
