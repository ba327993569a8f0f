import type { RecordId } from "../../domain/ids.ts";
import type { Note } from "../../domain/note.ts";
import type { Person } from "../../domain/person.ts";
import type { Action, Refusal } from "../../protocol/action.ts";
import type { Pen } from "../pen.ts";

export type ActionOf<Type extends Action["type"]> = Extract<Action, { type: Type }>;

/** The note an action is about, as it is now, and who acts. */
export interface Scene {
  readonly note: Note;
  readonly me: Person;
  /** Whether a date of the roadmap has this id. */
  readonly isDate: (id: RecordId) => boolean;
  readonly pen: Pen;
}

/** Writes the events of an action, or answers why not: then what was written is thrown away. */
export type NoteAction<Type extends Action["type"]> = (
  action: ActionOf<Type>,
  scene: Scene,
) => Refusal | undefined;
