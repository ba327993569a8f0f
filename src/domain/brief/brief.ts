import type { RecordState, Registers, Said } from "../record.ts";
import type { Day } from "../dates.ts";
import type { RecordId } from "../ids.ts";
import type { Turn } from "../whose-turn.ts";

/** What the why is of: a stretch of work with its two days, both included, or a date on the roadmap. */
export type BriefScope =
  | { readonly kind: "sprint"; readonly name: string; readonly from: Day; readonly to: Day }
  | { readonly kind: "milestone"; readonly milestone: RecordId };

/** A part of the product that the work touches, by the name people have for it. */
export interface BriefArea {
  readonly name: string;
  /** Paths from the top of the repository, or globs: `src/returns/**`. */
  readonly paths: readonly string[];
}

/** The fields of a brief that anyone may set, and their values when nobody has. */
export interface BriefFields {
  /** One paragraph: who it is for and what happens to them today, what hurts, what is different when it works. */
  text: string;
  scope: BriefScope | null;
  areas: readonly BriefArea[];
}

export type ChallengeKind = "challenge" | "betterIdea";

export interface ChallengeReply extends Said {
  readonly text: string;
  /** An answer, or the challenger asking further. */
  readonly kind: "answer" | "further";
}

/** What an engineer has against a why, or would do instead. It waits for an answer until its writer accepts one. */
export interface Challenge extends Said {
  readonly kind: ChallengeKind;
  readonly text: string;
  readonly replies: readonly ChallengeReply[];
  readonly accepted?: Said | undefined;
  readonly waitsFor: Turn;
}

/** The why of a sprint or of a date, as everyone with the same set of events sees it. */
export interface Brief extends RecordState {
  readonly fields: Registers<BriefFields>;
  readonly challenges: readonly Challenge[];
}
