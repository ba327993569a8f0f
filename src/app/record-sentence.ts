import { shortLine } from "../base/plain-text.ts";
import type { MilestoneFields } from "../domain/milestone/milestone.ts";
import { LINE_REDACTED } from "../domain/line-redacted.ts";
import type { KnownRecord } from "../domain/record-kinds.ts";
import type { HistoryEntry } from "../domain/record.ts";
import { milestoneFieldLabel } from "./field-labels.ts";
import { historySentence } from "./history-sentence.ts";
import { briefSentence } from "./briefs/brief-sentence.ts";
import { redactionSentence } from "./redaction-sentence.ts";
import { retroSentence } from "./together/retro-words.ts";
import type { Wording } from "./wording.ts";

/** Characters of what somebody wrote that a line of the history quotes. */
const QUOTED = 160;

/** One thing that happened to a record of whatever kind, as a sentence without who and when. */
export function recordSentence(entry: HistoryEntry, known: KnownRecord, wording: Wording): string {
  if (entry.type === LINE_REDACTED) return redactionSentence(entry.text, wording);
  switch (known.kind) {
    case "note":
      return historySentence(entry, known.record, wording);
    case "milestone":
      return milestoneSentence(entry, wording);
    case "term":
      return entry.type === "termOpened"
        ? wording.translate("Explained a word.")
        : wording.translate("Changed what a word means.");
    case "brief":
      return briefSentence(entry, wording);
    case "retro":
      return retroSentence(entry, wording);
  }
}

function milestoneSentence({ type, text, fields = [] }: HistoryEntry, { translate }: Wording): string {
  const words = shortLine(text ?? "", QUOTED);
  switch (type) {
    case "milestoneOpened":
      return translate("Put this date on the roadmap.");
    case "milestoneMoved":
      return translate("Moved the date: {because}", { because: words });
    case "milestoneAnswered":
      return words === ""
        ? translate("Said that engineering agrees.")
        : translate("Answered for engineering: {text}", { text: words });
    case "milestoneEdited":
      return translate("Changed: {fields}.", {
        fields: fields
          .map((field) => milestoneFieldLabel(field as keyof MilestoneFields, translate))
          .join(", "),
      });
    default:
      return translate("Changed something that only a newer Sightline can show.");
  }
}
