import { evidenceNames } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";

/** A logistic model: how much each piece of evidence counts, and from which probability on a place is taken. */
export interface Judgement {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Evidence, number>>;
  readonly threshold: number;
}

export const judgement: Judgement = {
  bias: -5.37,
  weights: {
    text: 1.08,
    strange: -1.41,
    kept: 2.75,
    head: 3.06,
    nameInPlace: 2.65,
    nameElsewhere: 1.04,
    otherName: -1.65,
    context: 0.54,
    inOrder: 1.7,
    taken: -3.53,
    ownFileThere: -1.83,
    telling: 0.72,
  },
  threshold: 0.35,
};

/** The probability that a place with this evidence is the right one. */
export function probability(evidence: Evidence, { bias, weights }: Judgement): number {
  let sum = bias;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
