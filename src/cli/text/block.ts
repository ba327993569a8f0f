import { plainText } from "../../base/plain-text.ts";
import { textWidth } from "./text-width.ts";

/** Longest line that is comfortable to read, in columns. */
const READABLE = 100;

/** Fewest columns that are left for a text, however deep it is indented. */
const NARROWEST = 24;

/** A text from people, each line indented; broken at blanks where there is a terminal. `first` stands before the first line, in its place. */
export function block(text: string, indent: number, columns: number | undefined, first = ""): string {
  const room = columns === undefined ? undefined : Math.max(NARROWEST, Math.min(columns, READABLE) - indent);
  const lines = plainText(text)
    .trim()
    .split("\n")
    .flatMap((line) => (room === undefined ? [line] : broken(line, room)));
  const margin = " ".repeat(indent);
  return lines
    .map((line, at) => (at === 0 && first !== "" ? `${first}${line}` : `${margin}${line}`).trimEnd())
    .join("\n");
}

function broken(line: string, room: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && textWidth(longer) > room) {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}
