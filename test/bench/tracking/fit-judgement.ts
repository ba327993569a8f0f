import { evidenceNames } from "../../../src/anchoring/tracking/evidence.ts";
import type { Evidence } from "../../../src/anchoring/tracking/evidence.ts";
import type { Judgement } from "../../../src/anchoring/tracking/judgement.ts";

/** A place that was proposed, and how right it is. */
export interface Sample {
  readonly evidence: Evidence;
  /** F1 over lines with the truth; below a half it counts as wrong. */
  readonly f1: number;
  readonly weight: number;
}

/** Pulls the weights towards 0 so that few cases do not decide; tried: 0.1, 0.3, 1 and 3, with the same figures within half a point. */
const RIDGE = 0.3;

/** Logistic regression with a ridge, by Newton's method. */
export function fitJudgement(samples: readonly Sample[], threshold: number): Judgement {
  const size = evidenceNames.length + 1;
  const rows = samples.map(({ evidence, f1, weight }) => ({
    x: [1, ...evidenceNames.map((name) => evidence[name])],
    y: f1 >= 0.5 ? f1 : 0,
    weight,
  }));
  let beta = new Array<number>(size).fill(0);
  for (let round = 0; round < 50; round++) {
    const gradient = beta.map((value, index) => (index === 0 ? 0 : RIDGE) * value);
    const hessian = beta.map((_, row) =>
      beta.map((_, column) => (row === column ? (row === 0 ? 1e-6 : RIDGE) : 0)),
    );
    for (const { x, y, weight } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, index) => sum + value * beta[index]!, 0)));
      for (let i = 0; i < size; i++) {
        gradient[i]! += weight * (p - y) * x[i]!;
        for (let j = 0; j < size; j++) hessian[i]![j]! += weight * p * (1 - p) * x[i]! * x[j]!;
      }
    }
    const step = solve(hessian, gradient);
    beta = beta.map((value, index) => value - step[index]!);
    if (step.every((value) => Math.abs(value) < 1e-8)) break;
  }
  return {
    bias: beta[0]!,
    weights: Object.fromEntries(evidenceNames.map((name, index) => [name, beta[index + 1]!])) as Record<
      keyof Evidence,
      number
    >,
    threshold,
  };
}

/** Solves `matrix` · x = `right` (Gauss, with pivots). */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let index = column; index <= size; index++) rows[row]![index]! -= factor * rows[column]![index]!;
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!);
}
