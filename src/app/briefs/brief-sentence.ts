import { shortLine } from "../../base/plain-text.ts";
import type { HistoryEntry } from "../../domain/record.ts";
import type { Wording } from "../wording.ts";

/** Characters of what somebody wrote that a line of the history quotes. */
const QUOTED = 160;

/** One thing that happened to a brief, as a sentence without who and when. */
export function briefSentence(entry: HistoryEntry, { translate }: Wording): string {
  const text = shortLine(entry.text ?? "", QUOTED);
  switch (entry.type) {
    case "briefOpened":
      return translate("Shared the why.");
    case "briefChallenged":
      return translate("Challenged it: {text}", { text });
    case "challengeAnswered":
      return translate("Answered: {text}", { text });
    case "challengeFurthered":
      return translate("Asked further: {text}", { text });
    case "challengeAccepted":
      return translate("Said that the question is answered.");
    default:
      return translate("Changed the why.");
  }
}
