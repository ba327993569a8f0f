import { groupBy } from "../../base/group-by.ts";
import { plainLine, shortLine } from "../../base/plain-text.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import type { MilestoneRow, RoadmapState } from "../../protocol/roadmap-state.ts";
import { NO_NOTES, notesByDate } from "../roadmap/notes-by-date.ts";
import type { NotesOnDate } from "../roadmap/notes-by-date.ts";
import { standingDays } from "../roadmap/standing-days.ts";
import { daysMissed, wayAhead } from "../roadmap/way-ahead.ts";
import { briefRows } from "./brief-rows.ts";
import type { ViewScene } from "./view-state.ts";

/** Characters of a cause in the picture; the date's own page has all of them. */
const LONGEST_CAUSE = 300;

/** The dates that were promised, by date. */
export function roadmapState(scene: ViewScene): RoadmapState {
  const { repository, book, viewer } = scene;
  const { today } = viewer;
  const byDate = notesByDate(book.notes.values(), today);
  const milestones = [...book.of("milestone").values()]
    .sort((one, other) =>
      one.day === other.day ? (one.id < other.id ? -1 : 1) : one.day < other.day ? -1 : 1,
    )
    .map((milestone) => milestoneRow(milestone, byDate.get(milestone.id) ?? NO_NOTES, today));
  return { view: "roadmap", repository, milestones, briefs: briefRows(scene) };
}

function milestoneRow(
  milestone: Milestone,
  { threats, decisions }: NotesOnDate,
  today: string,
): MilestoneRow {
  const { id, fields, day, agreement, moves } = milestone;
  const way = wayAhead(decisions, today);
  return {
    id,
    title: plainLine(fields.title.value),
    day,
    promisedTo: plainLine(fields.promisedTo.value),
    firmness: fields.firmness.value,
    agreement,
    closed: fields.closed.value?.as ?? null,
    moves: moves.map(({ from, to, because }) => ({ from, to, because: shortLine(because, LONGEST_CAUSE) })),
    standing: [...standingDays(milestone)],
    way: way === undefined ? null : { ...way, missedBy: daysMissed(day, way) },
    threats: [...groupBy(threats, (note) => note.fields.neededBy.value?.day ?? "")].map(([by, notes]) => ({
      day: by === "" ? null : by,
      notes: notes.map((note) => note.id),
    })),
  };
}
