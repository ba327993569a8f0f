import { evidenceNames } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";

/** A logistic model: how much each piece of evidence counts, and from which probability on a place is taken. */
export interface Judgement {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Evidence, number>>;
  readonly threshold: number;
}

/** Fitted on labelled cases of code that moved, by test/bench/tracking/tune.ts; docs/anchoring.md says how and what it is worth. */
export const judgement: Judgement = {
  bias: -5.12,
  weights: {
    text: 0.89,
    strange: -1.46,
    kept: 2.63,
    head: 3.15,
    nameInPlace: 2.42,
    nameElsewhere: 0.57,
    otherName: -1.73,
    context: 0.69,
    inOrder: 1.53,
    taken: -3.59,
    away: -2.98,
    telling: 0.75,
  },
  threshold: 0.3,
};

/** The probability that a place with this evidence is the right one. */
export function probability(evidence: Evidence, { bias, weights }: Judgement): number {
  let sum = bias;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
