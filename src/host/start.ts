import * as vscode from "vscode";
import type { Wording } from "../app/wording.ts";
import { editorCodeReader } from "./code-reader.ts";
import { keepInStep } from "./background-sync.ts";
import { cryptoChance } from "./chance.ts";
import { systemClock } from "./clock.ts";
import type { CommandRunner } from "./command-runner.ts";
import { runCommand } from "./commands/run-command.ts";
import { showContext } from "./context-keys.ts";
import { findRepository } from "./find-repository.ts";
import type { OpenGit } from "./find-repository.ts";
import { outputLog } from "./log.ts";
import { registerHover } from "./marks/hover.ts";
import { Marks } from "./marks/marks.ts";
import { createMemory } from "./memory.ts";
import { outsideThePage } from "./panel/outside-the-page.ts";
import { Panel } from "./panel/panel.ts";
import { pageWords } from "./panel/page-words.ts";
import type { Started, Views } from "./register.ts";
import { timerScheduler } from "./scheduler.ts";
import { settings } from "./settings.ts";
import { Sessions } from "./sessions.ts";
import { offerToTellPm } from "./share/offer-to-tell-pm.ts";
import { StatusBar } from "./status-bar.ts";
import { createTell } from "./tell.ts";
import { Threads } from "./threads/threads.ts";
import { translate } from "./translate.ts";
import { noteItems } from "./trees/note-items.ts";
import { NotesTree } from "./trees/notes-tree.ts";
import { NowTree } from "./trees/now-tree.ts";
import { routeOf } from "./uri-handler.ts";
import { windowFolders } from "./vscode-files.ts";
import { vscodePrompts } from "./vscode-prompts.ts";
import { watchFiles } from "./watched-files.ts";
import type { Workbench } from "./workbench.ts";

/** Puts everything together, by hand, and begins to open the repositories of the window. */
export function start(context: vscode.ExtensionContext, views: Views, openGit: OpenGit): Started {
  const wording: Wording = { translate, language: vscode.env.language };
  const clock = systemClock;
  const log = outputLog();
  const media = vscode.Uri.joinPath(context.extensionUri, "media");
  const isTrusted = () => vscode.workspace.isTrusted;
  const run: CommandRunner = async (id, ...args) => await vscode.commands.executeCommand(id, ...args);
  const copy = async (text: string) => await vscode.env.clipboard.writeText(text);
  const failed = (doing: string) => (error: unknown) => log.failed(doing, error);

  const sessions: Sessions = new Sessions(
    findRepository(
      openGit,
      settings.gitPath,
      (top) => editorCodeReader(top, (file) => pathIn(sessions, top, file)),
      {
        clock,
        chance: cryptoChance,
        scheduler: timerScheduler,
        wording,
        log,
        readOnly: () => !isTrusted(),
      },
    ),
    windowFolders,
    failed("opening the repositories"),
  );
  const tell = createTell({ prompts: vscodePrompts, log, wording, run, copy });
  const marks = new Marks(sessions, media, clock, log);
  const threads = new Threads(sessions, clock, wording, isTrusted);
  const notesTree = new NotesTree({
    sessions,
    marks,
    translate,
    log,
    memory: context.workspaceState,
    item: noteItems({ media, clock, wording, repositoryName: (id) => repositoryName(sessions, id) }),
  });
  const nowTree = new NowTree(sessions, wording);
  nowTree.shownIn(views.now);
  const statusBar = new StatusBar(sessions, wording);
  const panel: Panel = new Panel(context.extensionUri, {
    sessions,
    outside: outsideThePage(() => bench),
    today: () => clock.today(),
    wording,
    words: pageWords(),
    log,
  });
  const bench: Workbench = {
    sessions,
    prompts: vscodePrompts,
    tell,
    log,
    wording,
    clock,
    memory: createMemory(context.globalState),
    marks,
    threads,
    notesTree,
    statusBar,
    panel,
    copy,
    run,
    isTrusted,
  };

  context.subscriptions.push(
    log,
    sessions,
    marks,
    threads,
    notesTree,
    nowTree,
    statusBar,
    panel,
    registerHover(marks, clock, wording),
    watchFiles(sessions),
    keepInStep(sessions),
    showContext(sessions),
    offerToTellPm(bench),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      sessions.reopen().catch(failed("following the folders of the window"));
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
      const isHere = route?.section !== "notes" || route.note === undefined || sessions.withNote(route.note);
      if (route !== undefined && isHere) panel.show(route);
      else await tell.problem({ kind: "noSuchNote" });
    },
    restorePanel: (view) => panel.restore(view),
    now: nowTree,
    notes: notesTree,
  };
}

/** Named only where there is more than one to tell apart. */
const repositoryName = (sessions: Sessions, id: string): string | undefined =>
  sessions.all().length > 1
    ? sessions.all().find(({ repository }) => repository.id === id)?.repository.name
    : undefined;

/** The path of a file in the work tree at `top`, if it is in that one. */
function pathIn(sessions: Sessions, top: string, file: string): string | undefined {
  const found = sessions.fileIn(file);
  return found?.session.repository.top === top ? found.path : undefined;
}
