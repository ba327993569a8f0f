import type { Anchor } from "./anchor.ts";
import type { Day } from "./dates.ts";
import type { Effort } from "./effort.ts";
import type { EventId } from "./ids.ts";
import type { Person } from "./person.ts";
import type { RecordState, Registers, Said } from "./record.ts";
import type {
  Closing,
  Confidence,
  Decider,
  Hurt,
  Likelihood,
  NoteKind,
  Reversibility,
  RiskResponse,
} from "./words.ts";

export interface NeededBy {
  readonly day: Day;
  readonly why?: string | undefined;
}

export interface Closed {
  readonly as: Closing;
  readonly until?: Day | undefined;
  readonly because?: string | undefined;
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
  withdrawn: boolean;
}

export interface Option extends Said {
  /** A, B, C …: claimed by its writer; a letter claimed twice goes to the first in the order of the fold, the other takes the next free one. */
  readonly letter: string;
  readonly doNothing: boolean;
  readonly fields: Registers<OptionFields>;
}

export interface PlacedAnchor extends Said {
  readonly anchor: Anchor;
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
  readonly waitsFor: "answer" | "asker" | "nobody";
  readonly accepted?: Said | undefined;
}

export interface Dissent extends Said {
  readonly because: string;
}

export interface Decision extends Said {
  readonly option: EventId;
  readonly because: string;
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
