import { longestIncreasing } from "./align-lines.ts";
import { at } from "./at.ts";

/** A shorter line is likely to stand in a file again, so that where it stands says nothing. */
const FEWEST_CHARACTERS = 8;

const NOWHERE = -1;
const SEVERAL = -2;

/**
 * Which lines of a text stand in another as they were, in order: what both begin and end with, lines that stand once in either (patience diff,
 * B. Cohen 2008), and the equal lines next to those. Rows count from 0. It says less than an alignment, for a fraction of the work.
 */
export class LineMap {
  readonly old: readonly string[];
  readonly now: readonly string[];
  /** For each old row the new one, or -1. */
  readonly to: Int32Array;
  /** The row of each old line; negative where it stands there several times. */
  readonly #rows: ReadonlyMap<string, number>;
  readonly #landmarks = new Set<number>();

  constructor(old: readonly string[], now: readonly string[]) {
    this.old = old;
    this.now = now;
    this.to = new Int32Array(old.length).fill(NOWHERE);
    this.#rows = rowsOf(old);
    let begin = 0;
    const shorter = Math.min(old.length, now.length);
    while (begin < shorter && old[begin] === now[begin]) begin++;
    let end = 0;
    while (end < shorter - begin && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
    for (let row = 0; row < begin; row++) this.to[row] = row;
    for (let left = end; left > 0; left--) this.to[old.length - left] = now.length - left;

    const unique = this.#unique();
    const between = longestIncreasing(
      unique.filter(
        ([row, newRow]) =>
          row >= begin && row < old.length - end && newRow >= begin && newRow < now.length - end,
      ),
    );
    let [row, newRow] = [begin, begin];
    for (const [nextRow, nextNew] of [...between, [old.length - end, now.length - end] as const]) {
      this.#fill(row, newRow, nextRow, nextNew);
      if (nextRow < old.length - end) this.to[nextRow] = nextNew;
      [row, newRow] = [nextRow + 1, nextNew + 1];
    }
    for (const [landmark, there] of unique) if (this.to[landmark] === there) this.#landmarks.add(landmark);
  }

  /** Whether a line stands once in either text, and tells something, and is where it should be. */
  isLandmark(row: number): boolean {
    return this.#landmarks.has(row);
  }

  /** Whether the old text has a line of the new one that tells something. */
  wasThere(newRow: number): boolean {
    const line = at(this.now, newRow);
    return tells(line) && this.#rows.has(line);
  }

  #unique(): [number, number][] {
    const rows = rowsOf(this.now);
    const unique: [number, number][] = [];
    for (const [line, row] of this.#rows) {
      const newRow = row < 0 ? undefined : rows.get(line);
      if (newRow !== undefined && newRow >= 0 && tells(line)) unique.push([row, newRow]);
    }
    return unique;
  }

  /** Equal lines at the beginning and the end of a gap. */
  #fill(from: number, newFrom: number, to: number, newTo: number): void {
    const { old, now } = this;
    while (from < to && newFrom < newTo && old[from] === now[newFrom]) this.to[from++] = newFrom++;
    while (from < to && newFrom < newTo && old[to - 1] === now[newTo - 1]) this.to[--to] = --newTo;
  }
}

/** Whether it says something where a line stands. */
export const tells = (line: string): boolean => line.trim().length >= FEWEST_CHARACTERS;

function rowsOf(lines: readonly string[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const [row, line] of lines.entries()) rows.set(line, rows.has(line) ? SEVERAL : row);
  return rows;
}
