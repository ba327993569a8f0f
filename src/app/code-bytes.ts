/** Largest file that is read for its notes, in bytes, on disk or in a commit: VS Code itself stops colouring and folding at 20 MB. */
export const MAX_CODE_BYTES = 20 * 1024 * 1024;

/** Bytes at the start that are looked through for a NUL, as git does to tell text from binary (buffer_is_binary in xdiff-interface.c). */
const LOOKED_THROUGH = 8000;

/** Whether a file with these bytes is text. */
export const isCodeText = (bytes: Uint8Array): boolean => !bytes.subarray(0, LOOKED_THROUGH).includes(0);
