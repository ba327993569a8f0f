import type { Decision, Note } from "../../domain/note.ts";
import type { EventId } from "../../domain/ids.ts";
import { wayLabel } from "../../protocol/labels.ts";
import { localeOf } from "../../base/locale.ts";
import { remembered } from "../wording.ts";
import type { Wording } from "../wording.ts";

const MINUTE_MS = 60_000;

/** "42 min", "1 h 05 min", "2 d 3 h": whole minutes, never less than none. */
export function durationWords(milliseconds: number, { translate }: Wording): string {
  const all = Math.max(0, Math.round(milliseconds / MINUTE_MS));
  const [days, hours, minutes] = [Math.trunc(all / 1440), Math.trunc((all % 1440) / 60), all % 60];
  if (days > 0) return translate("{d} d {h} h", { d: String(days), h: String(hours) });
  if (hours > 0) return translate("{h} h {m} min", { h: String(hours), m: String(minutes).padStart(2, "0") });
  return translate("{m} min", { m: String(minutes) });
}

/** "Roll back", as it is called on this screen; the words and letter of an option that is not one of the three. */
export function wayWords(note: Note, id: EventId, { translate }: Wording): string {
  const option = note.options.find((one) => one.id === id);
  if (option === undefined) return translate("an option that can't be read");
  if (option.way !== undefined) return wayLabel(option.way, translate);
  return translate("{letter}: {words}", { letter: option.letter, words: option.fields.title.value });
}

/** "Priya, Sam and Léa". */
export const listWords = (names: readonly string[], { language }: Wording): string =>
  listFormat(language).format(names);

/** The names a decision was made with on a call, as one; undefined where none was said. */
export const withWords = ({ onCall }: Decision, wording: Wording): string | undefined =>
  onCall === undefined || onCall.with.length === 0 ? undefined : listWords(onCall.with, wording);

const listFormat = remembered(
  (language) => new Intl.ListFormat(localeOf(language), { style: "long", type: "conjunction" }),
);
