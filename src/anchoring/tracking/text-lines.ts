/** The lines of `text` without their ends (LF, CRLF or CR); a line end at the very end of the text starts no further line. */
export function textLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines;
}
