import { randomBytes } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { knownAuthor } from "../../../src/app/author.ts";
import { openSession } from "../../../src/app/open-session.ts";
import type { Session } from "../../../src/app/session.ts";
import { english } from "../../../src/base/translate.ts";
import { clock } from "../../../src/cli/clock.ts";
import { diskCode } from "../../../src/cli/disk-code.ts";
import { findGit } from "../../../src/git/find-git.ts";
import { openGitStore } from "../../../src/git/git-store.ts";
import { openRepository } from "../../../src/git/open-repository.ts";
import { openPrivateFiles } from "../../../src/git/private-files.ts";
import { launchBrowser } from "../browser.ts";
import { makeHistory, startRepository } from "../followed/history.ts";
import { startMachine } from "../vscode/machine.ts";
import { openWindow, takeSeat } from "../vscode/window.ts";
import { git } from "./two-people.ts";

/** A window on a clone whose code has branches and a history, with notes that were made along it. */
export interface FollowedWindow {
  readonly folder: string;
  readonly seat: BrowserContext;
  readonly page: Page;
  readonly git: (...args: readonly string[]) => string;
  /** The text of a file on disk. */
  readonly read: (relative: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function followedWindow(...notes: readonly string[]): Promise<FollowedWindow> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sightline-followed-")));
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of opened.reverse()) await end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const run = (...args: readonly string[]) => Promise.resolve(git(folder, ...args));
    await startRepository(run);
    await withSession(folder, (session) => makeHistory(folder, run, session, (note) => notes.includes(note)));
    const browser = await launchBrowser();
    opened.push(() => browser.close());
    const machine = await startMachine({
      name: "Engineer",
      person: { name: "ann", email: "ann@example.org" },
      folder,
      settings: { "sightline.sync.automatic": false, "git.enabled": false },
    });
    opened.push(() => machine.stop());
    const seat = await takeSeat(browser);
    const page = await openWindow(seat, machine);
    return {
      folder,
      seat,
      page,
      git: (...args) => git(folder, ...args),
      read: (relative) => readFile(path.join(folder, relative), "utf8"),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Notes are put on record before any window is open, as by a colleague. */
async function withSession(folder: string, use: (session: Session) => Promise<void>): Promise<void> {
  const found = await findGit({});
  if (found.kind !== "found") throw new Error(found.kind);
  const there = await openRepository(found.git, folder);
  if (there.kind !== "opened") throw new Error(there.detail);
  const { repository } = there;
  const files = openPrivateFiles(repository.storeFolder);
  const author = knownAuthor({ user: repository, files });
  const stores: { dispose(): Promise<void> }[] = [];
  const session = await openSession({
    openStore: (remote) => {
      const store = openGitStore(repository, { author, remote });
      stores.push(store);
      return store;
    },
    user: repository,
    files,
    code: diskCode(repository.top),
    history: repository.history,
    changes: repository.changes,
    clock,
    chance: { hex: (bytes) => randomBytes(bytes).toString("hex") },
    scheduler: { after: () => ({ dispose: () => undefined }) },
    wording: { translate: english, language: "en-GB" },
    log: { info: () => undefined, warn: () => undefined },
  });
  await use(session);
  session.dispose();
  for (const store of stores) await store.dispose();
}
