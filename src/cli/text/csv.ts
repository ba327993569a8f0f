import { plainText } from "../../base/plain-text.ts";

// A spreadsheet runs what begins like a formula, also when it came from a file (OWASP, CSV Injection).
const formula = /^[=+\-@\t\r]/;

/** A table as CSV (RFC 4180): CRLF at the ends of lines, every cell in quotes. No cell of it is a formula. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

function cell(text: string): string {
  const plain = plainText(text);
  return `"${(formula.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}
