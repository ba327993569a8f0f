import * as z from "zod/mini";
import { Day, Moment } from "../domain/dates.ts";
import { Effort } from "../domain/effort.ts";
import { EventId, RecordId } from "../domain/ids.ts";
import { Closed } from "../domain/note-fields.ts";
import { Person } from "../domain/person.ts";
import {
  Confidence,
  Decider,
  Hurt,
  Likelihood,
  NoteKind,
  Reversibility,
  RiskResponse,
  Role,
  WayOut,
} from "../domain/words.ts";

// What the panel shows, in a shape of its own: the record's format can change without the page. Texts that come from people are plain text and
// are shown as text. `Moment`s and `Day`s are formatted on the page, in the language of the screen.

export const NoteStatus = z.enum([
  "onRecord",
  "optionsReady",
  "decided",
  "done",
  "acceptedAsIs",
  "withdrawn",
  "putOff",
]);
export const NoteBadge = z.enum([
  "openQuestion",
  "decidedTwice",
  "twoVersions",
  "changedWhileClosing",
  "newer",
  "unreadable",
]);

export const SyncState = z.object({
  kind: z.enum([
    "synced",
    "syncing",
    "waiting",
    "offline",
    "noRemote",
    "notAgreed",
    "stopped",
    "mayNotPush",
    "rewritten",
    "readOnly",
  ]),
  /** Lines that others don't have yet. */
  waiting: z.int().check(z.gte(0)),
  lastSynced: z.optional(Moment),
  /** One sentence or two for a person, where something is in the way: what happened, what it means, what to do. */
  explanation: z.optional(z.string()),
});
export type SyncState = z.infer<typeof SyncState>;

/** A date of the roadmap, where it is named beside notes. */
export const MilestoneName = z.object({
  id: RecordId,
  repository: z.string(),
  title: z.string(),
  day: Day,
  /** Reached or dropped: nothing can threaten it any more. */
  closed: z.boolean(),
});
export type MilestoneName = z.infer<typeof MilestoneName>;

/** Around every view. */
export const Frame = z.object({
  /** A BCP 47 language tag, for dates and numbers. */
  language: z.string(),
  role: z.nullable(Role),
  /** As set in git; null where no name is set yet. */
  me: z.nullable(Person),
  today: Day,
  sync: SyncState,
  /** More than one where the window holds several repositories: then rows name theirs. */
  repositories: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** A record alone, without its code: where it comes from. */
      recordOf: z.optional(z.string()),
    }),
  ),
  noteCount: z.int().check(z.gte(0)),
  /** Whether somebody opened *Together* here by its command: until then it waits for a few notes. */
  togetherOpened: z.boolean(),
  /** Why there is nothing to show: no repository, git missing … A sentence for a person. */
  blocked: z.optional(z.string()),
});
export type Frame = z.infer<typeof Frame>;

export const NowGroup = z.enum(["needsYou", "worthKnowing", "waitsForOthers"]);
export const NowAction = z.enum([
  "open",
  "decide",
  "answer",
  "readAnswer",
  "writeImpact",
  "draftOptions",
  "lookAgain",
  "settle",
  "shareDraft",
  "namePlaces",
  "confirmCall",
  "sayWhy",
]);
export const NowRow = z.object({
  key: z.string(),
  /** What it is about. */
  record: RecordId,
  of: z.enum(["note", "milestone", "brief", "retro"]),
  group: NowGroup,
  title: z.string(),
  /** In plain words why it is here, since when, and what waiting costs. Never repeats the title. */
  reason: z.string(),
  action: NowAction,
  /** The decision that "That is right" is about. */
  decision: z.optional(EventId),
  glyph: z.enum([
    "question",
    "decision",
    "atRisk",
    "late",
    "broken",
    "impact",
    "versions",
    "answer",
    "options",
    "silent",
  ]),
});
export type NowRow = z.infer<typeof NowRow>;

/** A row that the person here does not want to see before a day. */
export const PutOffRow = z.object({ row: NowRow, until: Day });
export type PutOffRow = z.infer<typeof PutOffRow>;

export const NoteRow = z.object({
  id: RecordId,
  repository: z.string(),
  title: z.string(),
  kind: NoteKind,
  status: NoteStatus,
  badges: z.array(NoteBadge),
  impact: z.string(),
  neededBy: z.nullable(Day),
  /** Dates of the roadmap that it puts at risk. */
  milestones: z.array(RecordId),
  /** Folders that hold its places, as `src/billing`; "" is the top. */
  folders: z.array(z.string()),
  mine: z.boolean(),
  waitsForMe: z.boolean(),
  /** Lower-case text that search looks in. */
  searchText: z.string(),
  /** When anything was last said. */
  changed: Moment,
});
export type NoteRow = z.infer<typeof NoteRow>;

/** A record that this version can't show as a note. */
export const UnreadRecord = z.object({
  id: RecordId,
  repository: z.string(),
  kind: z.enum(["newer", "unreadable"]),
  why: z.string(),
  lines: z.int(),
});
export type UnreadRecord = z.infer<typeof UnreadRecord>;

const Said = { id: EventId, by: Person, at: Moment };

export const PlaceState = z.object({
  id: EventId,
  path: z.string(),
  /** "quoted": the code is not on this machine, so nobody has looked. */
  status: z.enum(["found", "changed", "orphaned", "quoted"]),
  /** Where it is now, from 1, inclusive; where it was last known to be, when it is orphaned or quoted. */
  startLine: z.int(),
  endLine: z.int(),
  /** An orphan whose code is on another branch: nothing is lost, and nothing has to be shown. */
  elsewhere: z.optional(z.boolean()),
  /** In words: "moved down 12 lines", "the quoted lines are gone from the file". */
  reason: z.string(),
  /** The code as quoted when the note was made; empty where it was not to be shared. */
  quote: z.array(z.string()),
  symbol: z.optional(z.string()),
  /** The page of the team's git host that shows the code as it was. */
  link: z.optional(z.url({ protocol: /^https$/ })),
  /** A file or a folder as it is, not lines of it: the lines then say nothing. */
  whole: z.optional(z.enum(["file", "folder"])),
  /** Where it was before a person said that it belongs here: it can be put back there. */
  before: z.optional(z.object({ path: z.string(), startLine: z.int(), endLine: z.int() })),
});
export type PlaceState = z.infer<typeof PlaceState>;

export const RiskState = z.object({
  text: z.string(),
  likelihood: z.optional(Likelihood),
  hurt: z.optional(Hurt),
  response: z.optional(RiskResponse),
});

export const OptionState = z.object({
  ...Said,
  letter: z.string(),
  doNothing: z.boolean(),
  way: z.optional(WayOut),
  title: z.string(),
  summary: z.string(),
  implications: z.string(),
  effort: z.nullable(Effort),
  people: z.string(),
  confidence: z.nullable(Confidence),
  givesUp: z.string(),
  gains: z.string(),
  risks: z.array(RiskState),
  reversibility: z.nullable(Reversibility),
  costToUndo: z.string(),
  assumptions: z.string(),
  dependsOn: z.string(),
  stillOwed: z.string(),
  /** Dates of the roadmap that it moves, by so many days of the calendar. */
  moves: z.array(z.object({ milestone: RecordId, days: z.int() })),
  /** The days between which it is done, counted in working days from the note's start; null where nobody said how long it takes. */
  ready: z.nullable(z.object({ from: Day, to: Day })),
  recommended: z.boolean(),
  taken: z.boolean(),
});
export type OptionState = z.infer<typeof OptionState>;

export const QuestionState = z.object({
  ...Said,
  text: z.string(),
  options: z.array(EventId),
  waitsFor: z.enum(["answer", "asker", "nobody"]),
  /** Asked by the person at this machine. */
  mine: z.boolean(),
  replies: z.array(z.object({ ...Said, kind: z.enum(["answer", "further"]), text: z.string() })),
});
export type QuestionState = z.infer<typeof QuestionState>;

export const DecisionState = z.object({
  ...Said,
  option: EventId,
  letter: z.string(),
  because: z.string(),
  restsOn: z.array(EventId),
  revisitOn: z.optional(Day),
  revisitIf: z.optional(z.string()),
  consequences: z.optional(z.string()),
  confirmation: z.optional(z.string()),
  stands: z.boolean(),
  dissent: z.array(z.object({ ...Said, because: z.string() })),
  /** Made on a call: with whom, as it was said, and what those have said of it since. */
  onCall: z.optional(
    z.object({
      with: z.array(z.string()),
      answers: z.array(z.object({ ...Said, as: z.string(), correction: z.optional(z.string()) })),
    }),
  ),
  /** Whether the person at this machine may still say that they see it differently. */
  mayDiffer: z.boolean(),
});
export type DecisionState = z.infer<typeof DecisionState>;

/** A note as it is named on another's page. */
export const NamedNote = z.object({ note: RecordId, title: z.string(), status: NoteStatus });
export type NamedNote = z.infer<typeof NamedNote>;

/** What an incident has beyond a note. */
export const IncidentState = z.object({
  since: z.nullable(Moment),
  overSince: z.nullable(Moment),
  /** "42 min": how long it lasted, once it is over. */
  lasted: z.optional(z.string()),
  onCall: z.string(),
  /** Plain sentences to read out, made of what is known. */
  callText: z.array(z.string()),
  /** The last changes to the files it is in, newest first; absent while git is asked. */
  commits: z.optional(z.array(z.object({ subject: z.string(), at: Moment }))),
  /** Open notes in the same files. */
  known: z.array(NamedNote),
  /** Oldest first, every time on the clock of where it began. No names: it says what happened. */
  timeline: z.array(
    z.object({
      id: z.string(),
      at: Moment,
      /** "+20 min" after it began. */
      after: z.string(),
      sentence: z.string(),
    }),
  ),
  followUps: z.array(NamedNote),
  /** The decision in which the person at this machine is named and which they have not answered. */
  namedIn: z.optional(EventId),
});
export type IncidentState = z.infer<typeof IncidentState>;

/** A field that people set without having seen each other: every value, as text. */
export const ContestedField = z.object({
  option: z.optional(EventId),
  field: z.string(),
  /** The field's name on screen, with the option's letter. */
  label: z.string(),
  versions: z
    .array(z.object({ event: EventId, by: Person, at: Moment, text: z.string() }))
    .check(z.minLength(2)),
  /** Whether a third value can be typed as text. */
  writable: z.boolean(),
});
export type ContestedField = z.infer<typeof ContestedField>;

export const NotePage = z.object({
  id: RecordId,
  repository: z.string(),
  title: z.string(),
  kind: NoteKind,
  status: NoteStatus,
  badges: z.array(NoteBadge),
  impact: z.string(),
  context: z.string(),
  costOfDelay: z.string(),
  neededBy: z.nullable(z.object({ day: Day, why: z.optional(z.string()) })),
  owner: z.nullable(Person),
  decider: Decider,
  opened: z.object(Said),
  closed: z.nullable(Closed),
  places: z.array(PlaceState),
  labels: z.array(z.object({ id: EventId, label: z.string() })),
  /** Dates of the roadmap that it puts at risk; `id` is the event that said so. */
  threatens: z.array(
    z.object({ id: EventId, milestone: RecordId, title: z.string(), day: Day, promisedTo: z.string() }),
  ),
  /** From where "ready between" is counted: the day of the decision, or today where nothing is decided. */
  start: z.object({ day: Day, decided: z.boolean() }),
  evidence: z.array(
    z.object({
      ...Said,
      text: z.string(),
      link: z.optional(z.string()),
      figure: z.optional(z.string()),
      source: z.optional(z.string()),
      date: z.optional(Day),
    }),
  ),
  options: z.array(OptionState),
  recommendation: z.nullable(z.object({ option: EventId, letter: z.string(), because: z.string() })),
  questions: z.array(QuestionState),
  decisions: z.array(DecisionState),
  heard: z.array(
    z.object({ ...Said, text: z.optional(z.string()), backBy: z.optional(Day), mine: z.boolean() }),
  ),
  comments: z.array(z.object({ ...Said, text: z.string() })),
  contested: z.array(ContestedField),
  /** Newest first, each a sentence without the name and time. */
  history: z.array(z.object({ ...Said, sentence: z.string() })),
  unread: z.array(z.object({ id: EventId, kind: z.enum(["newer", "unreadable"]), why: z.string() })),
  /** Of an incident alone. */
  incident: z.optional(IncidentState),
  /** The incident whose review it came out of. */
  cameFrom: z.optional(z.object({ note: RecordId, title: z.string() })),
  /** What has been typed here and not been said yet, by the key of its box. On this machine only. */
  typed: z.record(z.string(), z.string()),
  /** Nobody but the writer has this yet. */
  waiting: z.boolean(),
});
export type NotePage = z.infer<typeof NotePage>;
