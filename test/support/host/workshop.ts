import assert from "node:assert/strict";
import { realpath } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { recordStorage } from "../../../src/git/compact-store.ts";
import { openPrivateFiles } from "../../../src/git/private-files.ts";
import { openGitStore } from "../../../src/git/git-store.ts";
import { openRepository } from "../../../src/git/open-repository.ts";
import { knownAuthor } from "../../../src/app/author.ts";
import type { Scheduler, SignIn } from "../../../src/app/ports.ts";
import type { Session } from "../../../src/app/session.ts";
import { english } from "../../../src/base/translate.ts";
import { assemble } from "../../../src/host/assemble.ts";
import type { Assembled } from "../../../src/host/assemble.ts";
import type { CommandId } from "../../../src/host/command-ids.ts";
import { runCommand } from "../../../src/host/commands/run-command.ts";
import { lookUpRecord } from "../../../src/git/look-up-record.ts";
import { RecordRepository } from "../../../src/git/record-repository.ts";
import { openRecordShelf, recordFolder } from "../../../src/git/record-shelf.ts";
import type { OpenGit, RecordDoor } from "../../../src/host/find-repository.ts";
import type { Keeper } from "../../../src/host/memory.ts";
import type { Workbench } from "../../../src/host/workbench.ts";
import { FakeTime } from "../fake-time.ts";
import { until } from "../until.ts";
import { world } from "../world.ts";
import type { Clone, World } from "../world.ts";
import { ScriptedPrompts } from "./scripted-prompts.ts";
import type { Answer } from "./scripted-prompts.ts";

export const searchCode = `import { allProducts } from "./products";

export const search = async (shop: string, words: readonly string[]) => {
  const products = await allProducts(shop);
  return products.filter(({ name }) => words.every((word) => name.includes(word)));
};

export const cheapest = async (shop: string) => {
  const [first] = await search(shop, []);
  return first;
};
`;

/**
 * Sightline put together as in a window, on real repositories in a temporary folder, in the editor that the tests run in. A person who
 * answers by script stands in for VS Code's boxes, and time only passes when a test says so.
 */
export interface Workshop {
  readonly world: World;
  readonly ann: Clone;
  readonly bench: Workbench;
  readonly assembled: Assembled;
  readonly prompts: ScriptedPrompts;
  readonly time: FakeTime;
  readonly statusBarItem: vscode.StatusBarItem;
  /** Every comment thread that was made, disposed ones too. */
  readonly threads: readonly vscode.CommentThread[];
  /** What was copied, and which commands of VS Code were run. */
  readonly copied: string[];
  readonly ran: string[];
  /** Opens a file of ann's clone in an editor, with lines (from 1) selected. */
  readonly open: (file: string, lines?: readonly [number, number]) => Promise<vscode.TextEditor>;
  /** Runs a command as VS Code would, and gives what came of it on the screen. */
  readonly run: (id: CommandId, argument?: unknown, ...answers: readonly Answer[]) => Promise<void>;
  /** Flags lines and waits until the note is on record. */
  readonly flag: (
    file: string,
    lines: readonly [number, number],
    title: string,
    impact?: string,
  ) => Promise<string>;
  readonly session: () => Promise<Session>;
  readonly setTrusted: (trusted: boolean) => void;
  readonly setFolders: (...folders: readonly string[]) => void;
}

const workshops = new Set<() => Promise<void>>();

export interface WorkshopOptions {
  /** What runs things later; left out, {@link Workshop.time}. */
  readonly scheduler?: Scheduler;
  readonly signIn?: SignIn;
}

export async function workshop({ scheduler, signIn }: WorkshopOptions = {}): Promise<Workshop> {
  const made = await world();
  const { ann } = made;
  await ann.write("src/search.ts", searchCode);
  await ann.git("add", ".");
  await ann.git("commit", "--quiet", "-m", "Add a search");
  const time = new FakeTime();
  const prompts = new ScriptedPrompts();
  const copied: string[] = [];
  const ran: string[] = [];
  const failures: string[] = [];
  const threads: vscode.CommentThread[] = [];
  const statusBarItem = vscode.window.createStatusBarItem("workshop", vscode.StatusBarAlignment.Left);
  let isTrusted = true;
  let folders: readonly string[] = [ann.folder];

  const openGit: OpenGit = async (folder) => {
    const opened = await openRepository(made.git, folder);
    if (opened.kind !== "opened") return opened;
    const { repository } = opened;
    const files = openPrivateFiles(repository.storeFolder);
    const author = knownAuthor({ user: repository, files });
    return {
      kind: "opened",
      door: {
        user: repository,
        files,
        code: repository.code,
        history: repository.history,
        changes: repository.changes,
        openStore: (remote) => openGitStore(repository, { author, remote }),
        storage: recordStorage(repository),
      },
    };
  };
  const shelf = path.join(made.folder, "records");
  const records: RecordDoor = {
    shelf: openRecordShelf(shelf),
    folderOf: ({ id }) => recordFolder(shelf, id),
    lookUp: (address, _, signal) => lookUpRecord(made.git, shelf, address, "sightline", signal),
    open: (record) => {
      const repository = new RecordRepository(made.git, record, recordFolder(shelf, record.id));
      const files = openPrivateFiles(repository.storeFolder);
      const author = knownAuthor({ user: repository, files });
      const { code, history, changes } = repository;
      const openStore = (remote: string | undefined) => openGitStore(repository, { author, remote });
      return Promise.resolve({
        kind: "opened",
        door: { user: repository, files, code, history, changes, openStore },
      });
    },
  };
  const assembled = assemble({
    openGit,
    records,
    folders: () => Promise.all(folders.map(async (one) => ({ path: one, realPath: await realpath(one) }))),
    extension: vscode.extensions.getExtension("sightline.sightline")?.extensionUri ?? vscode.Uri.file("/"),
    prompts,
    log: {
      info: () => undefined,
      warn: (message) => void failures.push(message),
      failed: (what, error) => void failures.push(`${what} ${String(error)}`),
      show: () => void ran.push("log"),
    },
    wording: { translate: english, language: "en-GB" },
    clock: time,
    scheduler: scheduler ?? time,
    forAll: keeper(),
    forHere: keeper(),
    statusBarItem,
    createCommentController: () => watched(threads),
    isTrusted: () => isTrusted,
    run: (id) => {
      ran.push(id);
      return Promise.resolve();
    },
    signIn,
    copy: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
  });
  const { bench } = assembled;
  const session = async () => {
    const [first] = await bench.sessions.opened();
    assert.ok(first, `no session: ${bench.sessions.state()} ${failures.join()}`);
    return first;
  };
  const open: Workshop["open"] = async (file, lines) => {
    const uri = vscode.Uri.file(path.isAbsolute(file) ? file : path.join(ann.folder, file));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    if (lines !== undefined) {
      const [first, last] = lines;
      const end = editor.document.lineAt(last - 1).range.end;
      editor.selection = new vscode.Selection(new vscode.Position(first - 1, 0), end);
    }
    return editor;
  };
  const run: Workshop["run"] = async (id, argument, ...answers) => {
    prompts.answerNext(...answers);
    await runCommand(id, bench, argument === undefined ? [] : [argument]);
    assert.deepEqual(prompts.unused, [], `${id} did not ask everything`);
  };
  workshops.add(async () => {
    assembled.dispose();
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
  return {
    world: made,
    ann,
    bench,
    assembled,
    prompts,
    time,
    statusBarItem,
    threads,
    copied,
    ran,
    open,
    run,
    session,
    flag: async (file, lines, title, impact = "") => {
      await open(file, lines);
      const before = new Set((await session()).notes().keys());
      const { answer } = await (await session()).consent();
      await run(
        "flagConstraint",
        undefined,
        { type: title },
        { type: impact },
        "enter",
        ...(answer === "notAsked" ? [{ press: "Keep notes on this machine" }] : []),
      );
      await time.pass(10_100);
      return await until("the note to join the record, and its draft to go", async () => {
        const now = await session();
        if (now.drafts().some(({ shareAfter }) => shareAfter !== undefined)) return undefined;
        return [...now.notes().keys()].find((id) => !before.has(id));
      });
    },
    setTrusted: (trusted) => {
      isTrusted = trusted;
    },
    setFolders: (...more) => {
      folders = more;
    },
  };
}

/** A real controller of comments, whose threads are taken down. VS Code's own object can't be changed. */
function watched(threads: vscode.CommentThread[]): vscode.CommentController {
  const controller = vscode.comments.createCommentController("workshop", "Workshop");
  return {
    id: controller.id,
    label: controller.label,
    set options(options: vscode.CommentOptions) {
      controller.options = options;
    },
    createCommentThread: (...args) => {
      const thread = controller.createCommentThread(...args);
      threads.push(thread);
      return thread;
    },
    dispose: () => controller.dispose(),
  };
}

function keeper(): Keeper {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => kept.get(key),
    update: (key, value) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}

async function endWorkshops(): Promise<void> {
  for (const end of workshops) await end();
  workshops.clear();
}

if (typeof afterEach === "function") afterEach("end of the workshop", endWorkshops);
