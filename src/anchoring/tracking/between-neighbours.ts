import { at } from "./at.ts";
import { tells } from "./line-map.ts";
import type { LineMap } from "./line-map.ts";
import { lineSimilarity } from "./line-similarity.ts";
import { SourceFile } from "./source-file.ts";

/** Lines as alike as this are one line that was edited, where one stands in the other's place. */
const EDITED = 0.6;

/** Lines next to a region that may be gone or edited. */
const MOST_BETWEEN = 3;

/** Lines on either side in which something tells where a region without a telling line of its own is. */
const NEAR = 6;

/** Lines `from` to `to`, both included, counted from 0. */
interface Rows {
  readonly from: number;
  readonly to: number;
}

/**
 * Where lines are that their neighbours hold in place: the next lines on either side stand in the new text as they were, or gone or edited
 * where they stood, and between them the lines are as they were, or edited so little that nothing else can be meant. Undefined where that
 * takes a closer look.
 */
export function betweenNeighbours(was: Rows, map: LineMap): Rows | undefined {
  const is = rowsBetween(was, map);
  if (is === undefined) return undefined;
  return (size(was) === size(is) ? isInPlace : isEditedInside)(was, is, map) ? is : undefined;
}

const size = ({ from, to }: Rows): number => to - from + 1;

/** The new rows between what the lines around a region became, blank ones left out. */
function rowsBetween({ from, to }: Rows, map: LineMap): Rows | undefined {
  if (isBlank(map.old, from) || isBlank(map.old, to)) return undefined;
  const above = edgeAt(from, -1, map);
  const below = edgeAt(to, 1, map);
  return above === undefined || below === undefined || above > below ? undefined : { from: above, to: below };
}

/**
 * The new row of a region's first or last row: next to what the next line outside of the region became. Lines between may be gone, or edited
 * where they stood.
 */
function edgeAt(start: number, step: 1 | -1, { old, now, to }: LineMap): number | undefined {
  const between: number[] = [];
  let next = nextFilled(old, start, step);
  for (; isIn(old, next) && at(to, next) < 0; next = nextFilled(old, next, step)) {
    if (between.length === MOST_BETWEEN) return undefined;
    between.unshift(next);
  }
  const inward = step === 1 ? -1 : 1;
  const outside = isIn(old, next) ? at(to, next) : step === 1 ? now.length : -1;
  let edge = nextFilled(now, outside, inward);
  const own = at(to, start);
  if (between.length === 0 || own === edge) return isIn(now, edge) ? edge : undefined;
  for (const row of between) {
    if (!isIn(now, edge) || !isAlike(at(old, row), at(now, edge))) return undefined;
    edge = nextFilled(now, edge, inward);
  }
  return own === edge ? edge : undefined;
}

const isIn = (lines: readonly string[], row: number): boolean => row >= 0 && row < lines.length;

function isAlike(one: string, other: string): boolean {
  return lineSimilarity(new SourceFile("", one), 0, new SourceFile("", other), 0) >= EDITED;
}

/** Line for line as it was, or edited a little; or most of it as it was, with the lines at its ends where they were. */
function isInPlace(was: Rows, is: Rows, map: LineMap): boolean {
  let kept = 0;
  let edited = 0;
  let hasLandmark = false;
  const shift = is.from - was.from;
  for (let row = was.from; row <= was.to; row++) {
    const isKept = at(map.to, row) === row + shift;
    if (isKept) kept++;
    else if (isAlike(at(map.old, row), at(map.now, row + shift))) edited++;
    else if (row === was.from || row === was.to) return false;
    hasLandmark ||= isKept && map.isLandmark(row);
  }
  if (!hasLandmark && !(isFramed(was.from, -1, map) && isFramed(was.to, 1, map) && !isCopied(was, map)))
    return false;
  return kept + edited === size(was) || (hasLandmark && 2 * kept >= size(was));
}

/** Whether a line that can stand nowhere else, or the end of the text, is near a row, with nothing between that changed. */
function isFramed(start: number, step: 1 | -1, map: LineMap): boolean {
  for (let row = start + step; Math.abs(row - start) <= NEAR; row += step) {
    if (!isIn(map.old, row)) return true;
    if (at(map.to, row) < 0) return false;
    if (map.isLandmark(row)) return true;
    if (isIn(map.old, row + step) && at(map.to, row + step) !== at(map.to, row) + step) return false;
  }
  return false;
}

/** Whether telling lines of the region stand in the new text more often than in the old one: then this may be the copy. */
function isCopied({ from, to }: Rows, { old, now }: LineMap): boolean {
  const own = new Set(old.slice(from, to + 1).filter(tells));
  const count = (lines: readonly string[]) => lines.filter((line) => own.has(line)).length;
  return count(now) > count(old);
}

/** Most of it as it was, both its ends held by lines of its own, and what came between them neither much nor from elsewhere in the text. */
function isEditedInside(was: Rows, is: Rows, map: LineMap): boolean {
  if (at(map.to, was.from) !== is.from || at(map.to, was.to) !== is.to) return false;
  if (!isHeld(was, was.from, 1, map) || !isHeld(was, was.to, -1, map)) return false;
  const kept = new Set<number>();
  for (let row = was.from; row <= was.to; row++) if (at(map.to, row) >= 0) kept.add(at(map.to, row));
  if (2 * kept.size < size(was) || size(is) - kept.size > size(was)) return false;
  for (let row = is.from; row <= is.to; row++)
    if (!kept.has(row) && (map.wasThere(row) || startsBeside(map.now, row, is.from))) return false;
  return true;
}

/** Whether a line of the region that can stand nowhere else follows from `row` on, with nothing between that changed. */
function isHeld({ from, to }: Rows, start: number, step: 1 | -1, map: LineMap): boolean {
  for (let row = start; row >= from && row <= to; row += step) {
    if (at(map.to, row) !== at(map.to, start) + row - start) return false;
    if (map.isLandmark(row)) return true;
  }
  return false;
}

/** Whether something begins at a row that stands beside what the region begins with, not in it: another paragraph, another definition. */
const startsBeside = (lines: readonly string[], row: number, first: number): boolean =>
  isBlank(lines, row - 1) && !isBlank(lines, row) && indentOf(lines, row) <= indentOf(lines, first);

const indentOf = (lines: readonly string[], row: number): number => at(lines, row).search(/\S/);

const isBlank = (lines: readonly string[], row: number): boolean => at(lines, row).trim() === "";

/** The next row that is not blank, in one direction; one outside of the text where there is none. */
function nextFilled(lines: readonly string[], start: number, step: 1 | -1): number {
  let row = start + step;
  while (row >= 0 && row < lines.length && isBlank(lines, row)) row += step;
  return row;
}
