import type { Day } from "./dates.ts";
import type { Decision, Note, Option, Question } from "./note.ts";
import { contestedIn, isContested } from "./register.ts";
import type { Decider } from "./words.ts";

/** Derived from what happened, never typed in. */
export type NoteStatus =
  "onRecord" | "optionsReady" | "decided" | "done" | "acceptedAsIs" | "withdrawn" | "putOff";

/** Shown beside the status. */
export type NoteBadge =
  "openQuestion" | "decidedTwice" | "twoVersions" | "changedWhileClosing" | "newer" | "unreadable";

/** The status on `today`: what was put off comes back by itself on its day. */
export function noteStatus(note: Note, today: Day): NoteStatus {
  const closed = note.fields.closed.value;
  if (closed !== null && !(closed.as === "putOff" && closed.until !== undefined && closed.until <= today))
    return closed.as;
  if (standingDecisions(note).length > 0) return "decided";
  return optionsOnTheTable(note).some(({ doNothing }) => !doNothing) ? "optionsReady" : "onRecord";
}

export const isClosed = (status: NoteStatus): boolean =>
  status === "done" || status === "acceptedAsIs" || status === "withdrawn" || status === "putOff";

export const optionsOnTheTable = (note: Note): readonly Option[] =>
  note.options.filter(({ fields }) => !fields.withdrawn.value);

export const standingDecisions = (note: Note): readonly Decision[] =>
  note.decisions.filter(({ stands }) => stands);

export const openQuestions = (note: Note): readonly Question[] =>
  note.questions.filter(({ waitsFor }) => waitsFor !== "nobody");

/** Fields of the note and of its options that have more than one value. */
export function contestedFields(note: Note): readonly { readonly option?: Option; readonly field: string }[] {
  return [
    ...contestedIn(note.fields).map((field) => ({ field })),
    ...note.options.flatMap((option) => contestedIn(option.fields).map((field) => ({ option, field }))),
  ];
}

export function noteBadges(note: Note): readonly NoteBadge[] {
  const badges: NoteBadge[] = [];
  if (openQuestions(note).length > 0) badges.push("openQuestion");
  if (standingDecisions(note).length > 1) badges.push("decidedTwice");
  if (contestedFields(note).length > 0 || isContested(note.fields.title)) badges.push("twoVersions");
  if (note.changedWhileClosing) badges.push("changedWhileClosing");
  if (note.unread.some(({ kind }) => kind === "newer")) badges.push("newer");
  if (note.unread.some(({ kind }) => kind === "unreadable")) badges.push("unreadable");
  return badges;
}

/** Who decides, where nobody has said: the product manager when users or a date are affected, else the tech lead. */
export function whoDecides(note: Note): Decider {
  const { decider, impact, neededBy, kind } = note.fields;
  if (decider.value !== null) return decider.value;
  const technical = kind.value === "techDebt" || kind.value === "enabler";
  return technical && impact.value.trim() === "" && neededBy.value === null ? "lead" : "pm";
}
