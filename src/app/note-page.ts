import {
  noteBadges,
  noteStatus,
  optionsOnTheTable,
  standingDecisions,
  whoDecides,
} from "../domain/note-status.ts";
import { dayOf } from "../domain/dates.ts";
import type { Day } from "../domain/dates.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Milestone } from "../domain/milestone/milestone.ts";
import { readyBetween } from "../domain/working-days.ts";
import { samePerson } from "../domain/person.ts";
import type { Decision, Note, Option } from "../domain/note.ts";
import type {
  DecisionState,
  IncidentState,
  NotePage,
  OptionState,
  PlaceState,
} from "../protocol/panel-state.ts";
import { contestedFieldStates } from "./contested-fields.ts";
import { historySentence } from "./history-sentence.ts";
import type { Viewer } from "./now/viewer.ts";
import { isSame } from "./people.ts";
import { letterOf } from "./value-words.ts";

export interface NotePageParts {
  readonly repository: string;
  readonly places: readonly PlaceState[];
  readonly typed: Readonly<Record<string, string>>;
  readonly waiting: boolean;
  readonly incident?: IncidentState | undefined;
  readonly cameFrom?: NotePage["cameFrom"];
  readonly milestones: ReadonlyMap<RecordId, Milestone>;
}

/** All that a note's page shows to one person. */
export function notePageState(note: Note, viewer: Viewer, parts: NotePageParts): NotePage {
  const { fields } = note;
  const { today, wording, me } = viewer;
  const recommendation = fields.recommendation.value;
  const start = startOf(note, today);
  return {
    id: note.id,
    repository: parts.repository,
    title: fields.title.value,
    kind: fields.kind.value,
    status: noteStatus(note, today),
    badges: [...noteBadges(note)],
    impact: fields.impact.value,
    context: fields.context.value,
    costOfDelay: fields.costOfDelay.value,
    neededBy: fields.neededBy.value,
    owner: fields.owner.value,
    decider: whoDecides(note),
    opened: note.opened,
    closed: fields.closed.value,
    places: [...parts.places],
    labels: note.labels.map(({ id, label }) => ({ id, label })),
    evidence: [...note.evidence],
    threatens: note.threatens.flatMap(({ id, milestone }) => {
      const date = parts.milestones.get(milestone);
      if (date === undefined) return [];
      const { title, promisedTo } = date.fields;
      return { id, milestone, title: title.value, day: date.day, promisedTo: promisedTo.value };
    }),
    start,
    options: optionsOnTheTable(note).map((option) => optionState(option, note, start.day)),
    recommendation:
      recommendation === null
        ? null
        : {
            option: recommendation.option,
            letter: letterOf(note, recommendation.option),
            because: recommendation.because ?? "",
          },
    questions: note.questions.map(({ id, by, at, text, options, waitsFor, replies }) => ({
      id,
      by,
      at,
      text,
      options: [...options],
      waitsFor,
      mine: isSame(by, me),
      replies: [...replies],
    })),
    decisions: note.decisions.map((decision) => decisionState(decision, note, viewer)),
    heard: note.heard.map((heard) => ({ ...heard, mine: isSame(heard.by, me) })),
    comments: [...note.comments],
    contested: contestedFieldStates({ note, today, wording }),
    history: note.history
      .map((entry) => ({
        id: entry.id,
        by: entry.by,
        at: entry.at,
        sentence: historySentence(entry, note, wording),
      }))
      .reverse(),
    unread: [...note.unread],
    ...(parts.incident === undefined ? {} : { incident: parts.incident }),
    ...(parts.cameFrom === undefined ? {} : { cameFrom: parts.cameFrom }),
    typed: { ...parts.typed },
    waiting: parts.waiting,
  };
}

/** The day from which it is counted when an option is done: that of the decision that stands, or today. */
function startOf(note: Note, today: Day): NotePage["start"] {
  const [decision] = standingDecisions(note);
  return decision === undefined ? { day: today, decided: false } : { day: dayOf(decision.at), decided: true };
}

function optionState(option: Option, note: Note, start: Day): OptionState {
  const { id, by, at, letter, doNothing, way, fields } = option;
  const effort = fields.effort.value;
  return {
    id,
    by,
    at,
    letter,
    doNothing,
    ...(way === undefined ? {} : { way }),
    title: fields.title.value,
    summary: fields.summary.value,
    implications: fields.implications.value,
    effort,
    people: fields.people.value,
    confidence: fields.confidence.value,
    givesUp: fields.givesUp.value,
    gains: fields.gains.value,
    risks: [...fields.risks.value],
    reversibility: fields.reversibility.value,
    costToUndo: fields.costToUndo.value,
    assumptions: fields.assumptions.value,
    dependsOn: fields.dependsOn.value,
    stillOwed: fields.stillOwed.value,
    moves: [...fields.moves.value],
    ready: effort === null || doNothing ? null : (readyBetween(effort, start) ?? null),
    recommended: note.fields.recommendation.value?.option === id,
    taken: standingDecisions(note).some((decision) => decision.option === id),
  };
}

function decisionState(decision: Decision, note: Note, { me }: Viewer): DecisionState {
  const { id, by, at, option, because, restsOn, stands, dissent } = decision;
  const { revisitOn, revisitIf, consequences, confirmation, onCall, answers } = decision;
  return {
    id,
    by,
    at,
    option,
    letter: letterOf(note, option),
    because,
    restsOn: [...restsOn],
    revisitOn,
    revisitIf,
    consequences,
    confirmation,
    stands,
    dissent: [...dissent],
    ...(onCall === undefined ? {} : { onCall: { with: [...onCall.with], answers: [...answers] } }),
    mayDiffer:
      stands && !isSame(by, me) && !dissent.some((one) => me !== undefined && samePerson(one.by, me)),
  };
}
