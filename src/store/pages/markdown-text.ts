import { plainLine, plainText } from "../../base/plain-text.ts";

// Texts of people as Markdown that shows them letter by letter, on any host. Two things are in the way of that: marks of Markdown and HTML,
// written as character references (CommonMark 0.31 §2.5: they can't open or close anything); and what hosts look for in the rendered text
// (mentions, issue numbers, addresses, emoji names), which an invisible U+2060 WORD JOINER after its first character keeps from matching.

/** Characters of one text that a page shows at most. */
export const MAX_TEXT_CHARACTERS = 20_000;

const marks = /[\\`*_{}[\]<>&#|~=^$@]/g;
/** Where hosts see a reference: GitHub's and GitLab's `@name #1 !1 $1 %1 ~1 &1 ^alert`, `:emoji:`, `scheme://`. */
const references = /([@#!$%~&^:])(?=[\p{L}\p{N}"{+/-])/gu;
const JOINER = "\u2060";

/** A text on one line, wherever a line of Markdown may stand: in a paragraph, a heading, a list, a cell of a table, the text of a link. */
export function inline(text: string, length = MAX_TEXT_CHARACTERS): string {
  const joined = plainLine(shortened(text, length))
    .replace(references, `$1${JOINER}`)
    .replace(/\bwww(?=\.)/gi, `$&${JOINER}`);
  return startSafely(joined.replace(marks, reference));
}

/** A text with its paragraphs and line breaks. */
export const paragraphs = (text: string): string =>
  plainText(shortened(text, MAX_TEXT_CHARACTERS))
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map((line) => inline(line))
        .filter((line) => line !== "")
        .join("  \n"),
    )
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");

/** Lines of code, in a fence that is longer than any run of backticks in them (CommonMark 0.31 §4.5). */
export function codeBlock(lines: readonly string[]): string {
  const code = lines.map((line) => plainText(line).replace(/\n/g, " "));
  const longest = Math.max(0, ...(code.join("\n").match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return [fence, ...code, fence].join("\n");
}

/** A row of a table; its cells are Markdown already. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [tableRow(head), tableRow(head.map(() => "---")), ...rows.map(tableRow)].join("\n");

/** What would begin a list is a character reference too. */
const startSafely = (line: string): string =>
  /^[-+]/.test(line)
    ? `${reference(line.charAt(0))}${line.slice(1)}`
    : line.replace(/^(\d{1,9})([.)])/, (_all, number: string, mark: string) => number + reference(mark));

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;

function shortened(text: string, length: number): string {
  const characters =
    text.length <= length
      ? text
      : `${Array.from(text.slice(0, length * 2))
          .slice(0, length - 1)
          .join("")}…`;
  return characters;
}
