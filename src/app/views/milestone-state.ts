import { plainLine, shortLine } from "../../base/plain-text.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import { noteStatus } from "../../domain/note-status.ts";
import type { Linked, MilestoneState } from "../../protocol/roadmap-state.ts";
import type { Book } from "../book.ts";
import { contestedMilestoneFields } from "../contested-fields.ts";
import { recordSentence } from "../record-sentence.ts";
import { NO_NOTES, notesByDate } from "../roadmap/notes-by-date.ts";
import { standingDays } from "../roadmap/standing-days.ts";
import { daysMissed, wayAhead } from "../roadmap/way-ahead.ts";
import { briefRows } from "./brief-rows.ts";
import type { ViewScene } from "./view-state.ts";

/** Characters of a note's effect on users beside its title. */
const LONGEST_IMPACT = 200;

/** One date, with all that is known of it; undefined where it is not here. */
export async function milestoneState(id: RecordId, scene: ViewScene): Promise<MilestoneState | undefined> {
  const { repository, book, viewer, typedOf } = scene;
  const milestone = book.of("milestone").get(id);
  if (milestone === undefined) return undefined;
  const { fields, day, agreement, answers, opened } = milestone;
  const { today, wording } = viewer;
  const { threats, decisions } = notesByDate(book.notes.values(), today).get(id) ?? NO_NOTES;
  const way = wayAhead(decisions, today);
  return {
    view: "milestone",
    id,
    repository,
    title: fields.title.value,
    day,
    promisedTo: fields.promisedTo.value,
    firmness: fields.firmness.value,
    whyThisDate: fields.whyThisDate.value,
    briefs: briefRows(scene, id),
    closed: fields.closed.value,
    opened,
    agreement,
    answers: answers.map(({ id: event, by, at, answer, text }) => ({ id: event, by, at, answer, text })),
    moves: movesOf(milestone, book),
    standing: [...standingDays(milestone)],
    way: way === undefined ? null : { ...way, missedBy: daysMissed(day, way) },
    threats: threats.map((note) => ({
      id: note.id,
      title: plainLine(note.fields.title.value),
      status: noteStatus(note, today),
      day: note.fields.neededBy.value?.day ?? null,
      impact: shortLine(note.fields.impact.value, LONGEST_IMPACT),
    })),
    decisions: decisions.map(({ note, decision, option }) => ({
      id: note.id,
      title: plainLine(note.fields.title.value),
      letter: option?.letter ?? "?",
      because: plainLine(decision.because),
      moves: option?.fields.moves.value.find((moved) => moved.milestone === id)?.days ?? null,
    })),
    contested: contestedMilestoneFields(milestone, wording),
    history: milestone.history
      .map((entry) => ({
        id: entry.id,
        by: entry.by,
        at: entry.at,
        sentence: recordSentence(entry, { kind: "milestone", record: milestone }, wording),
      }))
      .reverse(),
    typed: { ...(await typedOf(id)) },
  };
}

function movesOf({ moves, standing }: Milestone, book: Book): MilestoneState["moves"] {
  const linked = (note: RecordId): Linked[] => {
    const known = book.notes.get(note);
    return known === undefined ? [] : [{ id: note, title: plainLine(known.fields.title.value) }];
  };
  return moves
    .map(({ id, by, at, from, to, because, notes, notice, gaveUp }) => ({
      id,
      by,
      at,
      from,
      to,
      because,
      notes: notes.flatMap(linked),
      notice,
      gaveUp,
      stands: standing.length > 1 && standing.includes(id),
    }))
    .reverse();
}
