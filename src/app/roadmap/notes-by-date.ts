import type { Day } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isClosed, noteStatus, standingDecisions } from "../../domain/note-status.ts";
import type { Decision, Note, Option } from "../../domain/note.ts";

/** A decision that stands, with the option that was taken. */
export interface DecisionOnDate {
  readonly note: Note;
  readonly decision: Decision;
  readonly option: Option | undefined;
}

/** What the notes say of one date of the roadmap. */
export interface NotesOnDate {
  /** Open notes that put it at risk, those that are needed first before the others. */
  readonly threats: readonly Note[];
  /** Decisions of notes that put it at risk, and those that took an option which moves it. */
  readonly decisions: readonly DecisionOnDate[];
}

/** Nothing is known of a date that no note names. */
export const NO_NOTES: NotesOnDate = { threats: [], decisions: [] };

/** What the notes say of every date that one of them names. */
export function notesByDate(notes: Iterable<Note>, today: Day): ReadonlyMap<RecordId, NotesOnDate> {
  const found = new Map<RecordId, { threats: Note[]; decisions: DecisionOnDate[] }>();
  const of = (milestone: RecordId) => {
    const known = found.get(milestone) ?? { threats: [], decisions: [] };
    found.set(milestone, known);
    return known;
  };
  for (const note of notes) {
    const threatened = new Set(note.threatens.map(({ milestone }) => milestone));
    const decided = standingDecisions(note).map((decision) => ({
      note,
      decision,
      option: note.options.find(({ id }) => id === decision.option),
    }));
    if (threatened.size === 0 && decided.length === 0) continue;
    const isOpen = !isClosed(noteStatus(note, today));
    for (const milestone of threatened) {
      if (isOpen) of(milestone).threats.push(note);
      of(milestone).decisions.push(...decided);
    }
    for (const one of decided)
      for (const { milestone } of one.option?.fields.moves.value ?? [])
        if (!threatened.has(milestone)) of(milestone).decisions.push(one);
  }
  for (const { threats } of found.values()) threats.sort(byNeed);
  return found;
}

const needed = (note: Note): string => note.fields.neededBy.value?.day ?? "9999-99-99";

const byNeed = (one: Note, other: Note): number =>
  needed(one) === needed(other) ? (one.id < other.id ? -1 : 1) : needed(one) < needed(other) ? -1 : 1;
