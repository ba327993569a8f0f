import * as vscode from "vscode";
import type { Clock, Scheduler, SignIn } from "../app/ports.ts";
import type { Wording } from "../app/wording.ts";
import type { Disposable } from "../base/emitter.ts";
import { thenDocuments } from "./compare-code.ts";
import { editorCodeReader } from "./code-reader.ts";
import { cryptoChance } from "./chance.ts";
import type { CommandRunner } from "./command-runner.ts";
import { findRepository } from "./find-repository.ts";
import type { OpenGit, RecordDoor } from "./find-repository.ts";
import type { Log } from "./log.ts";
import { registerHover } from "./marks/hover.ts";
import { Marks } from "./marks/marks.ts";
import { createMemory } from "./memory.ts";
import type { Keeper } from "./memory.ts";
import { outsideThePage } from "./panel/outside-the-page.ts";
import { Panel } from "./panel/panel.ts";
import { pageWords } from "./panel/page-words.ts";
import type { Prompts } from "./prompts.ts";
import { settings } from "./settings.ts";
import { Sessions } from "./sessions.ts";
import type { WindowFolder } from "./sessions.ts";
import { offerToTellPm } from "./share/offer-to-tell-pm.ts";
import { StatusBar } from "./status-bar.ts";
import { createTell } from "./tell.ts";
import { Threads } from "./threads/threads.ts";
import { noteItems } from "./trees/note-items.ts";
import { NotesTree } from "./trees/notes-tree.ts";
import { NowTree } from "./trees/now-tree.ts";
import { WindowRecords } from "./window-records.ts";
import type { Workbench } from "./workbench.ts";

/** What the pieces are given from outside: by VS Code in a window, by hand in a test. */
export interface Surroundings {
  readonly openGit: OpenGit;
  readonly records: RecordDoor;
  readonly folders: () => Promise<readonly WindowFolder[]>;
  readonly extension: vscode.Uri;
  readonly prompts: Prompts;
  readonly log: Log;
  readonly wording: Wording;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** For the person, over all windows. */
  readonly forAll: Keeper;
  /** For this folder. */
  readonly forHere: Keeper;
  readonly statusBarItem: vscode.StatusBarItem;
  readonly createCommentController: () => vscode.CommentController;
  readonly isTrusted: () => boolean;
  readonly run: CommandRunner;
  readonly copy: (text: string) => Promise<void>;
  readonly signIn?: SignIn | undefined;
}

export interface Assembled extends Disposable {
  readonly bench: Workbench;
  readonly nowTree: NowTree;
}

/** Puts the pieces together, by hand. Nothing of git is touched before the sessions are asked for. */
export function assemble(around: Surroundings): Assembled {
  const { extension, prompts, log, wording, clock, isTrusted, run, copy } = around;
  const windowRecords = new WindowRecords(around.records, around.forHere, around.forAll);
  const media = vscode.Uri.joinPath(extension, "media");
  const sessions: Sessions = new Sessions(
    findRepository(
      around.openGit,
      around.records,
      settings.gitPath,
      (top, disk) => editorCodeReader(disk, (file) => pathIn(sessions, top, file)),
      {
        clock,
        chance: cryptoChance,
        scheduler: around.scheduler,
        wording,
        log,
        readOnly: () => !isTrusted(),
        ownHosts: settings.gitHosts,
        signIn: around.signIn,
      },
    ),
    async () => {
      const folders = await around.folders();
      return [...folders, ...(await windowRecords.folders(folders.length > 0))];
    },
    (error) => log.failed("opening the repositories", error),
  );
  const marks = new Marks(sessions, media, clock, log);
  const threads = new Threads({
    sessions,
    clock,
    wording,
    mayReply: isTrusted,
    createController: around.createCommentController,
  });
  const notesTree = new NotesTree({
    sessions,
    marks,
    translate: wording.translate,
    log,
    memory: around.forHere,
    item: noteItems({ media, clock, wording, repositoryName: (id) => repositoryName(sessions, id) }),
  });
  const nowTree = new NowTree(sessions, wording);
  const statusBar = new StatusBar(sessions, wording, around.statusBarItem);
  const memory = createMemory(around.forAll);
  const panel: Panel = new Panel(extension, {
    sessions,
    outside: outsideThePage(() => bench),
    today: () => clock.today(),
    togetherOpened: () => memory.togetherOpened(),
    wording,
    words: pageWords(),
    log,
  });
  const bench: Workbench = {
    sessions,
    prompts,
    tell: createTell({ prompts, log, wording, run, copy }),
    log,
    wording,
    clock,
    memory,
    marks,
    threads,
    notesTree,
    statusBar,
    panel,
    records: { door: around.records, window: windowRecords },
    copy,
    run,
    isTrusted,
  };
  const parts: readonly Disposable[] = [
    offerToTellPm(bench),
    registerHover(marks, sessions, clock, wording),
    thenDocuments(),
    panel,
    statusBar,
    nowTree,
    notesTree,
    threads,
    marks,
    sessions,
  ];
  return {
    bench,
    nowTree,
    dispose: () => {
      for (const part of parts) part.dispose();
    },
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
