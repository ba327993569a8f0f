import { standingDecisions } from "../../domain/note-status.ts";
import type { Note } from "../../domain/note.ts";
import type { HistoryEntry } from "../../domain/record.ts";
import { inZone, offsetOf } from "../../domain/zone.ts";
import type { IncidentState } from "../../protocol/panel-state.ts";
import { historySentence } from "../history-sentence.ts";
import { millisecondsBetween } from "../moments.ts";
import type { Wording } from "../wording.ts";
import { durationWords, wayWords, withWords } from "./incident-words.ts";

export type TimelineEntry = IncidentState["timeline"][number];

/** When it began: as people said, else when it came on record. */
export const beganAt = ({ fields, opened }: Note): string => fields.since.value ?? opened.at;

/**
 * Everything that happened, oldest first, on one clock: that of where it began. Names are left out but of those a decision was made with. What
 * the three ways out were filled with one box after the other is one line.
 */
export function timeline(note: Note, wording: Wording): readonly TimelineEntry[] {
  const { translate } = wording;
  const began = beganAt(note);
  const offset = offsetOf(began);
  const over = note.fields.overSince;
  const told = [
    { id: `${note.id}.since`, at: began, sentence: translate("It began.") },
    ...note.history.flatMap((entry) => {
      const sentence = sentenceOf(entry, note, wording);
      return sentence === undefined ? [] : [{ id: entry.id, at: entry.at, sentence }];
    }),
    ...(over.value === null
      ? []
      : [{ id: `${note.id}.over`, at: over.value, sentence: translate("It was over.") }]),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return told
    .filter(({ sentence }, at) => sentence !== told[at - 1]?.sentence)
    .map(({ id, at, sentence }) => ({
      id,
      at: inZone(at, offset),
      after: translate("+{time}", { time: durationWords(millisecondsBetween(began, at), wording) }),
      sentence,
    }));
}

function sentenceOf(entry: HistoryEntry, note: Note, wording: Wording): string | undefined {
  const { translate } = wording;
  const about = note.options.find(({ id }) => id === entry.about);
  switch (entry.type) {
    case "optionAdded":
      return about?.way === undefined ? historySentence(entry, note, wording) : undefined;
    case "optionEdited":
      return about?.way === undefined
        ? historySentence(entry, note, wording)
        : translate("Filled in: {way}.", { way: wayWords(note, about.id, wording) });
    case "decided": {
      const decision = note.decisions.find(({ id }) => id === entry.id);
      const way = wayWords(note, entry.about ?? "", wording);
      const names = decision === undefined ? undefined : withWords(decision, wording);
      return names === undefined
        ? translate("Decided: {way}.", { way })
        : translate("Decided: {way}, with {names}.", { way, names });
    }
    case "noteEdited":
      // When it was over stands there by itself, at the time that was said.
      return entry.fields?.every((field) => field === "overSince" || field === "since") === true
        ? undefined
        : historySentence(entry, note, wording);
    default:
      return historySentence(entry, note, wording);
  }
}

/** From the beginning to the end, in words; undefined while it is running. */
export function lasted(note: Note, wording: Wording): string | undefined {
  const over = note.fields.overSince.value;
  return over === null ? undefined : durationWords(millisecondsBetween(beganAt(note), over), wording);
}

/** From the beginning to the first decision that stands, in words. */
export function decidedAfter(note: Note, wording: Wording): string | undefined {
  const [first] = standingDecisions(note);
  return first === undefined
    ? undefined
    : durationWords(millisecondsBetween(beganAt(note), first.at), wording);
}
