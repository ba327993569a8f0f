import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import type { Session } from "../../../../src/app/session.ts";
import { makeHistory, startRepository } from "../../followed/history.ts";
import type { RunGit } from "../../followed/history.ts";
import { until } from "../../until.ts";
import type { World } from "../../world.ts";
import type { Workshop } from "../workshop.ts";

/** A clone whose code has branches and a history, with twenty notes on record. */
export interface Followed {
  readonly folder: string;
  readonly session: Session;
  readonly git: RunGit;
  readonly file: (relative: string) => string;
}

let template: Promise<string> | undefined;

/** Opens a copy of the repository in the folder that this window shows, so that VS Code watches it. */
export async function followedRepository(shop: Workshop): Promise<Followed> {
  const source = await (template ??= makeTemplate(shop));
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  if (workspace === undefined) throw new Error("the tests run in a window with a folder");
  const folder = await mkdtemp(path.join(workspace.uri.fsPath, "followed-"));
  await untilWatched(folder, "server", "jobs", "site");
  await cp(source, folder, { recursive: true });
  return await openIn(shop, folder);
}

/**
 * Makes folders that VS Code watches. One that comes with a folder of its own may escape it for good: each is made anew until something in it is
 * seen.
 */
async function untilWatched(folder: string, ...parts: readonly string[]): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, "**/probe"));
  const seen = new Set<string>();
  const see = ({ fsPath }: vscode.Uri) => seen.add(fsPath);
  const listening = [watcher.onDidCreate(see), watcher.onDidChange(see), watcher];
  for (const made of [folder, ...parts.map((part) => path.join(folder, part))]) {
    const probe = path.join(made, "probe");
    await until(`VS Code to watch ${made}`, async () => {
      await rm(made, { recursive: true, force: true });
      await mkdir(made);
      for (let writes = 1; writes <= 10 && !seen.has(probe); writes++) {
        await writeFile(probe, String(writes));
        await new Promise((resume) => setTimeout(resume, 100));
      }
      return seen.has(probe);
    });
    await rm(probe);
  }
  for (const one of listening) one.dispose();
}

async function openIn(shop: Workshop, folder: string): Promise<Followed> {
  shop.setFolders(folder);
  const [session] = await shop.bench.sessions.reopen();
  if (session === undefined) throw new Error(`no session: ${shop.bench.sessions.state()}`);
  return {
    folder,
    session,
    git: patient(shop.world, folder),
    file: (relative) => path.join(folder, ...relative.split("/")),
  };
}

const ATTEMPTS = 40;

/** VS Code's own git may hold the index for a moment. */
const patient =
  (world: World, folder: string): RunGit =>
  async (...args) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await world.run(folder, args);
      } catch (error) {
        if (attempt === ATTEMPTS || !String(error).includes("index.lock")) throw error;
        await new Promise((resume) => setTimeout(resume, 50));
      }
    }
  };

async function makeTemplate(shop: Workshop): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "sightline-followed-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  await startRepository(patient(shop.world, folder));
  const { session, git } = await openIn(shop, folder);
  await makeHistory(folder, git, session);
  return folder;
}
