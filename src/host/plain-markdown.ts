import { plainText } from "../base/plain-text.ts";

/** CommonMark 2.4: any ASCII punctuation character may be escaped with a backslash, and then stands for itself. */
const punctuation = /[!-/:-@[-`{-~]/g;

/**
 * Text that people wrote as Markdown that shows it as it stands: nothing in it is a link, a picture, HTML or an icon, addresses included.
 * Line ends and empty lines are kept. `MarkdownString.appendText` would do, but it ties the words together with spaces that never wrap.
 */
export const plainMarkdown = (text: string): string =>
  plainText(text)
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split("\n").map(escapedLine).join("\\\n"))
    .join("\n\n");

const escapedLine = (line: string): string => line.trim().replaceAll(punctuation, "\\$&");

/** Paragraphs, one for each text that is not empty. */
export const plainParagraphs = (texts: readonly string[]): string =>
  texts
    .map(plainMarkdown)
    .filter((text) => text !== "")
    .join("\n\n");
