import { at } from "./at.ts";
import { lineSimilarity, mostSimilarity } from "./line-similarity.ts";
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

/** Cells of a table of old lines by new lines that is filled in, in one gap and in all; beyond, only equal lines are aligned. */
const LARGEST_TABLE = 60_000;
const ALL_TABLES = 600_000;

/** Edits that are looked for in a gap too large for a table. */
const MOST_EDITS = 200;

/** What a line must tell for its standing alone in a gap to mean something: a lone bracket's does not. */
const TELLING_LANDMARK = 0.25;

/** What a pair of similar lines is worth, of what its likeness says: an equal pair is always better. */
const CHANGED = 0.9;

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
  let cells = 0;
  const waiting: [number, number, number, number][] = [[oldSpan.from, oldSpan.to, newSpan.from, newSpan.to]];
  for (let gap = waiting.pop(); gap !== undefined; gap = waiting.pop()) {
    let [a0, a1, b0, b1] = gap;
    while (a0 < a1 && b0 < b1 && at(old.keys, a0) === at(now.keys, b0)) set(a0++, b0++, 1);
    while (a0 < a1 && b0 < b1 && at(old.keys, a1 - 1) === at(now.keys, b1 - 1)) set(--a1, --b1, 1);
    if (a0 >= a1 || b0 >= b1) continue;
    const table = (a1 - a0) * (b1 - b0);
    const small = table <= LARGEST_TABLE && cells + table <= ALL_TABLES;
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
    } else if (small) {
      cells += table;
      fillGap(old, a0, a1, now, b0, b1, set);
    } else for (const [i, j] of equalLines(old.keys, a0, a1, now.keys, b0, b1)) set(i, j, 1);
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
export function longestIncreasing(pairs: readonly [number, number][]): [number, number][] {
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
    const own = at(old.keys, row);
    for (let j = 1; j <= columns; j++) {
      const key = at(now.keys, b0 + j - 1);
      const like =
        own === key
          ? 1
          : mostSimilarity(own.length, key.length) < LIKE
            ? 0
            : lineSimilarity(old, row, now, b0 + j - 1, LIKE);
      likeness[(i - 1) * columns + j - 1] = like;
      const cell = i * width + j;
      const diagonal = cell - width - 1;
      let worth = -1;
      if (like >= LIKE) {
        worth =
          weight * (like === 1 ? 1 : like * CHANGED) +
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

/** The equal lines of the shortest edit script, where it has few edits (E. Myers, An O(ND) Difference Algorithm, 1986); none where it has many. */
function equalLines(
  oldKeys: readonly string[],
  a0: number,
  a1: number,
  newKeys: readonly string[],
  b0: number,
  b1: number,
): [number, number][] {
  const rows = a1 - a0;
  const columns = b1 - b0;
  const furthest = new Int32Array(2 * MOST_EDITS + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= MOST_EDITS; edits++) {
    trace.push(furthest.slice(MOST_EDITS + 1 - edits - 1, MOST_EDITS + 1 + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const middle = MOST_EDITS + 1 + diagonal;
      const down =
        diagonal === -edits || (diagonal !== edits && at(furthest, middle - 1) < at(furthest, middle + 1));
      let x = down ? at(furthest, middle + 1) : at(furthest, middle - 1) + 1;
      while (x < rows && x - diagonal < columns && at(oldKeys, a0 + x) === at(newKeys, b0 + x - diagonal))
        x++;
      furthest[middle] = x;
      if (x >= rows && x - diagonal >= columns) return retrace(trace, rows, columns, a0, b0);
    }
  }
  return [];
}

function retrace(
  trace: readonly Int32Array[],
  rows: number,
  columns: number,
  a0: number,
  b0: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  let x = rows;
  let y = columns;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    // The furthest x of each diagonal before this edit; diagonal 0 is at `edits + 1`.
    const furthest = at(trace, edits);
    const diagonal = x - y;
    const index = diagonal + edits + 1;
    const down =
      diagonal === -edits || (diagonal !== edits && at(furthest, index - 1) < at(furthest, index + 1));
    const before = down ? diagonal + 1 : diagonal - 1;
    const fromX = at(furthest, before + edits + 1);
    const fromY = fromX - before;
    while (x > fromX && y > fromY) pairs.push([a0 + --x, b0 + --y]);
    x = fromX;
    y = fromY;
  }
  return pairs.reverse();
}
