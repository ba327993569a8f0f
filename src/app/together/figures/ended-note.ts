import type { Note } from "../../../domain/note.ts";
import { outcomeOf } from "../../../domain/outcome.ts";
import type { Outcome } from "../../../domain/outcome.ts";

/** A note that is closed for good, and how it turned out. */
export interface EndedNote {
  readonly note: Note;
  readonly outcome: Outcome;
}

export const endedNotes = (notes: readonly Note[]): readonly EndedNote[] =>
  notes.flatMap((note) => {
    const outcome = outcomeOf(note);
    return outcome === undefined ? [] : [{ note, outcome }];
  });
