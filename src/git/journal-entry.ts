import { createHash } from "node:crypto";
import type { NewLine } from "../store/store.ts";
import { lineFrom } from "./record-file.ts";

/** Lines that were saved together, and where in the file they end. */
export interface Batch {
  readonly lines: readonly NewLine[];
  readonly end: number;
}

const NEWLINE = 0x0a;

/** Longest start of an entry, in bytes: two numbers of seven digits, an id and a hash, and what stands between them. */
const MAX_HEADER_BYTES = 7 + 1 + 7 + 1 + 64 + 1 + 64 + 1;
const header = /^([1-9]\d{0,6})\/([1-9]\d{0,6}) ([0-9a-f]{64}) ([0-9a-f]{64}) /;

/**
 * The bytes that a journal gets for lines saved together: one entry a line, `<n>/<of> <record> <check> <line>`, so that a save that was cut
 * off is told from one that was finished, and lines of any bytes fit. The check is the SHA-256 of all the rest.
 */
export function encodeBatch(lines: readonly NewLine[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [at, { record, line }] of lines.entries()) {
    const place = `${at + 1}/${lines.length} ${record} `;
    const start = `${place}${check(place, line.bytes)} `;
    parts.push(Buffer.from(start, "latin1"), line.bytes, Uint8Array.of(NEWLINE));
  }
  return Buffer.concat(parts);
}

/**
 * The finished saves in a piece of a journal that starts at `offset`. What is not whole, because the power went or the disk was full, was
 * never acknowledged: it is passed over, and whatever follows it is read.
 */
export function decodeBatches(content: Uint8Array, offset: number): Batch[] {
  const batches: Batch[] = [];
  let open: NewLine[] = [];
  let from = 0;
  for (let end = content.indexOf(NEWLINE); end !== -1; end = content.indexOf(NEWLINE, from)) {
    const entry = decodeEntry(content.subarray(from, end));
    from = end + 1;
    if (entry?.at === 1) open = [];
    if (entry?.at !== open.length + 1) {
      open = [];
      continue;
    }
    open.push(entry.line);
    if (entry.at < entry.of) continue;
    batches.push({ lines: open, end: offset + from });
    open = [];
  }
  return batches;
}

interface Entry {
  readonly at: number;
  readonly of: number;
  readonly line: NewLine;
}

function decodeEntry(entry: Uint8Array): Entry | undefined {
  const found = header.exec(Buffer.from(entry.subarray(0, MAX_HEADER_BYTES)).toString("latin1"));
  const [start, at = "", of = "", record, checked] = found ?? [];
  if (start === undefined || record === undefined) return undefined;
  const bytes = entry.subarray(start.length);
  if (check(`${at}/${of} ${record} `, bytes) !== checked) return undefined;
  return { at: Number(at), of: Number(of), line: { record, line: lineFrom(bytes) } };
}

const check = (place: string, bytes: Uint8Array): string =>
  createHash("sha256").update(place).update(bytes).digest("hex");
