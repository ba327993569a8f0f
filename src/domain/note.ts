import type { Anchor } from "./anchor.ts";
import type { Day, Moment } from "./dates.ts";
import type { Effort } from "./effort.ts";
import type { EventId, RecordId } from "./ids.ts";
import type { Person } from "./person.ts";
import type { RecordState, Registers, Said } from "./record.ts";
import type { Turn } from "./whose-turn.ts";
import type {
  BeforeItHurt,
  Closing,
  Confidence,
  Decider,
  Hurt,
  Likelihood,
  NoteKind,
  Reversibility,
  RiskResponse,
  WayOut,
} from "./words.ts";

export interface NeededBy {
  readonly day: Day;
  readonly why?: string | undefined;
}

/** How a note ended, and what people said of it then. `outcomeOf` reads it beside what the record knows. */
export interface Closed {
  readonly as: Closing;
  readonly until?: Day | undefined;
  readonly because?: string | undefined;
  /** How long it took in the end, in the unit typed. */
  readonly took?: Effort | undefined;
  /** Absent where it was skipped. */
  readonly beforeItHurt?: BeforeItHurt | undefined;
  /** The day it began to hurt. */
  readonly hurtFrom?: Day | undefined;
}

export interface Recommendation {
  readonly option: EventId;
  readonly because?: string | undefined;
}

export interface Risk {
  readonly text: string;
  readonly likelihood?: Likelihood | undefined;
  readonly hurt?: Hurt | undefined;
  readonly response?: RiskResponse | undefined;
}

/** A date of the roadmap, and by how many days of the calendar an option moves it: later, or earlier where it is negative. */
export interface MovedDate {
  readonly milestone: RecordId;
  readonly days: number;
}

/** The fields of a note that anyone may set, and their values when nobody has. */
export interface NoteFields {
  kind: NoteKind;
  title: string;
  impact: string;
  context: string;
  neededBy: NeededBy | null;
  costOfDelay: string;
  owner: Person | null;
  decider: Decider | null;
  deliberate: boolean | null;
  likelihood: Likelihood | null;
  hurt: Hurt | null;
  recommendation: Recommendation | null;
  closed: Closed | null;
  /** An incident: since when it is broken, until when it was, and who was called, as people said it. */
  since: Moment | null;
  overSince: Moment | null;
  onCall: string;
  /** The incident whose review this note came out of. */
  cameFrom: RecordId | null;
}

/** The fields of an option that anyone may set, and their values when nobody has. */
export interface OptionFields {
  title: string;
  summary: string;
  implications: string;
  effort: Effort | null;
  people: string;
  confidence: Confidence | null;
  givesUp: string;
  gains: string;
  risks: readonly Risk[];
  reversibility: Reversibility | null;
  costToUndo: string;
  assumptions: string;
  dependsOn: string;
  stillOwed: string;
  /** Dates of the roadmap that move if this is taken. */
  moves: readonly MovedDate[];
  withdrawn: boolean;
}

export interface Option extends Said {
  /** A, B, C …: claimed by its writer; a letter claimed twice goes to the first in the order of the fold, the other takes the next free one. */
  readonly letter: string;
  readonly doNothing: boolean;
  /** Which of the prepared ways out of an incident it is. */
  readonly way?: WayOut | undefined;
  readonly fields: Registers<OptionFields>;
}

export interface PlacedAnchor extends Said {
  readonly anchor: Anchor;
  /** The place that this one stands for, as it was: it can be put back. */
  readonly insteadOf?: { readonly id: EventId; readonly anchor: Anchor } | undefined;
}

/** A date of the roadmap that a note puts at risk. */
export interface ThreatenedDate extends Said {
  readonly milestone: RecordId;
}

export interface Evidence extends Said {
  readonly text: string;
  readonly link?: string | undefined;
  readonly figure?: string | undefined;
  readonly source?: string | undefined;
  readonly date?: Day | undefined;
}

export interface Reply extends Said {
  readonly text: string;
  /** An answer, or the asker asking further. */
  readonly kind: "answer" | "further";
}

export interface Question extends Said {
  readonly text: string;
  readonly options: readonly EventId[];
  readonly to?: Person | undefined;
  readonly replies: readonly Reply[];
  /** Whom it waits for: somebody to answer, its asker to accept, or nobody. */
  readonly waitsFor: Turn;
  readonly accepted?: Said | undefined;
}

export interface Dissent extends Said {
  readonly because: string;
}

/** What somebody who was named says of a decision made on a call: that it is right, or how they remember it. */
export interface CallAnswer extends Said {
  /** The name as it was written down. */
  readonly as: string;
  /** How they remember it; undefined where they say that it is right. */
  readonly correction?: string | undefined;
}

export interface Decision extends Said {
  readonly option: EventId;
  /** How long the option was said to take when it was taken: what is changed in it later changes nothing here. Null where nobody had said. */
  readonly estimate: Effort | null;
  /** Empty until somebody has said it: in an incident the sentence may follow. */
  readonly because: string;
  /** Made on a call and written down by whom the event is by: the names it was decided with, as they were said. */
  readonly onCall?: { readonly with: readonly string[] } | undefined;
  /** Confirmations and corrections, each by somebody who was named, for themselves. */
  readonly answers: readonly CallAnswer[];
  /** What it rests on: evidence of the note, by its id. */
  readonly restsOn: readonly EventId[];
  readonly revisitOn?: Day | undefined;
  readonly revisitIf?: string | undefined;
  readonly consequences?: string | undefined;
  readonly confirmation?: string | undefined;
  readonly appetite?: Effort | undefined;
  readonly consulted?: string | undefined;
  readonly informed?: string | undefined;
  readonly dissent: readonly Dissent[];
  /** False once a later decision has seen it. */
  readonly stands: boolean;
}

export interface Heard extends Said {
  readonly text?: string | undefined;
  readonly backBy?: Day | undefined;
}

export interface Comment extends Said {
  readonly text: string;
}

/** A note as everyone with the same set of events sees it. */
export interface Note extends RecordState {
  readonly fields: Registers<NoteFields>;
  readonly anchors: readonly PlacedAnchor[];
  readonly labels: readonly (Said & { readonly label: string })[];
  readonly threatens: readonly ThreatenedDate[];
  readonly evidence: readonly Evidence[];
  /** Every option, withdrawn ones too, by letter. */
  readonly options: readonly Option[];
  readonly questions: readonly Question[];
  /** Every decision, oldest first. Two or more that stand: decided twice, until somebody settles it. */
  readonly decisions: readonly Decision[];
  readonly heard: readonly Heard[];
  readonly comments: readonly Comment[];
  /** Something was changed by somebody who did not know that the note was being closed. */
  readonly changedWhileClosing: boolean;
}
