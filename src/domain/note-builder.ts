import type {
  PlacedAnchor,
  Comment,
  Decision,
  Dissent,
  Evidence,
  Heard,
  HistoryEntry,
  NoteFields,
  OptionFields,
  Option,
  Question,
  Registers,
  Reply,
  Said,
} from "./note.ts";
import { setRegister, unset } from "./register.ts";
import type { EventId } from "./ids.ts";
import type { Person } from "./person.ts";

/** The event being applied, and what its writer knew. */
export interface Applied extends Said {
  readonly saw: (earlier: EventId) => boolean;
}

type Open<Part> = { -readonly [Name in keyof Part]: Part[Name] };
export type OpenOption = Open<Omit<Option, "fields">> & { fields: Registers<OptionFields> };
export type OpenQuestion = Open<Omit<Question, "replies" | "waitsFor">> & { replies: Reply[] };
export type OpenDecision = Open<Omit<Decision, "dissent">> & { dissent: Dissent[] };

/** A note while its events are applied, one after the other. Only the event kinds write to it. */
export interface NoteBuilder {
  fields: Registers<NoteFields>;
  readonly anchors: Map<EventId, PlacedAnchor>;
  readonly labels: Map<EventId, Said & { readonly label: string }>;
  readonly evidence: Map<EventId, Evidence>;
  readonly options: Map<EventId, OpenOption>;
  readonly questions: Map<EventId, OpenQuestion>;
  readonly decisions: Map<EventId, OpenDecision>;
  readonly heard: Heard[];
  readonly comments: Comment[];
  readonly history: HistoryEntry[];
}

export const startNote = (): NoteBuilder => ({
  fields: {
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
  },
  anchors: new Map(),
  labels: new Map(),
  evidence: new Map(),
  options: new Map(),
  questions: new Map(),
  decisions: new Map(),
  heard: [],
  comments: [],
  history: [],
});

export const startOptionFields = (): Registers<OptionFields> => ({
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
  withdrawn: unset(false),
});

/** Who said it, when, and the event that is its id. */
export const saidBy = (event: Applied): Said => ({ id: event.id, by: event.by, at: event.at });

/** Sets the given fields, each a register of its own; fields that are undefined stay as they are. */
export function setFields<Fields>(
  registers: Registers<Fields>,
  values: Partial<Fields>,
  event: Applied,
): Registers<Fields> {
  const next: { -readonly [Name in keyof Fields]: Registers<Fields>[Name] } = { ...registers };
  for (const name of namesOf(registers)) {
    const value = values[name];
    if (value === undefined) continue;
    next[name] = setRegister(
      registers[name],
      { value, event: event.id, by: event.by, at: event.at },
      event.saw,
    );
  }
  return next;
}

/** The names of the values that are given. */
export const namesGiven = (values: object): string[] =>
  Object.keys(values).filter((name) => (values as Record<string, unknown>)[name] !== undefined);

const namesOf = <Fields>(registers: Registers<Fields>) => Object.keys(registers) as (keyof Fields)[];
