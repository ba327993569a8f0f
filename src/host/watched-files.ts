import * as vscode from "vscode";
import type { Disposable } from "../base/emitter.ts";
import type { Sessions } from "./sessions.ts";
import { fileOnDisk } from "./vscode-files.ts";

/** Tells the sessions which files change on disk, whoever changes them: git, a formatter, another editor. */
export function watchFiles(sessions: Sessions): Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher("**/*");
  const changed = (uri: vscode.Uri) => {
    const onDisk = fileOnDisk(uri);
    const file = onDisk === undefined ? undefined : sessions.fileIn(onDisk);
    if (file !== undefined && !file.path.startsWith(".git/")) file.session.fileChanged(file.path);
  };
  watcher.onDidChange(changed);
  watcher.onDidCreate(changed);
  watcher.onDidDelete(changed);
  return watcher;
}
