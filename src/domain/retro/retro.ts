import type { Day, Moment } from "../dates.ts";
import type { RecordId } from "../ids.ts";
import type { RecordState, Registers, Said } from "../record.ts";

/** The days that a retro looks back at, both included. */
export interface RetroPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** The fields of a retro that anyone may set, and their values when nobody has. */
export interface RetroFields {
  /** What it looks back at, as people call it: "Sprint 14", "Returns chatbot". */
  name: string;
  period: RetroPeriod | null;
  closed: boolean;
}

/** Which box it was written in: "Something I did that didn't work", what got in the way, what helped. */
export type RetroPart = "mine" | "inTheWay" | "helped";

/** What somebody shared in a box. */
export interface RetroWords extends Said {
  readonly part: RetroPart;
  /** As it was last corrected by whoever wrote it. */
  readonly text: string;
  readonly corrected?: Said | undefined;
  /** What stood there before, oldest first, each with when it was said. */
  readonly earlier: readonly { readonly text: string; readonly at: Moment }[];
}

/** Something that is to be done, as it was taken down; and the notes and briefs that were made of it. */
export interface RetroAction extends Said {
  readonly text: string;
  readonly made: readonly (Said & { readonly record: RecordId })[];
}

/** A look back, as everyone with the same set of events sees it. */
export interface Retro extends RecordState {
  readonly fields: Registers<RetroFields>;
  /** Every box that was shared, in the order of the fold. */
  readonly words: readonly RetroWords[];
  /** "Start without": who said so. More than one where people did not see each other's. */
  readonly startedWithout: readonly Said[];
  readonly actions: readonly RetroAction[];
}

/** Whether what people wrote is for everybody to read: whoever looks after the product has gone first, or somebody started without. */
export const isUnderWay = ({ words, startedWithout }: Retro): boolean =>
  startedWithout.length > 0 || words.some(({ part }) => part === "mine");
