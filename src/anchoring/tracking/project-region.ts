import type { Alignment, Span } from "./align-lines.ts";
import { at } from "./at.ts";
import { sharedPairs } from "./line-similarity.ts";
import { commentedFrom, decoratedFrom } from "./region-shape.ts";
import type { RegionShape } from "./region-shape.ts";
import type { SourceFile } from "./source-file.ts";

/** Lines `from` to `to`, both included, counted from 0. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Lines by which the last part of a statement may have moved away from its first. */
const NEAR = 3;

/** A line that tells less than this is a bracket and the like. */
const TELLING = 0.3;

/** The region of the new text that `alignment` says the region of the old one became. */
export function projectRegion(
  shape: RegionShape,
  old: SourceFile,
  now: SourceFile,
  alignment: Alignment,
  within: Span,
): Rows | undefined {
  const map = (row: number): number => {
    const index = row - alignment.from;
    return index >= 0 && index < alignment.to.length ? at(alignment.to, index) : -1;
  };
  if (shape.kind === "unit") {
    const head = headOf(shape, old, now, map);
    const definition = old.isDefinition(shape.head);
    if (head >= 0) {
      const rows = unitRows(shape, now, head, map);
      // One statement over several lines may have become several statements: then its last line says where they end.
      const last = map(shape.to);
      const block = definition || /[{:]\s*$/.test(at(old.lines, shape.head));
      return !block &&
        last > rows.to &&
        last - rows.to <= shape.to - shape.from + NEAR &&
        at(old.weights, shape.to) > TELLING
        ? { from: rows.from, to: last }
        : rows;
    }
    if (definition) return undefined;
  }
  if (shape.kind === "comment") {
    const rows = commentRows(shape, old, now, map);
    if (rows !== undefined) return rows;
  }
  const from = startOf(shape, old, now, map, within);
  if (from < 0) return undefined;
  const unit = shape.lastUnit >= 0 ? map(shape.lastUnit) : -1;
  const to =
    unit >= 0 && at(now.units.end, unit) >= 0 ? at(now.units.end, unit) : endOf(shape, old, now, map, within);
  return to < from ? undefined : { from, to };
}

/** A whole unit that starts at `head` in the new text, with as much in front of it as the region had. */
export function unitRows(
  shape: RegionShape,
  now: SourceFile,
  head: number,
  map: (row: number) => number,
): Rows {
  const to = now.unitEnd(head);
  if (shape.starts === "below decorator") return { from: head, to };
  const decorated = decoratedFrom(now, head);
  if (shape.starts === "at decorator") return { from: decorated, to };
  const commented = commentedFrom(now, decorated);
  const first = map(shape.from);
  return { from: first >= 0 && first < commented ? first : commented, to };
}

/** The new first line of the region's unit: the line its own became, or else the start of the unit that holds most of what the old one held. */
function headOf(shape: RegionShape, old: SourceFile, now: SourceFile, map: (row: number) => number): number {
  const direct = map(shape.head);
  if (direct >= 0 && at(now.units.end, direct) >= 0) return direct;
  if (shape.head === shape.lastUnit && shape.to === shape.head) return -1;
  const votes = new Map<number, number>();
  for (let row = shape.head + 1; row <= shape.to; row++) {
    if (at(old.units.parent, row) !== shape.head) continue;
    const to = map(row);
    const unit = to < 0 ? -1 : at(now.units.parent, to);
    if (unit >= 0) votes.set(unit, (votes.get(unit) ?? 0) + at(old.weights, row));
  }
  let best = -1;
  let most = 0;
  for (const [unit, weight] of votes) if (weight > most) [best, most] = [unit, weight];
  return best;
}

/** A comment that the region was the whole of stays whole. */
function commentRows(
  shape: RegionShape,
  old: SourceFile,
  now: SourceFile,
  map: (row: number) => number,
): Rows | undefined {
  if (at(old.units.commentEnd, shape.from) !== shape.to) return undefined;
  let first = -1;
  let last = -1;
  for (let row = shape.from; row <= shape.to; row++) {
    const to = map(row);
    if (to < 0 || !now.isComment(to)) continue;
    if (first < 0) first = to;
    last = to;
  }
  return first < 0 ? undefined : { from: commentAround(now, first).from, to: commentAround(now, last).to };
}

function commentAround(file: SourceFile, row: number): Rows {
  let from = row;
  while (from > 0 && at(file.units.commentEnd, from) < 0) from--;
  return { from, to: Math.max(row, at(file.units.commentEnd, from)) };
}

const likeAny = (file: SourceFile, row: number, other: SourceFile, from: number, to: number): number => {
  let best = 0;
  const pairs = file.pairs(row);
  for (let line = from; line < to; line++) {
    const others = other.pairs(line);
    best = Math.max(best, sharedPairs(pairs, others) / Math.max(1, Math.min(pairs.length, others.length)));
  }
  return best;
};

/** What a new line shares at least with the old lines that it is said to replace. */
const REPLACES = 0.3;

/** In a gap of more lines than this nobody can say which new line replaced which old one. */
const WIDEST_GAP = 300;

function startOf(
  shape: RegionShape,
  old: SourceFile,
  now: SourceFile,
  map: (row: number) => number,
  within: Span,
): number {
  let inside = shape.from;
  while (inside <= shape.to && map(inside) < 0) inside++;
  let before = shape.from - 1;
  while (before >= 0 && map(before) < 0) before--;
  let behind = inside;
  if (inside > shape.to) while (behind < old.count && map(behind) < 0) behind++;
  const limit = behind < old.count && map(behind) >= 0 ? map(behind) : within.to;
  const low = before >= 0 ? map(before) + 1 : within.from;
  if (inside === shape.from) return limit;
  const firstInside = inside > shape.to ? -1 : limit;
  if (limit - low > WIDEST_GAP || inside - before > WIDEST_GAP) return firstInside;
  for (let row = low; row < limit; row++) {
    if (now.isBlank(row)) continue;
    const own = likeAny(now, row, old, shape.from, Math.min(inside, shape.to + 1));
    const others = likeAny(now, row, old, before + 1, shape.from);
    if (own >= REPLACES && own >= others) return row;
  }
  return firstInside;
}

function endOf(
  shape: RegionShape,
  old: SourceFile,
  now: SourceFile,
  map: (row: number) => number,
  within: Span,
): number {
  let inside = shape.to;
  while (inside >= shape.from && map(inside) < 0) inside--;
  if (inside === shape.to) return map(inside);
  let behind = shape.to + 1;
  while (behind < old.count && map(behind) < 0) behind++;
  const limit = behind < old.count && map(behind) >= 0 ? map(behind) : within.to;
  let before = inside;
  if (inside < shape.from) while (before >= 0 && map(before) < 0) before--;
  const low = before >= 0 && map(before) >= 0 ? map(before) + 1 : within.from;
  const lastInside = inside < shape.from ? -1 : map(inside);
  if (limit - low > WIDEST_GAP || behind - inside > WIDEST_GAP) return lastInside;
  for (let row = limit - 1; row >= low; row--) {
    if (now.isBlank(row)) continue;
    const own = likeAny(now, row, old, Math.max(inside + 1, shape.from), shape.to + 1);
    const others = likeAny(now, row, old, shape.to + 1, behind);
    if (own >= REPLACES && own >= others) return row;
  }
  return lastInside;
}
