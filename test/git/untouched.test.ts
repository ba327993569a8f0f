import assert from "node:assert/strict";
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openPrivateFiles } from "../../src/git/private-files.ts";
import type { SyncRequest } from "../../src/store/store.ts";
import { aNote } from "../support/event-builders.ts";
import { snapshotRepository } from "../support/snapshot-repository.ts";
import { world } from "../support/world.ts";
import type { Clone, World } from "../support/world.ts";
import { BareRemote } from "./bare-remote.ts";

const request: SyncRequest = {
  render: () => [{ path: "README.md", text: "# Open\n" }],
  message: "test",
};

/** Everything that is ever done with a repository. */
async function doEverything(made: World, clone: Clone): Promise<void> {
  const bare = new BareRemote(made);
  const { repository } = clone;
  await repository.identity();
  await repository.remotes();
  await repository.head();
  for (const path of ["shop/cart.ts", "new.ts", "ignored.log", "../x", ".git/config", "dir"]) {
    await repository.tracking(path);
  }
  const store = clone.store();
  const told = store.onDidChange(() => undefined);
  const { mark } = await store.read();
  await store.append(aNote().lines);
  await store.sync(request);
  const ben = made.ben.store();
  await ben.append(aNote().lines);
  await ben.sync(request);
  await store.sync(request);
  await store.readSince(mark);
  await bare.rewrite(() => false);
  await store.sync(request);
  await store.sync({ ...request, whenRewritten: "putBack" });
  await bare.delete();
  await store.sync({ ...request, whenRewritten: "acceptRemoval" });
  await openPrivateFiles(repository.storeFolder).write("drafts/1.json", "{}");
  told.dispose();
  await store.dispose();
}

/** A repository in the middle of a day's work: staged and unstaged changes, a stash, a worktree, hooks, a lock of an editor. */
async function busy(clone: Clone): Promise<void> {
  await clone.write("shop/cart.ts", "export const total = 2;\n");
  await clone.git("stash");
  await clone.write("shop/cart.ts", "export const total = 3;\n");
  await clone.git("add", ".");
  await clone.write("shop/cart.ts", "export const total = 4;\n");
  await clone.write("new.ts", "new\n");
  await clone.write(".gitignore", "*.log\n");
  await clone.write("ignored.log", "x\n");
  await clone.git("worktree", "add", "--quiet", "--detach", join(clone.folder, "..", `${clone.name}-tree`));
  await clone.git("tag", "v1");
  // An index whose times don't fit the files is one that git likes to write again.
  await clone.write("shop/cart.ts", "export const total = 4;\n");
}

/** Settings, attributes and hooks that start a program at every occasion there is. */
async function hostile(made: World, clone: Clone): Promise<string> {
  const ran = join(made.folder, "ran");
  await mkdir(ran);
  const hooks = join(made.folder, "evil-hooks");
  await mkdir(hooks);
  const program = async (path: string, name: string) => {
    await writeFile(path, `#!/bin/sh\ntouch '${ran}/${name}'\ncat\n`);
    await chmod(path, 0o755);
    return path;
  };
  const hookNames = [
    ...[
      "pre-push",
      "post-checkout",
      "reference-transaction",
      "post-index-change",
      "pre-auto-gc",
      "post-rewrite",
    ],
    ...[
      "pre-commit",
      "commit-msg",
      "post-commit",
      "fsmonitor-watchman",
      "update",
      "pre-receive",
      "post-update",
    ],
  ];
  for (const name of hookNames) await program(join(hooks, name), name);
  const evil = (name: string) => program(join(made.folder, `evil-${name}`), name);
  const settings: [string, string][] = [
    ["core.hooksPath", hooks],
    ["core.fsmonitor", await evil("fsmonitor")],
    ["core.pager", await evil("pager")],
    ["core.editor", await evil("editor")],
    ["core.askPass", await evil("askpass")],
    ["diff.external", await evil("diff")],
    ["diff.evil.textconv", await evil("textconv")],
    ["filter.evil.clean", await evil("clean")],
    ["filter.evil.process", await evil("process")],
    ["alias.fetch", `!${await evil("alias")}`],
    ["core.gitProxy", await evil("proxy")],
    ["gc.auto", "1"],
    ["pager.config", await evil("configpager")],
    ["pager.remote", await evil("remotepager")],
    ["uploadpack.packObjectsHook", await evil("packobjects")],
    ["maintenance.auto", "true"],
  ];
  for (const [name, value] of settings) await clone.git("config", name, value);
  await clone.write(".gitattributes", "* filter=evil diff=evil\n");
  return ran;
}

describe("the user's repository", () => {
  it("is not touched by a byte but for the folder sightline", async () => {
    const made = await world();
    await busy(made.ann);
    const before = await snapshotRepository(made.ann);
    await doEverything(made, made.ann);
    assert.deepEqual(await snapshotRepository(made.ann), before);
    assert.deepEqual((await readdir(made.ann.storeFolder)).sort(), ["journal", "private", "store.git"]);
  });

  it("gets no folder from being opened and read", async () => {
    const { ann } = await world();
    const store = ann.store();
    await store.read();
    await store.waiting();
    const told = store.onDidChange(() => undefined);
    await openPrivateFiles(ann.storeFolder).read("drafts/1.json");
    await openPrivateFiles(ann.storeFolder).list("");
    told.dispose();
    await store.dispose();
    await assert.rejects(stat(ann.storeFolder));
  });

  it("starts no program, whatever its settings and attributes say", async () => {
    const made = await world();
    await busy(made.ann);
    const ran = await hostile(made, made.ann);
    const before = await snapshotRepositoryQuietly(made.ann, ran);
    await doEverything(made, made.ann);
    assert.deepEqual(await readdir(ran), []);
    assert.deepEqual(await snapshotRepositoryQuietly(made.ann, ran), before);
  });

  it("starts no program that the user's global settings name for other repositories", async () => {
    const made = await world();
    const ran = await hostile(made, made.ann);
    const config = await readFile(join(made.ann.folder, ".git", "config"), "utf8");
    await made.ann.git("config", "--global", "include.path", join(made.folder, "more"));
    await writeFile(
      join(made.folder, "more"),
      config.replace(/\[remote[^[]*/g, "").replace(/\[core\]\s*repositoryformat[^[]*(?=\[)/, ""),
    );
    await doEverything(made, made.ben);
    await rm(join(made.folder, "home", "gitconfig"));
    assert.deepEqual(await readdir(ran), []);
  });

  it("shares one store with its linked worktrees", async () => {
    const made = await world();
    const folder = join(made.folder, "ann-tree");
    await made.ann.git("worktree", "add", "--quiet", "--detach", folder);
    const tree = await made.open("ann-tree", folder);
    assert.equal(tree.storeFolder, made.ann.storeFolder);
    const { line, lines } = aNote();
    await tree.store().append(lines);
    assert.deepEqual([...(await made.ann.store().read()).records.keys()], [line.id]);
    assert.equal((await tree.store().sync(request)).kind, "synced");
    assert.equal(await made.ann.store().waiting(), 0);
  });

  it("may be a link, may have spaces, quotes and other letters in its path", async () => {
    const made = await world();
    const odd = join(made.folder, 'ann\'s "Läden" $(touch x) %PATH% &');
    await made.run(made.folder, ["clone", "--quiet", made.ann.folder, odd]);
    await symlink(odd, join(made.folder, "link"));
    for (const folder of [odd, join(made.folder, "link")]) {
      const clone = await made.open("odd", folder);
      const store = clone.store();
      await store.append(aNote().lines);
      assert.equal((await store.sync(request)).kind, "synced");
    }
  });
});

/** As `snapshotRepository`, with what the looking itself started forgotten. */
async function snapshotRepositoryQuietly(clone: Clone, ran: string) {
  const { files, workTree } = await snapshotRepository(clone);
  for (const name of await readdir(ran)) await rm(join(ran, name));
  return { files, workTree };
}
