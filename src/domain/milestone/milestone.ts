import type { Day } from "../dates.ts";
import type { EventId, RecordId } from "../ids.ts";
import type { RecordState, Registers, Said } from "../record.ts";
import type { Firmness } from "../words.ts";

/** The fields of a milestone that anyone may set, and their values when nobody has. Its date moves by moves alone. */
export interface MilestoneFields {
  title: string;
  /** Whom it was promised to, in words: "support", "the board". */
  promisedTo: string;
  firmness: Firmness;
  /** Why this date can't move, or what hangs on it. */
  whyThisDate: string;
}

/** One move of the date. */
export interface Move extends Said {
  /** What its writer saw as the date before. */
  readonly from: Day;
  readonly to: Day;
  readonly because: string;
  /** Notes that are the cause. */
  readonly notes: readonly RecordId[];
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
}
