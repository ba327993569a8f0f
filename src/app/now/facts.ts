import { dayOf, daysBetween } from "../../domain/dates.ts";
import type { Moment } from "../../domain/dates.ts";
import { samePerson } from "../../domain/person.ts";
import type { Person } from "../../domain/person.ts";
import {
  isClosed,
  noteStatus,
  optionsOnTheTable,
  standingDecisions,
  whoDecides,
} from "../../domain/note-status.ts";
import type { NoteStatus } from "../../domain/note-status.ts";
import type { Decision, Note } from "../../domain/note.ts";
import type { Decider } from "../../domain/words.ts";
import { isMine, isSame, ownerOf } from "../people.ts";
import type { Viewer } from "./viewer.ts";

/** Days after which a note that nobody but its author has said anything on comes up again. */
export const SILENT_DAYS = 7;

/** What the rules of Now ask about a note, found out once. */
export interface Facts {
  readonly note: Note;
  readonly viewer: Viewer;
  readonly status: NoteStatus;
  readonly isOpen: boolean;
  /** Nobody has decided anything yet. */
  readonly isUndecided: boolean;
  readonly decisions: readonly Decision[];
  readonly decider: Decider;
  readonly isMine: boolean;
  /** The viewer answers for it. */
  readonly isOwner: boolean;
  /** The viewer's role is the one that decides. */
  readonly isDecider: boolean;
  readonly hasImpact: boolean;
  /** When the first of the options that are on the table came there; undefined where none but "do nothing" is. */
  readonly optionsSince: Moment | undefined;
  /** Days until it is needed, negative when that is past; undefined where no day is given. */
  readonly dueIn: number | undefined;
  /** Nobody but its author has said anything for {@link SILENT_DAYS} days. */
  readonly isSilent: boolean;
  /** The last thing the viewer said on it. */
  readonly lastSaidByMe: Moment | undefined;
}

export function factsOf(note: Note, viewer: Viewer): Facts {
  const { me, role, today } = viewer;
  const status = noteStatus(note, today);
  const isOpen = !isClosed(status);
  const decisions = standingDecisions(note);
  const decider = whoDecides(note);
  const { neededBy, impact } = note.fields;
  const isUndecided = isOpen && decisions.length === 0;
  return {
    note,
    viewer,
    status,
    isOpen,
    isUndecided,
    decisions,
    decider,
    isMine: isMine(note, me),
    isOwner: isSame(ownerOf(note), me),
    isDecider: role === decider,
    hasImpact: impact.value.trim() !== "",
    optionsSince: optionsOnTheTable(note)
      .filter(({ doNothing }) => !doNothing)
      .map(({ at }) => at)
      .sort((one, other) => Date.parse(one) - Date.parse(other))[0],
    dueIn: neededBy.value === null ? undefined : daysBetween(today, neededBy.value.day),
    isSilent:
      isUndecided &&
      daysBetween(dayOf(note.opened.at), today) >= SILENT_DAYS &&
      note.history.every(({ by }) => samePerson(by, note.opened.by)),
    lastSaidByMe: me === undefined ? undefined : lastSaidBy(note, me),
  };
}

const lastSaidBy = (note: Note, me: Person): Moment | undefined =>
  note.history.findLast(({ by }) => samePerson(by, me))?.at;
