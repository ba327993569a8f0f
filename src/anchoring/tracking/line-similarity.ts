import type { SourceFile } from "./source-file.ts";
import { at } from "./at.ts";

/**
 * How alike two lines are, 0 to 1: Dice's coefficient over pairs of neighbouring characters, white space left out. It sees a name with a
 * letter changed as nearly equal, which a comparison of words does not, and costs less than an edit distance.
 */
export function lineSimilarity(one: SourceFile, row: number, other: SourceFile, otherRow: number): number {
  if (at(one.keys, row) === at(other.keys, otherRow)) return 1;
  const left = one.pairs(row);
  const right = other.pairs(otherRow);
  return (sharedPairs(left, right) * 2) / Math.max(1, left.length + right.length);
}

export function sharedPairs(left: Int32Array, right: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const a = left[i] ?? 0;
    const b = right[j] ?? 0;
    if (a === b) {
      shared++;
      i++;
      j++;
    } else if (a < b) i++;
    else j++;
  }
  return shared;
}

/** The most that `lineSimilarity` can be for keys of these lengths. */
export const mostSimilarity = (one: number, other: number): number =>
  one === 0 || other === 0 ? 0 : (2 * Math.min(one + 1, other + 1)) / (one + other + 2);
