import type { Day } from "../../domain/dates.ts";
import type { Note } from "../../domain/note.ts";
import type { Person } from "../../domain/person.ts";
import type { Role } from "../../domain/words.ts";
import type { Wording } from "../wording.ts";

/** For whom, and when, a list of what waits is made. */
export interface Viewer {
  readonly me: Person | undefined;
  /** Null until the person has said what they do here. */
  readonly role: Role | null;
  readonly today: Day;
  readonly wording: Wording;
  /** What was said on a note since the viewer last had it on screen here; undefined where it never was, or where nobody knows. */
  readonly newOn?: ((note: Note) => Note["history"] | undefined) | undefined;
}
