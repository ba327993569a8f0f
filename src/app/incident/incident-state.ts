import { isClosed, noteStatus, standingDecisions } from "../../domain/note-status.ts";
import type { Note } from "../../domain/note.ts";
import type { RecordId } from "../../domain/ids.ts";
import { samePerson } from "../../domain/person.ts";
import type { IncidentState, NamedNote } from "../../protocol/panel-state.ts";
import { isRunning } from "../../domain/incident.ts";
import type { RecentCommit } from "../code-history.ts";
import type { Viewer } from "../now/viewer.ts";
import { callText } from "./call-text.ts";
import { nameWrittenDown } from "./name-written-down.ts";
import { lasted, timeline } from "./timeline.ts";

/** Notes that a page names beside an incident. */
const NAMED = 20;

export interface Surroundings {
  /** Undefined while git is asked. */
  readonly commits: readonly RecentCommit[] | undefined;
  /** Notes with a place in the same files. */
  readonly beside: readonly Note[];
  readonly notes: ReadonlyMap<RecordId, Note>;
}

/** What the page of an incident shows beyond that of a note. */
export function incidentState(
  note: Note,
  viewer: Viewer,
  { commits, beside, notes }: Surroundings,
): IncidentState {
  const { fields } = note;
  const lasting = lasted(note, viewer.wording);
  const named = namedIn(note, viewer.me);
  return {
    since: fields.since.value,
    overSince: fields.overSince.value,
    ...(lasting === undefined ? {} : { lasted: lasting }),
    onCall: fields.onCall.value,
    callText: [...callText(note, viewer)],
    ...(commits === undefined ? {} : { commits: [...commits] }),
    known: beside
      .filter((one) => !isClosed(noteStatus(one, viewer.today)) && !(isIncident(one) && !isRunning(one)))
      .slice(0, NAMED)
      .map((one) => namedNote(one, viewer)),
    timeline: [...timeline(note, viewer.wording)],
    followUps: [...followUpsOf(note, notes, viewer)],
    ...(named === undefined ? {} : { namedIn: named }),
  };
}

const isIncident = ({ fields }: Note): boolean => fields.kind.value === "incident";

const namedNote = (note: Note, { today }: Viewer): NamedNote => ({
  note: note.id,
  title: note.fields.title.value,
  status: noteStatus(note, today),
});

/** The notes that came out of an incident, the oldest first. */
export const followUpsOf = (
  incident: Note,
  notes: ReadonlyMap<RecordId, Note>,
  viewer: Viewer,
): readonly NamedNote[] =>
  [...notes.values()]
    .filter(({ fields }) => fields.cameFrom.value === incident.id)
    .sort((one, other) => Date.parse(one.opened.at) - Date.parse(other.opened.at))
    .map((note) => namedNote(note, viewer));

/** The decision that somebody was named in by somebody else, and has said nothing of yet. */
export function namedIn(note: Note, me: Viewer["me"]): RecordId | undefined {
  if (me === undefined) return undefined;
  return standingDecisions(note).find(
    (decision) =>
      !samePerson(decision.by, me) &&
      nameWrittenDown(decision, me) !== undefined &&
      !decision.answers.some(({ by }) => samePerson(by, me)),
  )?.id;
}
