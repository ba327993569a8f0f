import { lineChanges } from "./tracking/line-changes.ts";
import { weighedPlaces } from "./tracking/places.ts";
import type { Region } from "./tracking/places.ts";
import type { SourceFile } from "./tracking/source-file.ts";

/** Less likely than this, a place is not worth a person's look. */
const LEAST_LIKELY = 0.03;

/** A place where a person may find a region again. */
export interface LookAlike extends Region {
  /** Of `lines` that say something, how many stand there as they were but for white space. */
  readonly same: number;
  readonly lines: number;
}

/** The places in some files that are most like a region, the likeliest first, none over another, at most `limit`. */
export function lookAlikes(region: Region, files: readonly SourceFile[], limit: number): LookAlike[] {
  const found: LookAlike[] = [];
  const lines = filledLines(region);
  for (const place of weighedPlaces(region, { files })) {
    if (place.probability < LEAST_LIKELY || found.length === limit) break;
    if (found.some((other) => overlap(other, place))) continue;
    const { changed, removed } = lineChanges(region, place);
    found.push({ ...place, lines, same: Math.max(0, lines - changed - removed) });
  }
  return found.map(({ file, startLine, endLine, same, lines }) => ({
    file,
    startLine,
    endLine,
    same,
    lines,
  }));
}

function filledLines({ file, startLine, endLine }: Region): number {
  let filled = 0;
  for (let row = startLine - 1; row < endLine; row++) if (!file.isBlank(row)) filled++;
  return filled;
}

const overlap = (one: Region, other: Region): boolean =>
  one.file === other.file && one.startLine <= other.endLine && other.startLine <= one.endLine;
