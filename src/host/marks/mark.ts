import type { PlaceState } from "../../protocol/panel-state.ts";
import { isClosed, noteStatus } from "../../domain/note-status.ts";
import type { Note } from "../../domain/note.ts";
import type { Day } from "../../domain/dates.ts";
import type { LineRange } from "./live-range.ts";

/** The shape of the mark in the gutter: same colour, different shape. */
export type MarkShape = (typeof markShapes)[number];

/** Where two notes begin at one line, the one that comes first here is drawn: it wants more attention. */
export const markShapes = ["lost", "changed", "on-record", "options-ready", "decided"] as const;

/** A note at a place of an open file, and where its lines are now, after what was typed since. */
export interface Mark {
  readonly note: Note;
  readonly place: PlaceState;
  readonly lines: LineRange;
}

/** The shape for a note; undefined where it is closed, so that nothing marks code that is settled. */
export function shapeOf({ note, place }: Pick<Mark, "note" | "place">, today: Day): MarkShape | undefined {
  const status = noteStatus(note, today);
  if (isClosed(status)) return undefined;
  if (place.status === "changed") return "changed";
  if (place.status !== "found") return "lost";
  return status === "decided" ? "decided" : status === "optionsReady" ? "options-ready" : "on-record";
}
