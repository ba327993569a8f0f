import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import type { Session } from "../../../src/app/session.ts";
import { commits, edited, main, moved, removed, renamed, topic } from "./code.ts";
import type { Tree } from "./code.ts";
import { linesOf, madeAt, onEdited, onMain, onRenamed } from "./notes.ts";
import type { Expectation } from "./notes.ts";

export type RunGit = (...args: readonly string[]) => Promise<string>;

/** Makes the whole of a work tree's files anew. */
async function writeTree(folder: string, tree: Tree): Promise<void> {
  for (const part of ["server", "jobs", "site"])
    await rm(path.join(folder, part), { recursive: true, force: true });
  await writeFiles(folder, tree);
}

async function writeFiles(folder: string, tree: Tree): Promise<void> {
  for (const [name, text] of Object.entries(tree)) {
    const file = path.join(folder, ...name.split("/"));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Starts a repository in an empty folder. */
export async function startRepository(git: RunGit): Promise<void> {
  await git("init", "--quiet", "--initial-branch=main");
  await git("config", "user.name", "ann");
  await git("config", "user.email", "ann@example.org");
}

/** Makes the history of the code with its branches, and each note at the commit at which somebody flagged it. */
export async function makeHistory(
  folder: string,
  git: RunGit,
  session: Session,
  wanted: (note: string) => boolean = () => true,
): Promise<void> {
  const commit = async (message: string) => {
    await git("add", "--all");
    await git("commit", "--quiet", "--message", message);
  };
  const flag = async (at: (typeof madeAt)[number][0], spots: Expectation, tree: Tree) => {
    const head = (await git("rev-parse", "HEAD")).trim();
    for (const name of madeAt.find(([when]) => when === at)?.[1].filter(wanted) ?? []) {
      const spot = spots[name] ?? "gone";
      const text = spot === "gone" ? undefined : tree[spot[0]];
      const lines = spot === "gone" ? undefined : linesOf(spot, text ?? "");
      if (spot === "gone" || text === undefined || lines === undefined)
        throw new Error(`no place for ${name}`);
      const outcome = await session.perform({
        type: "openNote",
        fields: { title: name, kind: "bottleneck" },
        anchors: [makeAnchor({ path: spot[0], text, ...lines, commit: head })],
      });
      if (outcome.kind === "refused") throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    }
  };
  let tree: Tree = {};
  for (const [at, { message, files }] of commits.entries()) {
    tree = { ...tree, ...files };
    await writeFiles(folder, files);
    await commit(message);
    await flag(at + 1, onMain, tree);
    if (at === 1) await git("branch", "older");
  }
  const branches = [
    ["edited", edited],
    ["moved", moved],
    ["removed", removed],
    ["renamed", renamed],
  ] as const;
  for (const [name, files] of branches) {
    await git("checkout", "--quiet", "-b", name, "main");
    await writeTree(folder, files);
    await commit(`Branch ${name}`);
    if (name === "edited") await flag(name, onEdited, files);
    if (name === "renamed") await flag(name, onRenamed, files);
  }
  await git("checkout", "--quiet", "-b", "topic", "main");
  tree = main;
  for (const [at, { message, files }] of topic.entries()) {
    tree = { ...tree, ...files };
    await writeFiles(folder, files);
    await commit(message);
    if (at === 1) await flag("topic", onMain, tree);
  }
  await git("checkout", "--quiet", "main");
}
