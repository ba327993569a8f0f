import { hash } from "node:crypto";
import type { Line } from "../domain/event-line.ts";

const NEWLINE = 0x0a;

/** The line that these bytes are. The same as the domain's `lineOf`, at the speed of the platform's own SHA-256: a hundred thousand are read at start. */
export const lineFrom = (bytes: Uint8Array): Line => ({ id: hash("sha256", bytes, "hex"), bytes });

/** The lines of a record file. A last line that somebody left without a newline counts; empty lines are none. */
export function readRecordFile(content: Uint8Array): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from < content.length) {
    const end = content.indexOf(NEWLINE, from);
    const to = end === -1 ? content.length : end;
    if (to > from) lines.push(lineFrom(content.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}

/** The file with lines added at its end. What is there stays as it is, byte for byte; what is there already is not added again. */
export function addToRecordFile(content: Uint8Array, lines: readonly Line[]): Uint8Array {
  const known = new Set(readRecordFile(content).map(({ id }) => id));
  const parts: Uint8Array[] = [content];
  const newline = Uint8Array.of(NEWLINE);
  if (content.length > 0 && content.at(-1) !== NEWLINE) parts.push(newline);
  for (const { id, bytes } of lines) {
    if (known.has(id)) continue;
    known.add(id);
    parts.push(bytes, newline);
  }
  return Buffer.concat(parts);
}
