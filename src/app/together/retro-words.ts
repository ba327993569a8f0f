import { shortLine } from "../../base/plain-text.ts";
import type { Translate } from "../../base/translate.ts";
import type { RetroFields } from "../../domain/retro/retro.ts";
import type { HistoryEntry } from "../../domain/record.ts";
import { dayWords } from "../date-words.ts";
import type { Viewer } from "../now/viewer.ts";
import type { Wording } from "../wording.ts";

/** Characters of what somebody wrote that a line of the history quotes. */
const QUOTED = 160;

/** The names of a retro's fields on screen. */
export function retroFieldLabel(field: keyof RetroFields, translate: Translate): string {
  switch (field) {
    case "name":
      return translate("What it looks back at");
    case "period":
      return translate("From when to when");
    case "closed":
      return translate("Closed");
  }
}

/** The value of a retro's field as text. */
export function retroValueWords(
  { name, period, closed }: Partial<RetroFields>,
  { today, wording }: Pick<Viewer, "today" | "wording">,
): string {
  const { translate } = wording;
  if (name !== undefined) return name;
  if (closed !== undefined) return closed ? translate("Closed") : translate("Still open");
  return period === undefined || period === null
    ? ""
    : translate("{from} to {to}", {
        from: dayWords(period.from, today, wording),
        to: dayWords(period.to, today, wording),
      });
}

/** One thing that happened to a retro, as a sentence without who and when. */
export function retroSentence({ type, text }: HistoryEntry, { translate }: Wording): string {
  switch (type) {
    case "retroOpened":
      return translate("Opened the retro.");
    case "retroShared":
      return translate("Wrote in the retro.");
    case "retroWordsCorrected":
      return translate("Corrected what they wrote in the retro.");
    case "retroStartedWithout":
      return translate("Started without the PM.");
    case "actionTakenDown":
      return translate("Took down: {text}", { text: shortLine(text ?? "", QUOTED) });
    case "actionMade":
      return translate("Put an action of the retro on record.");
    default:
      return translate("Changed the retro.");
  }
}
