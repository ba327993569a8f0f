import * as vscode from "vscode";
import type { Session } from "../app/session.ts";
import type { Disposable } from "../base/emitter.ts";
import type { Sessions } from "./sessions.ts";
import { fileOnDisk } from "./vscode-files.ts";

/**
 * Keeps every open repository's notes with their code: looks for all of it once, and again for what a change on disk is about, whoever made it:
 * git, a formatter, another editor.
 */
export function watchFiles(sessions: Sessions): Disposable {
  const followed = new WeakSet<Session>();
  const follow = () => {
    for (const session of sessions.all()) {
      if (followed.has(session)) continue;
      followed.add(session);
      session.followCode();
    }
  };
  const watcher = vscode.workspace.createFileSystemWatcher("**/*");
  const changed = (uri: vscode.Uri) => {
    const onDisk = fileOnDisk(uri);
    const file = onDisk === undefined ? undefined : sessions.fileIn(onDisk);
    if (file === undefined) return;
    if (!isGits(file.path)) file.session.fileChanged(file.path);
    else if (IS_BRANCH.test(file.path)) file.session.branchesChanged();
  };
  const subscriptions = [
    sessions.onDidOpen(follow),
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
    watcher,
  ];
  follow();
  return {
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** HEAD, and where branches are, here and as they were last fetched. Seen without the help of VS Code's own git. */
const IS_BRANCH = /^\.git\/(HEAD|packed-refs|refs\/(heads|remotes)\/.*)(?<!\.lock)$/;

const isGits = (path: string): boolean => path === ".git" || path.startsWith(".git/");
