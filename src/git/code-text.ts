import type { CodeText } from "../app/ports.ts";

/** Largest text that is read for its notes, in bytes, as for a file of the work tree: VS Code itself stops colouring and folding at 20 MB. */
export const MAX_TEXT_BYTES = 20 * 1024 * 1024;

/** Bytes at the start that are looked through for a NUL, as git does to tell text from binary (buffer_is_binary in xdiff-interface.c). */
const LOOKED_THROUGH = 8000;

/** What a file with these bytes is to a reader of code: the same as when it is read from the disk. */
export function codeTextOf(bytes: Uint8Array): CodeText {
  if (bytes.length > MAX_TEXT_BYTES) return { kind: "tooLarge" };
  if (bytes.subarray(0, LOOKED_THROUGH).includes(0)) return { kind: "notText" };
  const { buffer, byteOffset, byteLength } = bytes;
  return { kind: "text", text: Buffer.from(buffer, byteOffset, byteLength).toString("utf8") };
}
