import type { Region } from "./tracking/places.ts";

/** Words of a region that other files are searched for. */
const MOST_WORDS = 8;

/** Characters from which on a word is rare enough to tell anything: `return` has 6, `response` 8. */
const FEWEST_CHARACTERS = 9;

/** The longest words of a region, no two alike: by them code is told of which no line is as it was. */
export function tellingWords({ file, startLine, endLine }: Region): readonly string[] {
  const words = new Set<string>();
  for (const line of file.lines.slice(startLine - 1, endLine))
    for (const [word] of line.slice(0, 2_000).matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu))
      if (word.length >= FEWEST_CHARACTERS && word.length <= 100) words.add(word);
  return [...words].sort((one, other) => other.length - one.length).slice(0, MOST_WORDS);
}
