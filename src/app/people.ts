import type { Note } from "../domain/note.ts";
import { samePerson } from "../domain/person.ts";
import type { Person } from "../domain/person.ts";

/** Who answers for a note: its owner, else who opened it. A problem was opened by who suffers it, so it has nobody until somebody takes it. */
export function ownerOf(note: Note): Person | undefined {
  const { owner, kind } = note.fields;
  return owner.value ?? (kind.value === "problem" ? undefined : note.opened.by);
}

export const isSame = (one: Person | undefined, other: Person | undefined): boolean =>
  one !== undefined && other !== undefined && samePerson(one, other);

/** Whether a note is `me`'s: opened or owned. */
export const isMine = (note: Note, me: Person | undefined): boolean =>
  isSame(note.opened.by, me) || isSame(note.fields.owner.value ?? undefined, me);
