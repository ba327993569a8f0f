import type {
  PlacedAnchor,
  CallAnswer,
  Comment,
  Decision,
  Dissent,
  Evidence,
  Heard,
  NoteFields,
  OptionFields,
  Option,
  Question,
  Reply,
  ThreatenedDate,
} from "./note.ts";
import type { RecordBuilder } from "./record-builder.ts";
import type { Registers, Said } from "./record.ts";
import { unset } from "./register.ts";
import type { EventId } from "./ids.ts";
import type { Person } from "./person.ts";

type Open<Part> = { -readonly [Name in keyof Part]: Part[Name] };
export type OpenOption = Open<Omit<Option, "fields">> & { fields: Registers<OptionFields> };
export type OpenQuestion = Open<Omit<Question, "replies" | "waitsFor">> & { replies: Reply[] };
export type OpenDecision = Open<Omit<Decision, "dissent" | "answers">> & {
  dissent: Dissent[];
  answers: CallAnswer[];
  /** Sentences that followed the decision, each until a later one that knew it took its place. */
  reasons: (Said & { readonly text: string })[];
};

/** A note while its events are applied, one after the other. Only the event kinds write to it. */
export interface NoteBuilder extends RecordBuilder {
  fields: Registers<NoteFields>;
  readonly anchors: Map<EventId, PlacedAnchor>;
  /** Those that were taken off, too. */
  readonly everyAnchor: Map<EventId, PlacedAnchor>;
  readonly labels: Map<EventId, Said & { readonly label: string }>;
  readonly threatens: Map<EventId, ThreatenedDate>;
  readonly evidence: Map<EventId, Evidence>;
  readonly options: Map<EventId, OpenOption>;
  readonly questions: Map<EventId, OpenQuestion>;
  readonly decisions: Map<EventId, OpenDecision>;
  readonly heard: Heard[];
  readonly comments: Comment[];
}

/** No field set by anybody: one table for all notes, and one for all options. Whoever sets a field makes a table of their own. */
const noNoteFields: Registers<NoteFields> = {
  kind: unset("bottleneck"),
  title: unset(""),
  impact: unset(""),
  context: unset(""),
  neededBy: unset(null),
  costOfDelay: unset(""),
  owner: unset<Person | null>(null),
  decider: unset(null),
  deliberate: unset(null),
  likelihood: unset(null),
  hurt: unset(null),
  recommendation: unset(null),
  closed: unset(null),
  since: unset(null),
  overSince: unset(null),
  onCall: unset(""),
  cameFrom: unset(null),
};
export const noOptionFields: Registers<OptionFields> = {
  title: unset(""),
  summary: unset(""),
  implications: unset(""),
  effort: unset(null),
  people: unset(""),
  confidence: unset(null),
  givesUp: unset(""),
  gains: unset(""),
  risks: unset([]),
  reversibility: unset(null),
  costToUndo: unset(""),
  assumptions: unset(""),
  dependsOn: unset(""),
  stillOwed: unset(""),
  moves: unset([]),
  withdrawn: unset(false),
};

export const startNote = (): NoteBuilder => ({
  fields: noNoteFields,
  anchors: new Map(),
  everyAnchor: new Map(),
  labels: new Map(),
  threatens: new Map(),
  evidence: new Map(),
  options: new Map(),
  questions: new Map(),
  decisions: new Map(),
  heard: [],
  comments: [],
  history: [],
});
