import { CONTEXT_LINES } from "../domain/anchor.ts";
import type { Anchor } from "../domain/anchor.ts";
import { comparableLine, MAX_LINE_CHARACTERS } from "./code-file.ts";

/** A shorter line is likely to stand in a file again, so that looking for it says nothing. */
const FEWEST_CHARACTERS = 8;

/**
 * The line, from 1, at which the region of an anchor starts where it and both sides are as they were and nothing else can be meant: what
 * {@link locateIn} calls certain, for a fraction of the work. Undefined where that takes a closer look.
 */
export function standsAsItWas(anchor: Anchor, text: string): number | undefined {
  const { quote, before, after, startLine, endLine } = anchor;
  if (quote === undefined || before === undefined || after === undefined) return undefined;
  if (text.startsWith("\uFEFF") || text.includes("\r")) return undefined;
  const telling = longestOf(quote);
  if (telling === undefined) return undefined;
  const at = text.indexOf(telling.text);
  // Wherever the quote is, this is. So once is enough to know that there is no other place.
  if (at === -1 || text.includes(telling.text, at + 1)) return undefined;

  const first = lineAbove(text, at, telling.row + before.length);
  if (first === undefined || (before.length < CONTEXT_LINES && first > 0)) return undefined;
  const start = endOfLines(text, first, before);
  const quoted = start === undefined ? undefined : endOfLines(text, start, quote);
  if (start === undefined || quoted === undefined) return undefined;
  let behind = quoted;
  for (let left = endLine - startLine + 1 - quote.length; left > 0; left--) {
    if (behind > text.length) return undefined;
    behind = endOfLine(text, behind) + 1;
  }
  const end = endOfLines(text, behind, after);
  if (end === undefined || (after.length < CONTEXT_LINES && end <= text.length)) return undefined;
  return 1 + newlinesBefore(text, start);
}

function longestOf(quote: readonly string[]): { readonly text: string; readonly row: number } | undefined {
  let longest = { text: "", row: 0 };
  for (const [row, line] of quote.entries()) {
    if (line.length > MAX_LINE_CHARACTERS) return undefined;
    const text = line.trim();
    if (text.length > longest.text.length) longest = { text, row };
  }
  return longest.text.length < FEWEST_CHARACTERS ? undefined : longest;
}

/** Where the line starts that is so many above the one that holds `at`. */
function lineAbove(text: string, at: number, lines: number): number | undefined {
  let start = startOfLine(text, at);
  for (let left = lines; left > 0; left--) {
    if (start === 0) return undefined;
    start = startOfLine(text, start - 1);
  }
  return start;
}

/** Where the next line starts behind `lines`, which have to stand at `start`; one past the text behind its last line. */
function endOfLines(text: string, start: number, lines: readonly string[]): number | undefined {
  let at = start;
  for (const line of lines) {
    if (at > text.length) return undefined;
    const end = endOfLine(text, at);
    if (comparableLine(text.slice(at, end)) !== comparableLine(line)) return undefined;
    at = end + 1;
  }
  return at;
}

const startOfLine = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1);

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

function newlinesBefore(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
