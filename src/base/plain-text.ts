// C0 and C1 controls but tab and newline; the bidirectional embeddings, overrides and isolates (Unicode UAX #9); line and paragraph separators.
const steering =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/g;

/** `text` without the characters that steer a terminal or turn the reading direction: what is left is only ever read. CR LF becomes LF. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, "\n").replace(steering, "");

// White space other than one space between words, and what steers.
const untidy =
  /[^\S ]| {2}|^ | $|[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** The same on one line: runs of white space become one space. Most texts are that already, and there are tens of thousands of them at start. */
export const plainLine = (text: string): string =>
  untidy.test(text) ? plainText(text).replace(/\s+/g, " ").trim() : text;

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
