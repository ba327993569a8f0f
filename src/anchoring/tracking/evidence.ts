import { alignLines, LIKE } from "./align-lines.ts";
import { at } from "./at.ts";
import type { Comparison } from "./comparison.ts";
import { lineSimilarity } from "./line-similarity.ts";
import type { Proposal } from "./propose.ts";
import { firstCode } from "./region-shape.ts";
import type { RegionShape } from "./region-shape.ts";
import type { SourceFile } from "./source-file.ts";

/** What speaks for and against a place, each from 0 to 1. */
export interface Evidence {
  /**
   * How far the text is from agreeing in at least four parts of ten, by Dice's coefficient over aligned lines or over words in any order,
   * whichever sees more. How much of it agrees beyond that says nothing that `kept` and `head` do not say better.
   */
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

/** Lines on either side that make the context, as in LHDiff (M. Asaduzzaman and others, 2013). */
const CONTEXT_ROWS = 4;

/** A text that agrees less than this is mostly another text. */
const STRANGE = 0.4;

/** Lines that tell less than this are brackets and the like: where they are says nothing. */
const TELLING = 0.2;

/** What a region's lines tell together at which more would make no difference. */
const TELLS_ALL = 10;

/** What a sign tells, of what a word tells: code is full of commas. */
const SIGN = 0.15;

/** Shares of nothing are 0. */
const share = (part: number, whole: number): number => (whole <= 0 ? 0 : part / whole);

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
    const owner = where.otherFile ? -1 : at(comparison.taken, row);
    if (owner >= 0 && (owner < shape.from || owner > shape.to)) taken += weight;
  }
  const words = sharedWords(old, shape.from, shape.to, now, rows.from, rows.to);
  const newHead = firstCode(now, rows.from, rows.to);
  const name = shape.kind === "unit" ? old.name(shape.head) : undefined;
  const newName = shape.kind === "unit" ? now.name(newHead) : undefined;
  const text = Math.max(share(shared, oldWeight + newWeight), words.dice);
  const namesake = name !== undefined && newName?.name === name.name;
  const inPlace =
    namesake && name.certain && proposal.by === "name" && (!where.otherFile || proposal.inContainer);
  const owner = shape.kind === "unit" ? comparison.ownerOf(newHead) : -1;
  if (owner >= 0 && owner !== shape.head) taken = newWeight;
  return {
    strange: Math.max(0, 1 - text / STRANGE),
    kept: words.kept,
    head:
      shape.kind === "comment"
        ? lineSimilarity(
            old,
            firstTelling(old, shape.from, shape.to),
            now,
            firstTelling(now, newHead, rows.to),
          )
        : lineSimilarity(old, shape.head, now, newHead),
    nameInPlace: inPlace ? proposal.named : 0,
    nameElsewhere: namesake && name.certain && !inPlace ? 1 : 0,
    otherName: name?.certain === true && !namesake ? 1 : 0,
    context: contextLikeness(old, shape.from, shape.to, now, rows.from, rows.to),
    inOrder: where.otherFile || where.away ? 0 : inOrder(comparison, shape, proposal),
    taken: where.otherFile ? 0 : share(taken, newWeight),
    away: where.away ? 1 : 0,
    telling: Math.min(1, Math.log1p(oldWeight) / Math.log1p(TELLS_ALL)),
  };
}

/** The first line that tells something: the first line of a comment is often its bracket. */
function firstTelling(file: SourceFile, from: number, to: number): number {
  for (let row = from; row <= to; row++) if (at(file.weights, row) >= TELLING) return row;
  return from;
}

function inOrder(comparison: Comparison, shape: RegionShape, proposal: Proposal): number {
  const { from, to } = proposal.rows;
  if (shape.container >= 0 && !proposal.inContainer && comparison.unit(shape.container) !== undefined)
    return 0;
  const { to: map } = comparison.whole;
  let before = shape.from - 1;
  while (before >= 0 && (at(map, before) < 0 || at(comparison.old.weights, before) < TELLING)) before--;
  let behind = shape.to + 1;
  while (behind < map.length && (at(map, behind) < 0 || at(comparison.old.weights, behind) < TELLING))
    behind++;
  return (before < 0 || at(map, before) < from) && (behind >= map.length || at(map, behind) > to) ? 1 : 0;
}

/** How much of what the lines around the region tell stands around the place, near lines first. */
function contextLikeness(
  old: SourceFile,
  from: number,
  to: number,
  now: SourceFile,
  newFrom: number,
  newTo: number,
): number {
  // No context at all speaks neither for nor against: a little counts as not found from the start.
  let all = NO_CONTEXT;
  let shared = 0;
  for (const [olds, news] of [
    [around(old, from - 1, -1), around(now, newFrom - 1, -1)],
    [around(old, to + 1, 1), around(now, newTo + 1, 1)],
  ] as const) {
    olds.forEach((row, distance) => {
      const weight = (at(old.weights, row) + 0.1) / (1 + distance);
      const best = Math.max(0, ...news.map((other) => lineSimilarity(old, row, now, other)));
      all += weight;
      if (best >= LIKE) shared += weight * best;
    });
    // The end of the file is a context too.
    if (olds.length === 0 && news.length === 0) {
      shared += END_OF_FILE;
      all += END_OF_FILE;
    }
  }
  return shared / all;
}

const NO_CONTEXT = 0.2;
const END_OF_FILE = 0.3;

function around(file: SourceFile, start: number, step: 1 | -1): number[] {
  const rows: number[] = [];
  for (let row = start; row >= 0 && row < file.count && rows.length < CONTEXT_ROWS; row += step)
    if (!file.isBlank(row)) rows.push(row);
  return rows;
}

const wordWeight = (file: SourceFile, word: string): number =>
  (/[\p{L}\p{N}_]/u.test(word) ? 1 : SIGN) / Math.sqrt(1 + (file.wordCounts.get(word) ?? 0));

function sharedWords(
  old: SourceFile,
  from: number,
  to: number,
  now: SourceFile,
  newFrom: number,
  newTo: number,
): { dice: number; kept: number } {
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
    dice: share(2 * shared, oldAll + newAll),
    kept: share(shared, oldAll),
  };
}
