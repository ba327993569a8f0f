import { sha256Hex } from "../base/sha256.ts";
import { toUtf8 } from "../base/utf8.ts";

/** Characters of a file that are looked through at most. Source files over 1 MB are generated or minified; 8 million still take a second at most. */
export const MAX_FILE_CHARACTERS = 8_000_000;

/** Characters of a line that are compared and quoted. */
export const MAX_LINE_CHARACTERS = 2_000;

/** A file's lines, ready to be searched. Line ends, a byte order mark and white space at the end of lines make no difference. */
export interface CodeFile {
  /** As an editor counts them: after a last newline there is one more, empty line. */
  readonly lines: readonly string[];
  /** A number for each line; equal lines have equal numbers. */
  readonly numbers: Int32Array;
  /** The number of a line of this file; undefined where it has no such line. */
  readonly numberOf: (line: string) => number | undefined;
  /** SHA-256 of the whole, with LF line ends and without a byte order mark. */
  readonly hash: () => string;
}

export function codeFile(text: string): CodeFile {
  const unified = (text.startsWith("\uFEFF") ? text.slice(1) : text).replace(/\r\n?/g, "\n");
  const lines = unified.split("\n");
  const known = new Map<string, number>();
  const numbers = new Int32Array(lines.length);
  for (const [at, line] of lines.entries()) {
    const comparable = comparableLine(line);
    const number = known.get(comparable) ?? known.size;
    if (number === known.size) known.set(comparable, number);
    numbers[at] = number;
  }
  let hash: string | undefined;
  return {
    lines,
    numbers,
    numberOf: (line) => known.get(comparableLine(line)),
    hash: () => (hash ??= sha256Hex(toUtf8(unified))),
  };
}

/** The part of a line that decides whether two are equal. */
export const comparableLine = (line: string): string => line.slice(0, MAX_LINE_CHARACTERS).trimEnd();
