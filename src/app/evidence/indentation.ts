/**
 * How long and how nested a text is, by its indentation alone. `levels`, the sum of the levels of all lines, follows the measures of complexity closely,
 * in every language, without a parser (Hindle, Godfrey and Holt, "Reading beside the lines: indentation as a proxy for complexity metrics", ICPC 2008).
 */
export interface Shape {
  /** Lines that are not empty. */
  readonly lines: number;
  readonly levels: number;
}

/** Spaces that make a level, as in that study's logical units: a tab, or four of them; two, where most lines that are indented need it. */
const WIDTHS = [4, 2] as const;

export function shapeOf(text: string): Shape {
  let lines = 0;
  let tabs = 0;
  let spaces = 0;
  let indented = 0;
  let odd = 0;
  for (const [, indent = ""] of text.matchAll(/^([ \t]*)[^\s]/gm)) {
    lines += 1;
    let width = 0;
    for (const character of indent) {
      if (character === "\t") tabs += 1;
      else width += 1;
    }
    if (width === 0) continue;
    spaces += width;
    indented += 1;
    if (width % WIDTHS[0] !== 0) odd += 1;
  }
  const level = odd > indented / 4 ? WIDTHS[1] : WIDTHS[0];
  return { lines, levels: tabs + Math.round(spaces / level) };
}
