import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { makeHistory, startRepository } from "../followed/history.ts";
import { startMachine } from "../vscode/machine.ts";
import { openWindow, takeSeat } from "../vscode/window.ts";
import { git } from "./two-people.ts";
import { withSession } from "./with-session.ts";

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
