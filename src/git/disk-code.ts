import { constants } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { codeTextOf, MAX_CODE_BYTES } from "../app/code-bytes.ts";
import type { CodeReader, CodeText } from "../app/ports.ts";

/** The files of a work tree as they are on disk. Paths come from the record, which others wrote too: neither they nor a link lead out of it. */
export const diskCode = (top: string): CodeReader => ({
  read: async (relative) => {
    try {
      const file = await realpath(path.join(top, ...relative.split("/")));
      return isInside(top, file) ? await readText(file) : { kind: "missing" };
    } catch {
      // Not there, not readable for us, or a link to itself: for a note it is the same.
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
  // Not waiting: a named pipe that nobody writes to would never open.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const about = await handle.stat();
    if (about.isDirectory()) return { kind: "missing" };
    if (!about.isFile()) return { kind: "notText" };
    if (about.size > MAX_CODE_BYTES) return { kind: "tooLarge" };
    return codeTextOf(await handle.readFile());
  } finally {
    await handle.close();
  }
}

/** Whether `file` is `folder` or lies in it; both absolute and without links. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
