import * as vscode from "vscode";
import { assemble } from "./assemble.ts";
import { keepInStep } from "./background-sync.ts";
import { systemClock } from "./clock.ts";
import { openRecordWith } from "./open-record-with.ts";
import { runCommand } from "./commands/run-command.ts";
import { showContext } from "./context-keys.ts";
import type { OpenGit, RecordDoor } from "./find-repository.ts";
import { outputLog } from "./log.ts";
import type { Started, Views } from "./register.ts";
import { timerScheduler } from "./scheduler.ts";
import { signInWith } from "./sign-in.ts";
import { translate } from "./translate.ts";
import { routeOf } from "./uri-handler.ts";
import { windowFolders } from "./vscode-files.ts";
import { vscodePrompts } from "./vscode-prompts.ts";
import { watchFiles } from "./watched-files.ts";

/** Puts the extension together in this window, and begins to open its repositories. */
export function start(
  context: vscode.ExtensionContext,
  views: Views,
  git: { readonly openGit: OpenGit; readonly records: RecordDoor },
): Started {
  const log = outputLog();
  const assembled = assemble({
    ...git,
    folders: windowFolders,
    extension: context.extensionUri,
    prompts: vscodePrompts,
    log,
    wording: { translate, language: vscode.env.language },
    clock: systemClock,
    scheduler: timerScheduler,
    forAll: context.globalState,
    forHere: context.workspaceState,
    statusBarItem: vscode.window.createStatusBarItem("sightline", vscode.StatusBarAlignment.Left, -10),
    createCommentController: () => vscode.comments.createCommentController("sightline", "Sightline"),
    isTrusted: () => vscode.workspace.isTrusted,
    run: async (id, ...args) => await vscode.commands.executeCommand(id, ...args),
    signIn: signInWith(
      (provider, scopes, options) => vscode.authentication.getSession(provider, scopes, options),
      log,
    ),
    copy: async (text) => await vscode.env.clipboard.writeText(text),
  });
  const { bench, nowTree } = assembled;
  const { sessions, panel, tell } = bench;
  nowTree.shownIn(views.now);
  const failed = (doing: string) => (error: unknown) => log.failed(doing, error);
  context.subscriptions.push(
    log,
    assembled,
    watchFiles(sessions),
    keepInStep(sessions),
    showContext(sessions),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      sessions.reopen().catch(failed("following the folders of the window"));
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("sightline.git.path"))
        sessions.reopen().catch(failed("following the setting git.path"));
    }),
  );
  sessions.opened().catch(failed("opening the repositories"));
  return {
    run: async (id, ...given) => {
      await runCommand(id, bench, given);
    },
    openUri: async (path) => {
      const route = routeOf(path);
      await sessions.opened();
      const isHere =
        route?.section !== "notes" || route.note === undefined || (await openRecordWith(bench, route.note));
      if (route !== undefined && isHere) panel.show(route);
      else await tell.problem({ kind: "noSuchNote" });
    },
    restorePanel: (view) => panel.restore(view),
    now: nowTree,
    notes: bench.notesTree,
  };
}
