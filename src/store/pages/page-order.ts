import type { Note } from "../../domain/note.ts";

/** The order notes came on record, as their writers' clocks said; where those say the same, or nothing that can be read, by id. */
export function byOpening(one: Note, other: Note): number {
  const difference = openedAt(one) - openedAt(other);
  return difference !== 0 ? difference : one.id < other.id ? -1 : 1;
}

/** What is due first comes first; what has no date comes last, in the order it came on record. */
export function byDueDay(one: Note, other: Note): number {
  const due = (note: Note) => note.fields.neededBy.value?.day ?? "9999-99-99";
  return due(one) === due(other) ? byOpening(one, other) : due(one) < due(other) ? -1 : 1;
}

const openedAt = (note: Note): number => Date.parse(note.opened.at) || 0;
