import { shortLine } from "../base/plain-text.ts";
import type { Note, NoteFields, OptionFields } from "../domain/note.ts";
import type { HistoryEntry } from "../domain/record.ts";
import { LINE_REDACTED } from "../domain/line-redacted.ts";
import { Closing } from "../domain/words.ts";
import { closingLabel } from "../protocol/labels.ts";
import { noteFieldLabel, optionFieldLabel } from "./field-labels.ts";
import { redactionSentence } from "./redaction-sentence.ts";
import { letterOf } from "./value-words.ts";
import type { Wording } from "./wording.ts";
import { versionsOf } from "../domain/register.ts";

/** Characters of what somebody wrote that a line of the history quotes. */
const QUOTED = 160;

/** One thing that happened to a note, as a sentence without who and when: these stand beside it. */
export function historySentence(entry: HistoryEntry, note: Note, wording: Wording): string {
  const { translate } = wording;
  const text = shortLine(entry.text ?? "", QUOTED);
  const letter = entry.about === undefined ? "?" : letterOf(note, entry.about);
  switch (entry.type) {
    case "noteOpened":
      return translate("Put this on record.");
    case "noteEdited":
      return editedSentence(entry, note, translate);
    case "anchorAdded":
      return entry.about === undefined
        ? translate("Added a place in the code.")
        : translate("Said where a place in the code belongs now.");
    case "evidenceAdded":
      return translate("Added evidence: {text}", { text });
    case "labelAdded":
      return translate("Added the label {text}.", { text });
    case "dateThreatened":
      return translate("Said that it puts a date at risk.");
    case "itemsRemoved":
      return translate("Took something off the note.");
    case "optionAdded":
      return translate("Put option {letter} on the table.", { letter });
    case "optionEdited":
      return entry.fields?.includes("withdrawn") === true
        ? translate("Took option {letter} off the table, or put it back.", { letter })
        : translate("Changed option {letter}: {fields}.", {
            letter,
            fields: listed(entry, (field) => optionFieldLabel(field as keyof OptionFields, translate)),
          });
    case "questionAsked":
      return translate("Asked: {text}", { text });
    case "questionAnswered":
      return translate("Answered: {text}", { text });
    case "questionFurthered":
      return translate("Asked further: {text}", { text });
    case "questionAccepted":
      return translate("Said that the question is answered.");
    case "decided":
      return text === ""
        ? translate("Decided for {letter}.", { letter })
        : translate("Decided for {letter}, because {reason}", { letter, reason: text });
    case "decisionExplained":
      return translate("Said why: {text}", { text });
    case "decisionConfirmed":
      return translate("Said that what was decided on the call is right.");
    case "decisionCorrected":
      return translate("Remembers the decision differently: {text}", { text });
    case "dissented":
      return translate("Sees it differently, because {reason}", { reason: text });
    case "heard":
      return text === "" ? translate("Heard.") : translate("Heard: {text}", { text });
    case "commented":
      return translate("Said: {text}", { text });
    case LINE_REDACTED:
      return redactionSentence(entry.text, wording);
    default:
      return translate("Changed something that only a newer Sightline can show.");
  }
}

function editedSentence(entry: HistoryEntry, note: Note, translate: Wording["translate"]): string {
  const fields = entry.fields ?? [];
  if (fields.includes("closed")) {
    const closing = Closing.safeParse(entry.text).data;
    return closing === undefined
      ? translate("Opened it again.")
      : translate("Closed it: {how}.", { how: closingLabel(closing, translate) });
  }
  if (fields.length === 1 && fields[0] === "overSince") {
    const isOver = versionsOf(note.fields.overSince).find(({ event }) => event === entry.id)?.value;
    return isOver === null ? translate("Said that it is not over.") : translate("Said that it is over.");
  }
  if (fields.length === 1 && fields[0] === "recommendation") {
    const option = versionsOf(note.fields.recommendation).find(({ event }) => event === entry.id)?.value
      ?.option;
    return option === undefined
      ? translate("Said what engineering would take.")
      : translate("Said that engineering would take {letter}.", { letter: letterOf(note, option) });
  }
  return translate("Changed: {fields}.", {
    fields: listed(entry, (field) => noteFieldLabel(field as keyof NoteFields, translate)),
  });
}

const listed = ({ fields = [] }: HistoryEntry, label: (field: string) => string): string =>
  fields.map(label).join(", ");
