import * as vscode from "vscode";
import type { Session } from "../app/session.ts";
import type { Disposable } from "../base/emitter.ts";
import type { Sessions } from "./sessions.ts";
import { settings } from "./settings.ts";

/** Keeps every open repository in step with its remote, as the settings say. It never asks and never shows a dialog. */
export function keepInStep(sessions: Sessions): Disposable {
  const running = new Map<Session, Disposable>();
  const stop = () => {
    for (const one of running.values()) one.dispose();
    running.clear();
  };
  const follow = () => {
    const every = settings.syncEvery();
    for (const [session, one] of running) {
      if (sessions.all().includes(session)) continue;
      one.dispose();
      running.delete(session);
    }
    if (every === undefined) return;
    for (const session of sessions.all())
      if (!running.has(session))
        running.set(session, session.startBackgroundSync({ everyMilliseconds: every }));
  };
  const again = () => {
    stop();
    follow();
  };
  const subscriptions = [
    sessions.onDidOpen(follow),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("sightline.sync")) again();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(again),
  ];
  follow();
  return {
    dispose: () => {
      stop();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
