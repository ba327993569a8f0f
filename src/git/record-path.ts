import type { RecordId } from "../domain/ids.ts";

/** The folder of the branch in which the record files are. */
export const RECORDS = "records";

/** base32hex (RFC 4648 §7), in lower case. */
const digits = "0123456789abcdefghijklmnopqrstuv";

/**
 * Where the branch keeps a record: `records/<x>/<y>/<id>.jsonl`, x and y from the first 10 bits of the id, five each. With a thousand leaves,
 * a save among 10,000 records rewrites three folders of about 32, 32 and 10 entries.
 */
export function recordPath(record: RecordId): string {
  const bits = Number.parseInt(record.slice(0, 3), 16) >>> 2;
  return `${RECORDS}/${digits.charAt(bits >>> 5)}/${digits.charAt(bits & 31)}/${record}.jsonl`;
}

/** The record whose file is at `path`; undefined for whatever else stands there. */
export function recordAt(path: string): RecordId | undefined {
  const [, record] = /^records\/.\/.\/([0-9a-f]{64})\.jsonl$/.exec(path) ?? [];
  return record !== undefined && recordPath(record) === path ? record : undefined;
}
