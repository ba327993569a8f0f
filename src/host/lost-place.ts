import type { Session } from "../app/session.ts";
import type { EventId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";

/** The place of a note that a person is to find again: the one that lost its code, else one that changed, else the only one there is. */
export async function lostPlace(session: Session, note: Note): Promise<EventId | undefined> {
  const places = await session.places(note);
  const lost =
    places.find(({ status, elsewhere }) => status === "orphaned" && elsewhere !== true) ??
    places.find(({ status }) => status === "orphaned") ??
    places.find(({ status }) => status === "changed");
  return (lost ?? (places.length === 1 ? places[0] : undefined))?.id;
}
