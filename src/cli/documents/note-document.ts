import * as z from "zod/mini";
import { Day, Moment } from "../../domain/dates.ts";
import { Effort } from "../../domain/effort.ts";
import { EventId, RecordId } from "../../domain/ids.ts";
import { Closed } from "../../domain/note-fields.ts";
import { Person } from "../../domain/person.ts";
import {
  Confidence,
  Decider,
  Hurt,
  Likelihood,
  NoteKind,
  Reversibility,
  RiskResponse,
} from "../../domain/words.ts";
import { NoteBadge, NoteStatus } from "../../protocol/panel-state.ts";

/** Who is as set in git, and never more than a claim. */
const said = { id: EventId, by: Person, at: Moment };

const Place = z.strictObject({
  id: EventId,
  path: z.string(),
  /** In the files as they are on disk here. */
  status: z.enum(["found", "changed", "orphaned", "quoted"]),
  /** Where it is now, from 1, inclusive; where it was last known to be, when it is orphaned. */
  startLine: z.int(),
  endLine: z.int(),
  /** An orphan whose code is on another branch, so that nothing is lost. */
  elsewhere: z.optional(z.boolean()),
  reason: z.string(),
  /** The lines as quoted when the note was made; empty where they were not shared. */
  quote: z.array(z.string()),
  symbol: z.optional(z.string()),
  /** A file or a folder as it is, not lines of it. */
  whole: z.optional(z.enum(["file", "folder"])),
});

const Option = z.strictObject({
  ...said,
  letter: z.string(),
  doNothing: z.boolean(),
  title: z.string(),
  summary: z.string(),
  implications: z.string(),
  effort: z.nullable(Effort),
  people: z.string(),
  confidence: z.nullable(Confidence),
  givesUp: z.string(),
  gains: z.string(),
  risks: z.array(
    z.strictObject({
      text: z.string(),
      likelihood: z.optional(Likelihood),
      hurt: z.optional(Hurt),
      response: z.optional(RiskResponse),
    }),
  ),
  reversibility: z.nullable(Reversibility),
  costToUndo: z.string(),
  assumptions: z.string(),
  dependsOn: z.string(),
  stillOwed: z.string(),
  recommended: z.boolean(),
  /** By a decision that stands. */
  taken: z.boolean(),
});

const Question = z.strictObject({
  ...said,
  text: z.string(),
  options: z.array(EventId),
  waitsFor: z.enum(["answer", "asker", "nobody"]),
  replies: z.array(z.strictObject({ ...said, kind: z.enum(["answer", "further"]), text: z.string() })),
});

const Decision = z.strictObject({
  ...said,
  option: EventId,
  letter: z.string(),
  because: z.string(),
  restsOn: z.array(EventId),
  revisitOn: z.optional(Day),
  revisitIf: z.optional(z.string()),
  consequences: z.optional(z.string()),
  confirmation: z.optional(z.string()),
  /** False once a later decision has seen it. */
  stands: z.boolean(),
  /** "I see it differently", each together with the commitment. */
  dissent: z.array(z.strictObject({ ...said, because: z.string() })),
});

/** A note, whole. Options that were withdrawn are left out. */
export const NoteObject = z.strictObject({
  id: RecordId,
  title: z.string(),
  kind: NoteKind,
  status: NoteStatus,
  badges: z.array(NoteBadge),
  impact: z.string(),
  context: z.string(),
  costOfDelay: z.string(),
  neededBy: z.nullable(z.strictObject({ day: Day, why: z.optional(z.string()) })),
  owner: z.nullable(Person),
  decider: Decider,
  opened: z.strictObject(said),
  closed: z.nullable(z.strictObject(Closed.shape)),
  places: z.array(Place),
  labels: z.array(z.string()),
  evidence: z.array(
    z.strictObject({
      ...said,
      text: z.string(),
      link: z.optional(z.string()),
      figure: z.optional(z.string()),
      source: z.optional(z.string()),
      date: z.optional(Day),
    }),
  ),
  options: z.array(Option),
  recommendation: z.nullable(z.strictObject({ option: EventId, letter: z.string(), because: z.string() })),
  questions: z.array(Question),
  decisions: z.array(Decision),
  heard: z.array(z.strictObject({ ...said, text: z.optional(z.string()), backBy: z.optional(Day) })),
  comments: z.array(z.strictObject({ ...said, text: z.string() })),
  /** Fields that people set without having seen each other: every value, as text. */
  contested: z.array(
    z.strictObject({
      option: z.optional(EventId),
      field: z.string(),
      versions: z.array(z.strictObject({ event: EventId, by: Person, at: Moment, text: z.string() })),
    }),
  ),
  /** Lines of the note that this version can't read; they are kept. */
  unread: z.array(z.strictObject({ id: EventId, kind: z.enum(["newer", "unreadable"]), why: z.string() })),
});
export type NoteObject = z.infer<typeof NoteObject>;

/** What `show` prints with `--json`. */
export const ShowDocument = z.strictObject({ format: z.literal(1), note: NoteObject });
export type ShowDocument = z.infer<typeof ShowDocument>;
