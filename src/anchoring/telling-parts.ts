import type { Region } from "./tracking/places.ts";

/** Lines of a region that other files are searched for. */
const MOST_PARTS = 6;

/** Letters and digits from which on a line tells anything: `} else {` has 4, `return null;` 10. */
const FEWEST_CHARACTERS = 12;

/** Characters of a line that are searched for. */
const LONGEST_PART = 200;

/**
 * The lines of a region by which another file that holds it is told, without the white space around them: those with the most letters and
 * digits, no two alike. Empty where all that it says is said everywhere.
 */
export function tellingParts({ file, startLine, endLine }: Region): readonly string[] {
  const parts = new Map<string, number>();
  for (const line of file.lines.slice(startLine - 1, endLine)) {
    // Half a character is in no file.
    const part = line
      .trim()
      .slice(0, LONGEST_PART)
      .replace(/[\uD800-\uDBFF]$/, "")
      .trim();
    const characters = part.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (characters >= FEWEST_CHARACTERS) parts.set(part, characters);
  }
  return [...parts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_PARTS)
    .map(([part]) => part);
}
