import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { projectRoot } from "../../../scripts/project.ts";
import type { Person } from "../../../scripts/vscode/person.ts";
import { launchBrowser } from "../browser.ts";
import { startMachine } from "../vscode/machine.ts";
import type { Machine } from "../vscode/machine.ts";
import { openWindow, takeSeat } from "../vscode/window.ts";

/** Somebody with a machine, a clone and a window of their own. */
export interface Colleague {
  readonly name: string;
  readonly folder: string;
  readonly machine: Machine;
  readonly seat: BrowserContext;
  readonly page: Page;
}

export interface TwoPeople {
  /** The bare remote that both clones have as `origin`. */
  readonly remote: string;
  readonly engineer: Colleague;
  readonly pm: Colleague;
  readonly close: () => Promise<void>;
}

export const git = (folder: string, ...args: string[]): string =>
  execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();

export interface Before {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What the engineer's clone holds before anybody sits down. */
  readonly prepare?: (folder: string) => Promise<unknown>;
}

/** Two people with a clone each of this project's own repository, over a bare remote made of it: real code with real history. */
export async function twoPeople({ settings = {}, prepare }: Before = {}): Promise<TwoPeople> {
  const folder = mkdtempSync(path.join(tmpdir(), "sightline-journey-"));
  const remote = path.join(folder, "remote.git");
  git(folder, "clone", "--quiet", "--bare", "--no-hardlinks", projectRoot, remote);
  // A build server checks out a commit, not a branch: the remote still has to have one.
  git(remote, "update-ref", "refs/heads/journey", git(projectRoot, "rev-parse", "HEAD"));
  git(remote, "symbolic-ref", "HEAD", "refs/heads/journey");
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of opened.reverse()) await end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const browser = await launchBrowser();
    opened.push(() => browser.close());
    const arrive = async (name: string, before?: Before["prepare"]): Promise<Colleague> => {
      const clone = path.join(folder, name.toLowerCase().replaceAll(" ", "-"));
      git(folder, "clone", "--quiet", remote, clone);
      await before?.(clone);
      const colleague = await sitDown(browser, name, clone, settings);
      opened.push(() => colleague.machine.stop());
      return colleague;
    };
    const engineer = await arrive("Engineer", prepare);
    const pm = await arrive("Product manager");
    return { remote, engineer, pm, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export const personOf = (name: string): Person => ({
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@example.invalid`,
});

async function sitDown(
  browser: Browser,
  name: string,
  folder: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<Colleague> {
  const person = personOf(name);
  const machine = await startMachine({
    name,
    person,
    folder,
    settings: { "sightline.sync.automatic": false, "comments.openView": "never", ...settings },
  });
  const seat = await takeSeat(browser);
  const page = await openWindow(seat, machine);
  return { name, folder, machine, seat, page };
}
