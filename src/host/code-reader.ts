import * as vscode from "vscode";
import type { CodeReader } from "../app/ports.ts";
import { fileOnDisk } from "./vscode-files.ts";

/**
 * Reads files of a work tree: as an editor holds them, then from the disk. `pathOf` gives the path in this work tree of a file that
 * an editor shows. What git has just written there shows in an editor a moment later: lines are those of the text that people see.
 */
export const editorCodeReader = (
  disk: CodeReader,
  pathOf: (file: string) => string | undefined,
): CodeReader => ({
  read: async (relative) => {
    const open = vscode.workspace.textDocuments.find(({ uri }) => {
      const file = fileOnDisk(uri);
      return file !== undefined && pathOf(file) === relative;
    });
    if (open?.isDirty === true) return { kind: "text", text: open.getText() };
    const onDisk = await disk.read(relative);
    // An editor keeps the text of a file that is gone; and a document stays for minutes after its last editor, when nobody reads it again.
    const isCurrent = open !== undefined && !open.isClosed && onDisk.kind === "text" && hasEditor(open);
    return isCurrent ? { kind: "text", text: open.getText() } : onDisk;
  },
  kindOf: (relative) => disk.kindOf(relative),
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
