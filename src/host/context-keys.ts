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
  const show = () => set("state", sessions.state());
  set("started", true);
  show();
  return sessions.onDidOpen(show);
}
