import { at } from "./at.ts";
import { lineSimilarity } from "./line-similarity.ts";
import type { SourceFile } from "./source-file.ts";

/** Lines `from` up to, not including, `to`, counted from 0. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Which line of the new text each line of a span of the old text became. */
export interface Alignment {
  readonly from: number;
  /** For line `from + i` the new line, or -1. */
  readonly to: Int32Array;
  /** How alike the two lines are, 0 to 1. */
  readonly likeness: Float64Array;
}

/** Lines less alike than this are not the same line. */
export const LIKE = 0.5;

/** Cells of a table of old lines by new lines that is filled in; what is larger is aligned by equal lines only. */
const LARGEST_TABLE = 60_000;

/** What a line must tell for its standing alone in a gap to mean something: a lone bracket's does not. */
const TELLING_LANDMARK = 0.25;

/** What it is worth that two pairs of lines follow each other: enough to decide between equals. */
const FOLLOWS = 0.05;

/**
 * Aligns two spans: first the lines that stand in both once (patience diff, B. Cohen 2008; as git's `--patience`), then, in the gaps between,
 * the alignment of equal and similar lines that is worth most by what the lines tell (Needleman and Wunsch 1970).
 */
export function alignLines(old: SourceFile, oldSpan: Span, now: SourceFile, newSpan: Span): Alignment {
  const size = Math.max(0, oldSpan.to - oldSpan.from);
  const alignment: Alignment = {
    from: oldSpan.from,
    to: new Int32Array(size).fill(-1),
    likeness: new Float64Array(size),
  };
  const set = (row: number, newRow: number, likeness: number): void => {
    alignment.to[row - oldSpan.from] = newRow;
    alignment.likeness[row - oldSpan.from] = likeness;
  };
  const waiting: [number, number, number, number][] = [[oldSpan.from, oldSpan.to, newSpan.from, newSpan.to]];
  for (let gap = waiting.pop(); gap !== undefined; gap = waiting.pop()) {
    let [a0, a1, b0, b1] = gap;
    while (a0 < a1 && b0 < b1 && at(old.keys, a0) === at(now.keys, b0)) set(a0++, b0++, 1);
    while (a0 < a1 && b0 < b1 && at(old.keys, a1 - 1) === at(now.keys, b1 - 1)) set(--a1, --b1, 1);
    if (a0 >= a1 || b0 >= b1) continue;
    const small = (a1 - a0) * (b1 - b0) <= LARGEST_TABLE;
    const landmarks = commonUniqueLines(old, a0, a1, now, b0, b1, small ? TELLING_LANDMARK : 0);
    if (landmarks.length > 0) {
      let [a, b] = [a0, b0];
      for (const [i, j] of landmarks) {
        set(i, j, 1);
        if (i > a && j > b) waiting.push([a, i, b, j]);
        a = i + 1;
        b = j + 1;
      }
      waiting.push([a, a1, b, b1]);
    } else if (small) fillGap(old, a0, a1, now, b0, b1, set);
  }
  return alignment;
}

/** The longest run, in order on both sides, of lines that stand once in either span. */
function commonUniqueLines(
  { keys: oldKeys, weights }: SourceFile,
  a0: number,
  a1: number,
  { keys: newKeys }: SourceFile,
  b0: number,
  b1: number,
  telling: number,
): [number, number][] {
  const seen = new Map<string, { old: number; new: number }>();
  const SEVERAL = -2;
  for (let i = a0; i < a1; i++) {
    const known = seen.get(at(oldKeys, i));
    if (known === undefined) seen.set(at(oldKeys, i), { old: i, new: -1 });
    else known.old = SEVERAL;
  }
  for (let j = b0; j < b1; j++) {
    const known = seen.get(at(newKeys, j));
    if (known !== undefined) known.new = known.new === -1 ? j : SEVERAL;
  }
  const unique: [number, number][] = [];
  for (const [key, { old, new: now }] of seen)
    if (key !== "" && old >= 0 && now >= 0 && at(weights, old) >= telling) unique.push([old, now]);
  unique.sort((one, other) => one[0] - other[0]);
  return longestIncreasing(unique);
}

/** The longest subsequence whose second numbers grow (patience sorting). */
function longestIncreasing(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, value], index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(pairs, at(tops, middle))[1] < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? at(tops, low - 1) : -1;
    tops[low] = index;
  });
  const run: [number, number][] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = at(before, index)) run.push(at(pairs, index));
  return run.reverse();
}

function fillGap(
  old: SourceFile,
  a0: number,
  a1: number,
  now: SourceFile,
  b0: number,
  b1: number,
  set: (row: number, newRow: number, likeness: number) => void,
): void {
  const rows = a1 - a0;
  const columns = b1 - b0;
  const width = columns + 1;
  const likeness = new Float64Array(rows * columns);
  // `matched` is the best worth of an alignment that ends with this pair, `best` of any up to here.
  const matched = new Float64Array((rows + 1) * width).fill(-1);
  const best = new Float64Array((rows + 1) * width);
  for (let i = 1; i <= rows; i++) {
    const row = a0 + i - 1;
    const weight = at(old.weights, row) + 0.01;
    for (let j = 1; j <= columns; j++) {
      const like =
        old.isBlank(row) !== now.isBlank(b0 + j - 1) ? 0 : lineSimilarity(old, row, now, b0 + j - 1);
      likeness[(i - 1) * columns + j - 1] = like;
      const cell = i * width + j;
      const diagonal = cell - width - 1;
      let worth = -1;
      if (like >= LIKE) {
        const own = weight * (like === 1 ? 1 : like * 0.9);
        worth =
          own +
          Math.max(at(best, diagonal), at(matched, diagonal) >= 0 ? at(matched, diagonal) + FOLLOWS : -1);
      }
      matched[cell] = worth;
      best[cell] = Math.max(worth, at(best, cell - 1), at(best, cell - width));
    }
  }
  let i = rows;
  let j = columns;
  let inRun = false;
  while (i > 0 && j > 0) {
    const cell = i * width + j;
    const worth = at(matched, cell);
    if (worth >= 0 && (inRun || worth >= at(best, cell) - 1e-12)) {
      const diagonal = cell - width - 1;
      set(a0 + i - 1, b0 + j - 1, at(likeness, (i - 1) * columns + j - 1));
      inRun = at(matched, diagonal) >= 0 && at(matched, diagonal) + FOLLOWS >= at(best, diagonal);
      i--;
      j--;
    } else if (at(best, cell - 1) >= at(best, cell - width)) j--;
    else i--;
  }
}
