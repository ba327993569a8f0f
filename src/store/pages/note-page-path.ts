import type { RecordId } from "../../domain/ids.ts";

/** base32hex (RFC 4648 §7), in lower case. */
const digits = "0123456789abcdefghijklmnopqrstuv";

/**
 * Where the branch has the page of a note: `notes/<x>/<y>/<12 digits>.md`, in folders as those of the records, five bits each. Notes whose
 * ids begin with the same 12 digits (nobody's by chance) share a page.
 */
export const notePagePath = (note: RecordId): string => pagePathIn("notes", note);

/** The same for other kinds of record, in a folder of theirs. */
export function pagePathIn(folder: string, record: RecordId): string {
  const bits = Number.parseInt(record.slice(0, 3), 16) >>> 2;
  return `${folder}/${digits.charAt(bits >>> 5)}/${digits.charAt(bits & 31)}/${record.slice(0, 12)}.md`;
}
