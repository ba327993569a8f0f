import type { SourceFile } from "./source-file.ts";
import { at } from "./at.ts";

/**
 * How alike two lines are, 0 to 1: Dice's coefficient over pairs of neighbouring characters, white space left out. It sees a name with a
 * letter changed as nearly equal, which a comparison of words does not, and costs less than an edit distance. 0 where it is under `least`, which takes less to say.
 */
export function lineSimilarity(
  one: SourceFile,
  row: number,
  other: SourceFile,
  otherRow: number,
  least = 0,
): number {
  if (at(one.keys, row) === at(other.keys, otherRow)) return 1;
  const left = one.pairs(row);
  const right = other.pairs(otherRow);
  const all = Math.max(1, left.length + right.length);
  const likeness = (sharedPairs(left, right, (least * all) / 2) * 2) / all;
  return likeness < least ? 0 : likeness;
}

/** How many of two sorted lists of pairs are in both; fewer where they are fewer than `least`. */
export function sharedPairs(left: Int32Array, right: Int32Array, least = 0): number {
  let shared = 0;
  // How many on either side may still be left without a partner.
  let alone = left.length - least;
  let otherAlone = right.length - least;
  for (let i = 0, j = 0; i < left.length && j < right.length && alone >= 0 && otherAlone >= 0;) {
    const a = left[i] ?? 0;
    const b = right[j] ?? 0;
    if (a === b) {
      shared++;
      i++;
      j++;
    } else if (a < b) {
      i++;
      alone--;
    } else {
      j++;
      otherAlone--;
    }
  }
  return shared;
}

/** The most that `lineSimilarity` can be for keys of these lengths. */
export const mostSimilarity = (one: number, other: number): number =>
  one === 0 || other === 0 ? 0 : (2 * Math.min(one + 1, other + 1)) / (one + other + 2);
