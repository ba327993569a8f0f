import type { RecordState, Registers } from "../record.ts";

/** The fields of a word of the glossary that anyone may set, and their values when nobody has. */
export interface TermFields {
  /** The word, as it stands in texts: "MRR", "cold start". */
  term: string;
  /** What it means, in words that a reader outside engineering knows. */
  explanation: string;
  withdrawn: boolean;
}

/** A word that the team explains once. */
export interface Term extends RecordState {
  readonly fields: Registers<TermFields>;
}
