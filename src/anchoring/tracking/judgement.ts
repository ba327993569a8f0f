import { evidenceNames } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";

/** A logistic model: how much each piece of evidence counts, and from which probability on a place is taken. */
export interface Judgement {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Evidence, number>>;
  readonly threshold: number;
}

export const judgement: Judgement = {
  bias: -5.642,
  weights: {
    text: 0.951,
    strange: -1.863,
    kept: 2.945,
    head: 2.898,
    nameInPlace: 2.777,
    nameElsewhere: 1.314,
    otherName: -1.322,
    inContainer: 0.141,
    context: 0.564,
    inOrder: 1.937,
    taken: -3.594,
    ownFileThere: -1.96,
    telling: 0.643,
  },
  threshold: 0.35,
};

/** The probability that a place with this evidence is the right one. */
export function probability(evidence: Evidence, { bias, weights }: Judgement): number {
  let sum = bias;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
