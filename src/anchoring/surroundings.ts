import type { CodeFile } from "./code-file.ts";

/** Lines beside a region, as they were; shorter than usual only where the file begins or ends. */
export interface Surroundings {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Up to `count` lines on either side of the region from `start` (from 0) of `length` lines. */
export const surroundings = (
  { lines }: CodeFile,
  start: number,
  length: number,
  count: number,
): Surroundings => ({
  before: lines.slice(Math.max(0, start - count), start),
  after: lines.slice(start + length, start + length + count),
});

/** Which sides of a place are as they were, to the last line. A side that was the file's edge has to be so still. */
export function sidesThatAgree(
  file: CodeFile,
  start: number,
  length: number,
  was: Surroundings,
  count: number,
): { readonly before: boolean; readonly after: boolean } {
  const from = start - was.before.length;
  const to = start + length;
  const startsFile = was.before.length === count || from === 0;
  const endsFile = was.after.length === count || to + was.after.length === file.lines.length;
  return {
    before: startsFile && from >= 0 && isAt(file, from, was.before),
    after: endsFile && isAt(file, to, was.after),
  };
}

const isAt = ({ numbers, numberOf }: CodeFile, start: number, lines: readonly string[]): boolean =>
  lines.every((line, at) => {
    const number = numberOf(line);
    return number !== undefined && numbers[start + at] === number;
  });
