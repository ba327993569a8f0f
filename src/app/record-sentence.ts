import { shortLine } from "../base/plain-text.ts";
import type { KnownRecord } from "../domain/record-kinds.ts";
import type { HistoryEntry } from "../domain/record.ts";
import { historySentence } from "./history-sentence.ts";
import type { Wording } from "./wording.ts";

/** Characters of what somebody wrote that a line of the history quotes. */
const QUOTED = 160;

/** One thing that happened to a record of whatever kind, as a sentence without who and when. */
export function recordSentence(entry: HistoryEntry, known: KnownRecord, wording: Wording): string {
  switch (known.kind) {
    case "note":
      return historySentence(entry, known.record, wording);
    case "milestone":
      return milestoneSentence(entry, wording);
  }
}

function milestoneSentence({ type, text }: HistoryEntry, { translate }: Wording): string {
  switch (type) {
    case "milestoneOpened":
      return translate("Put this date on the roadmap.");
    case "milestoneMoved":
      return translate("Moved the date: {because}", { because: shortLine(text ?? "", QUOTED) });
    default:
      return translate("Changed this date.");
  }
}
