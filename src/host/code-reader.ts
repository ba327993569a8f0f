import { open, stat } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { isCodeText, MAX_CODE_BYTES } from "../app/code-bytes.ts";
import type { CodeReader, CodeText } from "../app/ports.ts";
import { fileOnDisk } from "./vscode-files.ts";

/**
 * Reads files of the work tree at `top`: as an editor holds them, then from the disk. `pathOf` gives the path in this work tree of a file that
 * an editor shows. What git has just written there shows in an editor a moment later: lines are those of the text that people see.
 */
export const editorCodeReader = (top: string, pathOf: (file: string) => string | undefined): CodeReader => ({
  read: async (relative) => {
    const open = vscode.workspace.textDocuments.find(({ uri }) => {
      const file = fileOnDisk(uri);
      return file !== undefined && pathOf(file) === relative;
    });
    if (open?.isDirty === true) return { kind: "text", text: open.getText() };
    const onDisk = await readFromDisk(top, relative);
    // An editor keeps the text of a file that is gone; and a document stays for minutes after its last editor, when nobody reads it again.
    const isCurrent = open !== undefined && !open.isClosed && onDisk.kind === "text" && hasEditor(open);
    return isCurrent ? { kind: "text", text: open.getText() } : onDisk;
  },
  kindOf: async (relative) => {
    const file = insideOf(top, relative);
    if (file === undefined) return "missing";
    try {
      const about = await stat(file);
      return about.isFile() ? "file" : about.isDirectory() ? "folder" : "missing";
    } catch {
      return "missing";
    }
  },
});

/** Whether a document is in a tab, or seen in any other editor. */
function hasEditor(document: vscode.TextDocument): boolean {
  const uri = document.uri.toString();
  return (
    vscode.window.visibleTextEditors.some((editor) => editor.document === document) ||
    vscode.window.tabGroups.all.some(({ tabs }) =>
      tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri),
    )
  );
}

async function readFromDisk(top: string, relative: string): Promise<CodeText> {
  const file = insideOf(top, relative);
  if (file === undefined) return { kind: "missing" };
  let handle;
  try {
    handle = await open(file, "r");
    const about = await handle.stat();
    if (!about.isFile()) return { kind: "notText" };
    if (about.size > MAX_CODE_BYTES) return { kind: "tooLarge" };
    const bytes = await handle.readFile();
    if (!isCodeText(bytes)) return { kind: "notText" };
    return { kind: "text", text: bytes.toString("utf8") };
  } catch {
    // Not there, or not readable for us: for a note it is the same.
    return { kind: "missing" };
  } finally {
    await handle?.close();
  }
}

/** A path of the work tree on this machine. They come from the record, which others wrote too: none may lead out of the work tree. */
function insideOf(top: string, relative: string): string | undefined {
  const file = path.join(top, ...relative.split("/"));
  const inside = path.relative(top, file);
  return inside === "" || inside.startsWith("..") || path.isAbsolute(inside) ? undefined : file;
}
