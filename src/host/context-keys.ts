import * as vscode from "vscode";
import type { Disposable } from "../base/emitter.ts";
import type { Sessions } from "./sessions.ts";

/**
 * What the manifest's `when` clauses ask for. `sightline.started` is known from now on and not before, so that VS Code, which opens the
 * walkthrough of an extension that it has just installed where its `when` holds, does not open ours by itself.
 */
export function showContext(sessions: Sessions): Disposable {
  const set = (key: string, value: unknown) =>
    void vscode.commands.executeCommand("setContext", `sightline.${key}`, value);
  let hasNotes: boolean | undefined;
  const show = () => {
    const has = sessions.all().some((session) => session.notes().size > 0);
    if (has !== hasNotes) set("hasNotes", has);
    hasNotes = has;
    set("state", sessions.state());
  };
  set("started", true);
  show();
  const following = [sessions.onDidOpen(show), sessions.onDidChange(show)];
  return {
    dispose: () => {
      for (const one of following) one.dispose();
    },
  };
}
