import { alignLines } from "./align-lines.ts";
import type { Span } from "./align-lines.ts";
import { at } from "./at.ts";
import type { Comparison } from "./comparison.ts";
import { projectRegion, unitRows } from "./project-region.ts";
import type { Rows } from "./project-region.ts";
import { commentedFrom, decoratedFrom } from "./region-shape.ts";
import type { RegionShape } from "./region-shape.ts";

/** How a place came to be proposed. */
export type Proposer =
  "name" | "name elsewhere" | "content" | "container" | "alignment" | "fingerprint" | "key" | "comment of";

/** A place in a new text where the region may be. */
export interface Proposal {
  readonly rows: Rows;
  readonly by: Proposer;
  /** Whether the definition around the region was found around this place. */
  readonly inContainer: boolean;
  /** Of a definition of the same name in the same place: how sure that makes it, 0 to 1. */
  readonly named: number;
}

/** A line that stands in a text more often than this points nowhere; one that tells less than this does not either. */
const OFTEN = 8;
const TELLING = 0.2;

/** Stretches with lines of the region that are looked at, those with most first. */
const MOST_WINDOWS = 3;

/** Namesakes of a key that are looked at; of more, none is the one. */
const MOST_KEYS = 3;

/** Columns by which a key may be indented otherwise than before. */
const REINDENTED = 8;

/** A region does not grow to more than this many times its lines and so many more. */
const MOST_GROWTH = 10;
const MOST_GROWN_LINES = 100;

/** The places of `comparison.now` where the region may be, each once, the likelier kinds first. */
export function propose(comparison: Comparison, shape: RegionShape): Proposal[] {
  const { old, now } = comparison;
  const proposals: Proposal[] = [];
  const containerSpan = comparison.spanOf(shape.container);
  const add = (rows: Rows | undefined, by: Proposer, named = 0): void => {
    if (rows === undefined || rows.from < 0 || rows.to >= now.count || rows.to < rows.from) return;
    if (rows.to - rows.from > MOST_GROWTH * (shape.to - shape.from + 1) + MOST_GROWN_LINES) return;
    if (proposals.some((known) => known.rows.from === rows.from && known.rows.to === rows.to)) return;
    const inContainer =
      shape.container >= 0 &&
      containerSpan !== undefined &&
      rows.from >= containerSpan.from &&
      rows.to < containerSpan.to;
    proposals.push({ rows, by, inContainer, named });
  };
  const whole = (row: number): number => at(comparison.whole.to, row);

  if (shape.kind === "unit" && old.isDefinition(shape.head))
    for (const match of comparison.unitCandidates(shape.head))
      add(unitRows(shape, now, match.row, whole), match.via, match.sure);
  if (shape.container >= 0) {
    const own = { from: shape.container, to: at(old.units.end, shape.container) + 1 };
    for (const match of comparison.unitCandidates(shape.container)) {
      const span = { from: match.row, to: at(now.units.end, match.row) + 1 };
      add(projectRegion(shape, old, now, alignLines(old, own, now, span), span), "container");
    }
  }
  if (shape.commentOf >= 0)
    for (const match of comparison.unitCandidates(shape.commentOf)) {
      const below = decoratedFrom(now, match.row);
      add({ from: commentedFrom(now, below), to: below - 1 }, "comment of");
    }
  const file = { from: 0, to: now.count };
  // Another file is another text: what its lines have in common with these the windows below show.
  if (comparison.sameFile) add(projectRegion(shape, old, now, comparison.whole, file), "alignment");
  const name = shape.kind === "unit" ? old.name(shape.head) : undefined;
  if (name !== undefined && !name.certain && containerSpan !== undefined)
    for (const row of sameKeys(comparison, shape.head, name.name, containerSpan))
      add(unitRows(shape, now, row, whole), "key");
  for (const span of windows(comparison, shape)) {
    const region = { from: shape.from, to: shape.to + 1 };
    add(projectRegion(shape, old, now, alignLines(old, region, now, span), span), "fingerprint");
  }
  return proposals;
}

/** Units of the new text with the name of the old one at `row`. */
function sameKeys(comparison: Comparison, row: number, name: string, span: Span): number[] {
  const { old, now } = comparison;
  const found: number[] = [];
  for (let line = span.from; line < span.to; line++)
    if (
      at(now.units.end, line) >= 0 &&
      now.name(line)?.name === name &&
      Math.abs(at(now.indents, line) - at(old.indents, row)) <= REINDENTED
    )
      found.push(line);
  return found.length <= MOST_KEYS ? found : [];
}

/** Stretches of the new text that hold telling lines of the region near each other. */
function windows(comparison: Comparison, shape: RegionShape): Span[] {
  const { old, now } = comparison;
  const size = shape.to - shape.from + 1;
  const hits: { row: number; weight: number }[] = [];
  for (let row = shape.from; row <= shape.to; row++) {
    const weight = at(old.weights, row);
    const rows = weight < TELLING ? [] : (now.rowsByKey.get(at(old.keys, row)) ?? []);
    if (rows.length <= OFTEN) for (const to of rows) hits.push({ row: to, weight: weight / rows.length });
  }
  hits.sort((one, other) => one.row - other.row);
  const reach = size + 3;
  const found: { span: Span; worth: number }[] = [];
  for (let first = 0; first < hits.length;) {
    let last = first;
    let worth = at(hits, first).weight;
    while (last + 1 < hits.length && at(hits, last + 1).row - at(hits, last).row <= reach)
      worth += at(hits, ++last).weight;
    found.push({
      span: {
        from: Math.max(0, at(hits, first).row - reach),
        to: Math.min(now.count, at(hits, last).row + reach + 1),
      },
      worth,
    });
    first = last + 1;
  }
  found.sort((one, other) => other.worth - one.worth);
  return found.slice(0, MOST_WINDOWS).map(({ span }) => span);
}
