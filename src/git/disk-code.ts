import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { codeTextOf, MAX_CODE_BYTES } from "../app/code-bytes.ts";
import type { CodeReader, CodeText } from "../app/ports.ts";
import { FileReader } from "./file-reader.ts";
import type { FileBytes } from "./file-reader.ts";

/** The files of a work tree as they are on disk. Paths come from the record, which others wrote too: neither they nor a link lead out of it. */
export function diskCode(top: string): CodeReader {
  const files = new FileReader(MAX_CODE_BYTES, (file) => isInside(top, file));
  return {
    read: async (relative) => codeText(await files.read(path.join(top, ...relative.split("/")))),
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
  };
}

function codeText(bytes: FileBytes): CodeText {
  if (bytes === "notAFile") return { kind: "notText" };
  return typeof bytes === "string" ? { kind: bytes } : codeTextOf(bytes);
}

/** Whether `file` is `folder` or lies in it; both absolute and without links. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
