import { plainLine } from "../../../base/plain-text.ts";
import type { Day, Moment } from "../../../domain/dates.ts";
import type { Note } from "../../../domain/note.ts";
import type { RetroFact } from "../../../protocol/retro-state.ts";
import type { Viewer } from "../../now/viewer.ts";

/** A fact before it has found its place in the list. */
export interface Fact extends RetroFact {
  readonly day: Day;
}

/** For whom facts are said, and when. */
export type Reader = Pick<Viewer, "today" | "wording">;

/** Whether something happened in the days looked back at. */
export type IsWithin = (moment: Moment) => boolean;

export const ofNote = (
  note: Note,
  about: RetroFact["about"],
  day: Day,
  sentences: readonly string[],
): Fact => ({
  about,
  of: "note",
  record: note.id,
  title: plainLine(note.fields.title.value),
  sentence: sentences.join(" "),
  day,
});
