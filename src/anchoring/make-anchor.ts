import { CONTEXT_LINES, MAX_QUOTED_LINES } from "../domain/anchor.ts";
import type { Anchor } from "../domain/anchor.ts";
import { codeFile, MAX_LINE_CHARACTERS } from "./code-file.ts";
import type { CodeFile } from "./code-file.ts";
import { findRuns } from "./find-runs.ts";
import { sidesThatAgree, surroundings } from "./surroundings.ts";

/** Characters quoted at most: three bytes each in UTF-8 still leave room in a line of the record (MAX_LINE_BYTES). */
const MAX_QUOTED_CHARACTERS = 60_000;

export interface Region {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  /** The whole file, as the editor shows it. */
  readonly text: string;
  /** From 1, inclusive; what lies outside the file is cut off. */
  readonly startLine: number;
  readonly endLine: number;
  /** The commit that HEAD was at; undefined where there is none. */
  readonly commit?: string | undefined;
  /** The function, class or heading it lies in, where the editor knows. */
  readonly symbol?: string | undefined;
}

/** Takes down where a region is, and what is needed to find it again. */
export function makeAnchor({ path, text, startLine, endLine, commit, symbol }: Region): Anchor {
  const file = codeFile(text);
  const start = clamp(startLine, 1, file.lines.length);
  const end = clamp(endLine, start, file.lines.length);
  const length = end - start + 1;
  const quote = quoted(file.lines.slice(start - 1, end));
  const twins = findRuns(file.numbers, file.numbers.slice(start - 1, start - 1 + quote.length)).filter(
    (at) => at !== start - 1,
  );
  const around = surroundings(file, start - 1, length, CONTEXT_LINES);
  // Context that a twin has too tells nothing apart. It is left out, so that the twin is never taken for this place.
  const isTold = !twins.some((at) => {
    const { before, after } = sidesThatAgree(file, at, length, around, CONTEXT_LINES);
    return before && after;
  });
  const context = isTold ? { before: around.before.map(cut), after: around.after.map(cut) } : {};
  return {
    path,
    ...(commit === undefined ? {} : { commit }),
    startLine: start,
    endLine: end,
    quote,
    alike: twins.length,
    ...context,
    ...(symbol === undefined || symbol === "" ? {} : { symbol: symbol.slice(0, 500) }),
    fileHash: file.hash(),
  };
}

/** The first lines of a region, as many as may be quoted. */
function quoted(lines: CodeFile["lines"]): string[] {
  const quote: string[] = [];
  let characters = 0;
  for (const line of lines.slice(0, MAX_QUOTED_LINES).map(cut)) {
    characters += line.length;
    if (quote.length > 0 && characters > MAX_QUOTED_CHARACTERS) break;
    quote.push(line);
  }
  return quote;
}

const cut = (line: string) => line.slice(0, MAX_LINE_CHARACTERS);
const clamp = (value: number, low: number, high: number) =>
  Math.min(Math.max(Math.trunc(value) || low, low), high);
