import { open, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { CodeReader, CodeText } from "../app/ports.ts";
import { fromUtf8 } from "../base/utf8.ts";

/** Largest file that is read, in bytes: what is larger was made by a program, and nobody flags lines of it. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;

/** The files of a work tree as they are on disk. A link that leads out of it is not followed. */
export const diskCode = (top: string): CodeReader => ({
  read: async (relative) => {
    try {
      const file = await realpath(path.join(top, ...relative.split("/")));
      return isInside(top, file) ? await readText(file) : { kind: "missing" };
    } catch {
      return { kind: "missing" };
    }
  },
  kindOf: async (relative) => {
    try {
      const file = await realpath(path.join(top, ...relative.split("/")));
      if (!isInside(top, file)) return "missing";
      const about = await stat(file);
      return about.isFile() ? "file" : about.isDirectory() ? "folder" : "missing";
    } catch {
      return "missing";
    }
  },
});

async function readText(file: string): Promise<CodeText> {
  const handle = await open(file, "r");
  try {
    const { size, isFile } = await handle
      .stat()
      .then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) return { kind: "missing" };
    if (size > MAX_FILE_BYTES) return { kind: "tooLarge" };
    const bytes = await handle.readFile();
    const text = bytes.includes(0) ? undefined : fromUtf8(bytes);
    return text === undefined ? { kind: "notText" } : { kind: "text", text: text.replace(/^\uFEFF/, "") };
  } finally {
    await handle.close();
  }
}

/** Whether `file` is `folder` or lies in it; both absolute and without links. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
