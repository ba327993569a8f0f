import { alignLines } from "./align-lines.ts";
import { at } from "./at.ts";
import type { Comparison } from "./comparison.ts";
import { lineSimilarity } from "./line-similarity.ts";
import type { Proposal } from "./propose.ts";
import type { RegionShape } from "./region-shape.ts";
import type { SourceFile } from "./source-file.ts";

/** What speaks for and against a place, each from 0 to 1. */
export interface Evidence {
  /** How much of the text agrees: Dice's coefficient over aligned lines or over words in any order, whichever sees more. */
  readonly text: number;
  /** How far the text is from agreeing in at least four parts of ten. */
  readonly strange: number;
  /** The share of the old words that are there still: sees through growing. */
  readonly kept: number;
  /** How alike the first lines of code are. */
  readonly head: number;
  /** A definition of the same name in what was found of the definition around. */
  readonly nameInPlace: number;
  /** A definition of the same name anywhere else. */
  readonly nameElsewhere: number;
  /** A definition of another name. */
  readonly otherName: number;
  /** How much of the lines around is still around. */
  readonly context: number;
  /** Whether the place lies between what the lines before and behind the region became, and inside what the definition around it became. */
  readonly inOrder: number;
  /** How much of the place's text is aligned with old lines outside of the region: it is somebody else's. */
  readonly taken: number;
  /** Whether the place is not at home: in another file although the region's own is there, or in its own although the code around moved out. */
  readonly away: number;
  /** How much the region tells: a lone bracket is everywhere. */
  readonly telling: number;
}

export const evidenceNames = [
  "text",
  "strange",
  "kept",
  "head",
  "nameInPlace",
  "nameElsewhere",
  "otherName",
  "context",
  "inOrder",
  "taken",
  "away",
  "telling",
] as const;

const CONTEXT_ROWS = 4;

/** A text that agrees less than this is mostly another text. */
const STRANGE = 0.4;

export function weighEvidence(
  comparison: Comparison,
  shape: RegionShape,
  proposal: Proposal,
  where: { otherFile: boolean; away: boolean },
): Evidence {
  const { old, now } = comparison;
  const { rows } = proposal;
  const aligned = alignLines(old, { from: shape.from, to: shape.to + 1 }, now, {
    from: rows.from,
    to: rows.to + 1,
  });
  let shared = 0;
  let oldWeight = 0;
  let newWeight = 0;
  aligned.to.forEach((row, index) => {
    const weight = at(old.weights, shape.from + index);
    oldWeight += weight;
    if (row >= 0) shared += (weight + at(now.weights, row)) * at(aligned.likeness, index);
  });
  let taken = 0;
  for (let row = rows.from; row <= rows.to; row++) {
    const weight = at(now.weights, row);
    newWeight += weight;
    const owner = at(comparison.taken, row);
    if (owner >= 0 && (owner < shape.from || owner > shape.to)) taken += weight;
  }
  const words = sharedWords(old, shape.from, shape.to, now, rows.from, rows.to);
  const newHead = headIn(now, rows.from, rows.to);
  const name = shape.kind === "unit" ? old.name(shape.head) : undefined;
  const newName = shape.kind === "unit" ? now.name(newHead) : undefined;
  const text = Math.max(shared / Math.max(1e-9, oldWeight + newWeight), words.dice);
  const namesake = name !== undefined && newName?.name === name.name;
  const inPlace =
    namesake && name.certain && proposal.by === "name" && (!where.otherFile || proposal.inContainer);
  const owner = shape.kind === "unit" ? comparison.ownerOf(newHead) : -1;
  if (owner >= 0 && owner !== shape.head) taken = newWeight;
  return {
    text,
    strange: Math.max(0, 1 - text / STRANGE),
    kept: words.kept,
    head:
      shape.kind === "comment"
        ? lineSimilarity(
            old,
            firstTelling(old, shape.from, shape.to),
            now,
            firstTelling(now, rows.from, rows.to),
          )
        : lineSimilarity(old, shape.head, now, newHead),
    nameInPlace: inPlace ? proposal.named : 0,
    nameElsewhere: namesake && name.certain && !inPlace ? 1 : 0,
    otherName: name?.certain === true && !namesake ? 1 : 0,
    context: contextLikeness(old, shape.from, shape.to, now, rows.from, rows.to),
    inOrder: where.otherFile || where.away ? 0 : inOrder(comparison, shape, proposal),
    taken: where.otherFile ? 0 : taken / Math.max(1e-9, newWeight),
    away: where.away ? 1 : 0,
    telling: Math.min(1, Math.log1p(oldWeight) / Math.log1p(10)),
  };
}

/** The first line that says something, for the first line of a comment is often its bracket. */
function firstTelling(file: SourceFile, from: number, to: number): number {
  for (let row = from; row <= to; row++) if (at(file.weights, row) >= 0.3) return row;
  return from;
}

function headIn(file: SourceFile, from: number, to: number): number {
  let row = from;
  while (row < to && (file.isComment(row) || file.isBlank(row))) row++;
  while (
    row < to &&
    file.rules.decorators &&
    /^\s*@[A-Za-z_]/.test(at(file.lines, row)) &&
    file.unitEnd(row) < to
  ) {
    row = file.unitEnd(row) + 1;
    while (row < to && (file.isComment(row) || file.isBlank(row))) row++;
  }
  return row;
}

function inOrder(comparison: Comparison, shape: RegionShape, proposal: Proposal): number {
  const { from, to } = proposal.rows;
  if (shape.container >= 0 && !proposal.inContainer && comparison.unit(shape.container) !== undefined)
    return 0;
  const { to: map } = comparison.whole;
  let before = shape.from - 1;
  while (before >= 0 && (at(map, before) < 0 || at(comparison.old.weights, before) < 0.2)) before--;
  let behind = shape.to + 1;
  while (behind < map.length && (at(map, behind) < 0 || at(comparison.old.weights, behind) < 0.2)) behind++;
  return (before < 0 || at(map, before) < from) && (behind >= map.length || at(map, behind) > to) ? 1 : 0;
}

function contextLikeness(
  old: SourceFile,
  from: number,
  to: number,
  now: SourceFile,
  newFrom: number,
  newTo: number,
): number {
  const around = (file: SourceFile, start: number, step: number): number[] => {
    const rows: number[] = [];
    for (let row = start; row >= 0 && row < file.count && rows.length < CONTEXT_ROWS; row += step)
      if (!file.isBlank(row)) rows.push(row);
    return rows;
  };
  let shared = 0;
  let all = 0.2;
  for (const [olds, news] of [
    [around(old, from - 1, -1), around(now, newFrom - 1, -1)],
    [around(old, to + 1, 1), around(now, newTo + 1, 1)],
  ] as const) {
    olds.forEach((row, distance) => {
      const weight = (at(old.weights, row) + 0.1) / (1 + distance);
      all += weight;
      let best = 0;
      for (const other of news) best = Math.max(best, lineSimilarity(old, row, now, other));
      if (best >= 0.5) shared += weight * best;
    });
    if (olds.length === 0 && news.length === 0) {
      shared += 0.3;
      all += 0.3;
    }
  }
  return shared / all;
}

const wordWeight = (file: SourceFile, word: string): number =>
  (/[\p{L}\p{N}_]/u.test(word) ? 1 : 0.15) / Math.sqrt(1 + (file.wordCounts.get(word) ?? 0));

function sharedWords(
  old: SourceFile,
  from: number,
  to: number,
  now: SourceFile,
  newFrom: number,
  newTo: number,
): { dice: number; kept: number; known: number } {
  const counts = new Map<string, number>();
  let oldAll = 0;
  for (let row = from; row <= to; row++)
    for (const word of old.words(row)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      oldAll += wordWeight(old, word);
    }
  let shared = 0;
  let newAll = 0;
  for (let row = newFrom; row <= newTo; row++)
    for (const word of now.words(row)) {
      const weight = wordWeight(old, word);
      newAll += weight;
      const left = counts.get(word) ?? 0;
      if (left > 0) {
        counts.set(word, left - 1);
        shared += weight;
      }
    }
  return {
    dice: (2 * shared) / Math.max(1e-9, oldAll + newAll),
    kept: shared / Math.max(1e-9, oldAll),
    known: shared / Math.max(1e-9, newAll),
  };
}
