import { isCalled } from "../../domain/call-names.ts";
import type { Decision } from "../../domain/note.ts";
import type { Person } from "../../domain/person.ts";

/** The name under which somebody is in a decision made on a call; undefined where they are not. */
export const nameWrittenDown = ({ onCall }: Decision, person: Person): string | undefined =>
  onCall?.with.find((name) => isCalled(name, person));
