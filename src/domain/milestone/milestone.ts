import type { Day } from "../dates.ts";
import type { EventId, RecordId } from "../ids.ts";
import type { RecordState, Registers, Said } from "../record.ts";
import type { AgreementAnswer, Firmness, MilestoneClosing } from "../words.ts";

/** How it ended; it can be opened again. */
export interface ClosedMilestone {
  readonly as: MilestoneClosing;
  readonly because?: string | undefined;
}

/** The fields of a milestone that anyone may set, and their values when nobody has. Its date moves by moves alone. */
export interface MilestoneFields {
  title: string;
  /** Whom it was promised to, in words: "support", "the board". */
  promisedTo: string;
  firmness: Firmness;
  /** Why this date can't move, or what hangs on it. */
  whyThisDate: string;
  closed: ClosedMilestone | null;
  /** The id of the same date in the calendar or the roadmap tool it came from; empty where it came from none. */
  uid: string;
}

/** What somebody who answers for engineering said of the date as it stood. Nobody says it for another. */
export interface EngineeringAnswer extends Said {
  readonly answer: AgreementAnswer;
  /** The date it is about. */
  readonly day: Day;
  /** The concerns, or why not. */
  readonly text?: string | undefined;
}

/** Engineering's agreement to the date as it is now. Silence is not consent: it is `notAsked` until somebody answers. */
export type Agreement = "notAsked" | AgreementAnswer;

/** One move of the date. */
export interface Move extends Said {
  /** What its writer saw as the date before. */
  readonly from: Day;
  readonly to: Day;
  readonly because: string;
  /** Notes that are the cause. */
  readonly notes: readonly RecordId[];
  /** Days between the move and the date that it gave up; negative where that had passed. */
  readonly notice: number;
  /** What engineering had said of the date that it gave up. */
  readonly gaveUp: Agreement;
}

/** A date on the roadmap, as everyone with the same set of events sees it. */
export interface Milestone extends RecordState {
  readonly fields: Registers<MilestoneFields>;
  /** The date it was opened with. */
  readonly firstDay: Day;
  /** The date now. */
  readonly day: Day;
  /** Every move, in the order of the fold. */
  readonly moves: readonly Move[];
  /** Moves that have not seen each other: two dates stand until somebody moves it again. One where there is no doubt, none before the first. */
  readonly standing: readonly EventId[];
  /** The most cautious of the answers that stand. */
  readonly agreement: Agreement;
  /** What engineering says of the date now: several where people answered without having seen each other's answer. */
  readonly answers: readonly EngineeringAnswer[];
}
