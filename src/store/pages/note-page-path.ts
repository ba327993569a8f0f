import type { RecordId } from "../../domain/ids.ts";

/** base32hex (RFC 4648 §7), in lower case. */
const digits = "0123456789abcdefghijklmnopqrstuv";

/**
 * Where the branch has the page of a note: `notes/<x>/<y>/<12 digits>.md`, in folders as those of the records, five bits each. Notes whose
 * ids begin with the same 12 digits (nobody's by chance) share a page.
 */
export function notePagePath(note: RecordId): string {
  const bits = Number.parseInt(note.slice(0, 3), 16) >>> 2;
  return `notes/${digits.charAt(bits >>> 5)}/${digits.charAt(bits & 31)}/${note.slice(0, 12)}.md`;
}
