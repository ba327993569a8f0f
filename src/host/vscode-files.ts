import { realpath } from "node:fs/promises";
import * as vscode from "vscode";
import type { WindowFolder } from "./sessions.ts";

/** The path of a file on this machine's disk; undefined for everything else that an editor may show. */
export const fileOnDisk = (uri: vscode.Uri): string | undefined =>
  uri.scheme === "file" ? uri.fsPath : undefined;

/** The folders of the window that lie on this machine's disk. */
export async function windowFolders(): Promise<readonly WindowFolder[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => fileOnDisk(uri) ?? []);
  return await Promise.all(folders.map(async (path) => ({ path, realPath: await withoutLinks(path) })));
}

async function withoutLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    // It is gone or can't be read: opening it says so.
    return path;
  }
}
