import type { CodeText } from "./ports.ts";

/** Largest file that is read for its notes, in bytes, on disk or in a commit: VS Code itself stops colouring and folding at 20 MB. */
export const MAX_CODE_BYTES = 20 * 1024 * 1024;

/** Bytes at the start that are looked through for a NUL, as git does to tell text from binary (buffer_is_binary in xdiff-interface.c). */
const LOOKED_THROUGH = 8000;

/** Bytes at the start by which UTF-16 without a byte order mark is told, as VS Code does (detectEncodingFromBuffer in encoding.ts). */
const TELLING = 512;

const utf8 = new TextDecoder("utf-8");

type Utf16 = "utf-16le" | "utf-16be";

/**
 * What a file with these bytes is to a reader of code, wherever they come from. UTF-8, and UTF-16 as editors tell it; in any other encoding the
 * letters beyond ASCII read as U+FFFD, the same in every version of the file. A byte order mark is no part of the text.
 */
export function codeTextOf(bytes: Uint8Array): CodeText {
  if (bytes.length > MAX_CODE_BYTES) return { kind: "tooLarge" };
  const utf16 = utf16Of(bytes);
  const text = (utf16 === undefined ? utf8 : new TextDecoder(utf16)).decode(bytes);
  return text.slice(0, LOOKED_THROUGH).includes("\0") ? { kind: "notText" } : { kind: "text", text };
}

function utf16Of(bytes: Uint8Array): Utf16 | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const nulIsAt = (rest: number) =>
    bytes.subarray(0, TELLING).every((byte, at) => (byte === 0) === (at % 2 === rest));
  if (nulIsAt(1)) return "utf-16le";
  return nulIsAt(0) ? "utf-16be" : undefined;
}
