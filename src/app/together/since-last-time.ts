import { plainLine } from "../../base/plain-text.ts";
import type { Moment } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import { closingLabel } from "../../protocol/labels.ts";
import type { SinceLine } from "../../protocol/together-state.ts";
import type { Book } from "../book.ts";
import { dayWords } from "../date-words.ts";
import { millisecondsBetween } from "../moments.ts";
import type { Viewer } from "../now/viewer.ts";
import { letterOf } from "../value-words.ts";
import { versionsOf } from "../../domain/register.ts";

/** Lines at most: what is longer is no help before a conversation. */
const LINES = 7;

/** What changed on the record after `moment`, newest first: decisions, answers, notes that were closed, dates that moved. */
export function sinceLastTime(book: Book, moment: Moment, { today, wording }: Viewer): readonly SinceLine[] {
  const { translate } = wording;
  const lines: (SinceLine & { readonly at: Moment })[] = [];
  const add = (of: SinceLine["of"], record: RecordId, title: string, at: Moment, sentence: string) => {
    if (millisecondsBetween(moment, at) > 0)
      lines.push({ of, record, title: plainLine(title), sentence, at });
  };
  for (const note of book.notes.values()) {
    if (millisecondsBetween(moment, note.lastSaid.at) <= 0) continue;
    const title = note.fields.title.value;
    for (const { at, option, because } of note.decisions)
      add(
        "note",
        note.id,
        title,
        at,
        because === ""
          ? translate("Decided for {letter}.", { letter: letterOf(note, option) })
          : translate("Decided for {letter}, because {reason}", {
              letter: letterOf(note, option),
              reason: plainLine(because),
            }),
      );
    for (const { replies } of note.questions)
      for (const { kind, at, text } of replies)
        if (kind === "answer")
          add("note", note.id, title, at, translate("Answered: {text}", { text: plainLine(text) }));
    const { closed } = note.fields;
    const closing = versionsOf(closed).at(-1);
    if (closed.value !== null && closing !== undefined)
      add("note", note.id, title, closing.at, `${closingLabel(closed.value.as, translate)}.`);
  }
  for (const { id, fields, moves } of book.of("milestone").values())
    for (const { at, to, because } of moves)
      add(
        "milestone",
        id,
        fields.title.value,
        at,
        translate("Moved to {day}, because {reason}", {
          day: dayWords(to, today, wording),
          reason: plainLine(because),
        }),
      );
  return lines
    .sort((one, other) => millisecondsBetween(one.at, other.at))
    .slice(0, LINES)
    .map(({ of, record, title, sentence }) => ({ of, record, title, sentence }));
}
