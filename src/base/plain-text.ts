// C0 and C1 controls but tab and newline; the bidirectional embeddings, overrides and isolates (Unicode UAX #9); line and paragraph separators.
const steering =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/g;

/** `text` without the characters that steer a terminal or turn the reading direction: what is left is only ever read. CR LF becomes LF. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, "\n").replace(steering, "");

/** The same on one line: runs of white space become one space. */
export const plainLine = (text: string): string => plainText(text).replace(/\s+/g, " ").trim();

/** At most `length` characters (code points) of one line, the last one an ellipsis where something was left out. */
export function shortLine(text: string, length: number): string {
  const line = Array.from(plainLine(text));
  return line.length <= length
    ? line.join("")
    : `${line
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
