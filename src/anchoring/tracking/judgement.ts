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
  bias: -4.97,
  weights: {
    strange: -1.85,
    kept: 3.13,
    head: 3.23,
    nameInPlace: 2.36,
    nameElsewhere: 0.51,
    otherName: -1.87,
    context: 0.79,
    inOrder: 1.53,
    taken: -3.61,
    away: -3.02,
    telling: 0.86,
  },
  threshold: 0.3,
};

/** The probability that a place with this evidence is the right one. */
export function probability(evidence: Evidence, { bias, weights }: Judgement): number {
  let sum = bias;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
