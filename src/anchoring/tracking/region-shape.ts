import { at } from "./at.ts";
import type { SourceFile } from "./source-file.ts";

/** A region of a text and how it lies on the text's units. Lines count from 0; `from` and `to` are in it and not blank. */
export interface RegionShape {
  readonly from: number;
  readonly to: number;
  /** Blank lines that the region had in front and behind. */
  readonly blankBefore: number;
  readonly blankAfter: number;
  /** The first line that is neither comment nor decorator; `from` where the region is nothing else. */
  readonly head: number;
  /** "unit": one whole unit with what stands in front of it; "comment": comment lines only; "span": any other lines. */
  readonly kind: "unit" | "comment" | "span";
  /** Where the region starts: at the comment above its first unit, at the unit's first decorator, or at the unit itself although decorators stand above. */
  readonly starts: "at comment" | "at decorator" | "below decorator";
  /** The start of the outermost unit that starts in the region and ends on its last line; -1 for none. */
  readonly lastUnit: number;
  /** The start of the definition that the region is the whole comment of; -1 for none. */
  readonly commentOf: number;
  /** The start of the innermost definition around the region; -1 where it lies in none. */
  readonly container: number;
}

const decorator = /^\s*@[A-Za-z_]/;

/** The first line of the decorators that stand directly above `row`; `row` itself where none do. */
export function decoratedFrom(file: SourceFile, row: number): number {
  if (!file.rules.decorators) return row;
  let start = row;
  for (let above = row - 1; above >= 0 && row - above < 40; above--) {
    if (file.isBlank(above) || file.isComment(above)) break;
    if (
      decorator.test(at(file.lines, above)) &&
      at(file.indents, above) === at(file.indents, row) &&
      file.unitEnd(above) === start - 1
    )
      start = above;
    else if (at(file.indents, above) < at(file.indents, row)) break;
  }
  return start;
}

/** The first line of the comment that stands directly above `row`; `row` itself where none does. */
export function commentedFrom(file: SourceFile, row: number): number {
  let start = row;
  while (start > 0 && file.isComment(start - 1) && !file.isBlank(start - 1)) start--;
  return start;
}

/** The start of the innermost definition that starts before `from` and does not end before `to`; -1 for none. */
function containerOf(file: SourceFile, from: number, to: number): number {
  let row = at(file.containers, from);
  while (row >= 0 && at(file.units.end, row) < to) row = at(file.containers, row);
  return row;
}

/** The first line from `from` to `to` that is neither comment nor decorator; `from` where there is none. */
export function firstCode(file: SourceFile, from: number, to: number): number {
  const afterComments = (start: number): number => {
    let row = start;
    while (row <= to && (file.isComment(row) || file.isBlank(row))) row++;
    return row;
  };
  let row = afterComments(from);
  if (row > to) return from;
  while (isDecorator(file, row) && file.unitEnd(row) < to) {
    const next = afterComments(file.unitEnd(row) + 1);
    if (next > to) return row;
    row = next;
  }
  return row;
}

const isDecorator = (file: SourceFile, row: number): boolean =>
  file.rules.decorators && decorator.test(at(file.lines, row));

/** How the lines `startLine` to `endLine`, counted from 1, lie on the units of the text. */
export function regionShape(file: SourceFile, startLine: number, endLine: number): RegionShape {
  let from = startLine - 1;
  let to = endLine - 1;
  while (from < to && file.isBlank(from)) from++;
  while (to > from && file.isBlank(to)) to--;
  const head = firstCode(file, from, to);
  const comment = file.isComment(head) || file.isBlank(head);
  const commented = !comment && file.isComment(from);
  const decorated = decoratedFrom(file, head);
  let lastUnit = -1;
  if (!comment)
    for (let row = head; row <= to; row++)
      if (at(file.units.end, row) === to) {
        lastUnit = row;
        break;
      }
  const kind = comment ? "comment" : lastUnit === head ? "unit" : "span";
  return {
    from,
    to,
    blankBefore: from - (startLine - 1),
    blankAfter: endLine - 1 - to,
    head,
    kind,
    starts: commented ? "at comment" : decorated < from ? "below decorator" : "at decorator",
    lastUnit,
    commentOf: comment ? commentOf(file, from, to) : -1,
    container: containerOf(file, from, to),
  };
}

function commentOf(file: SourceFile, from: number, to: number): number {
  let below = to + 1;
  while (below < file.count && isDecorator(file, below)) below = file.unitEnd(below) + 1;
  if (below >= file.count || !file.isDefinition(below)) return -1;
  return commentedFrom(file, decoratedFrom(file, below)) === from && decoratedFrom(file, below) === to + 1
    ? below
    : -1;
}
