import { isCodeText, MAX_CODE_BYTES } from "../app/code-bytes.ts";
import type { CodeText } from "../app/ports.ts";

/** What a file with these bytes is to a reader of code: the same as when it is read from the disk. */
export function codeTextOf(bytes: Uint8Array): CodeText {
  if (bytes.length > MAX_CODE_BYTES) return { kind: "tooLarge" };
  if (!isCodeText(bytes)) return { kind: "notText" };
  const { buffer, byteOffset, byteLength } = bytes;
  return { kind: "text", text: Buffer.from(buffer, byteOffset, byteLength).toString("utf8") };
}
