import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import type { FileChange, HistoryStep } from "../../src/app/code-history.ts";
import type { CodeText } from "../../src/app/ports.ts";
import { GitFailed } from "../../src/git/ask.ts";
import { compareCommits } from "../../src/git/commands/compare-commits.ts";
import type { CompareOptions } from "../../src/git/commands/compare-commits.ts";
import { findInFiles } from "../../src/git/commands/find-in-files.ts";
import { findGit } from "../../src/git/find-git.ts";
import { GitCodeHistory } from "../../src/git/git-code-history.ts";
import { openRepository } from "../../src/git/open-repository.ts";
import { codeHistoryContract, linesOf } from "../contract/code-history-contract.ts";
import type { HistoryWorld } from "../contract/code-history-contract.ts";
import { cannotRunHere } from "../support/cannot-run-here.ts";
import { MemoryCodeHistory, objectIdOf } from "../support/memory-code-history.ts";
import type { Files } from "../support/memory-code-history.ts";
import { seed } from "../support/seed.ts";
import { snapshotRepository } from "../support/snapshot-repository.ts";
import { until } from "../support/until.ts";
import { world } from "../support/world.ts";
import type { Clone, World, WorldOptions } from "../support/world.ts";

const text = (content: string): CodeText => ({ kind: "text", text: content });
const missing: CodeText = { kind: "missing" };

const ids = (steps: readonly HistoryStep[] | undefined): readonly string[] | undefined =>
  steps?.map(({ commit }) => commit);

const changesOf = (steps: readonly HistoryStep[] | undefined): readonly FileChange[] =>
  (steps ?? []).flatMap(({ changes }) => changes);

let madeCommits = 0;

/** Makes a commit without the index and the work tree, held by a ref of its own. */
async function commitOf(
  made: World,
  clone: Clone,
  files: Files,
  parents: readonly string[],
): Promise<string> {
  const parts: Uint8Array[] = [];
  const say = (line: string) => parts.push(Buffer.from(line, "utf8"));
  say(`commit refs/made/${(madeCommits += 1)}\nmark :1\n`);
  say("committer ann <ann@example.org> 1700000000 +0000\ndata 1\nx\n");
  for (const [at, parent] of parents.entries()) say(`${at === 0 ? "from" : "merge"} ${parent}\n`);
  say("deleteall\n");
  for (const [path, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    say(`M 100644 inline ${JSON.stringify(path)}\ndata ${bytes.length}\n`);
    parts.push(bytes);
    say("\n");
  }
  say("\nget-mark :1\ndone\n");
  const args = ["fast-import", "--quiet", "--done", "--date-format=raw"];
  return (await made.run(clone.folder, args, Buffer.concat(parts))).trim();
}

async function putFiles(clone: Clone, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(clone.folder, path)), { recursive: true });
    await writeFile(join(clone.folder, path), content);
  }
}

const onGit = (options: WorldOptions) => async (): Promise<HistoryWorld> => {
  const made = await world(options);
  return worldOf(made, await made.empty("code"), options);
};

const worldOf = (made: World, clone: Clone, options: WorldOptions = {}): HistoryWorld => ({
  history: clone.repository.history,
  commit: (files, ...parents) => commitOf(made, clone, files, parents),
  putHead: async (commit) => {
    await clone.git("update-ref", "HEAD", commit);
  },
  putBranch: async (name, commit) => {
    await clone.git("update-ref", `refs/heads/${name}`, commit);
  },
  putOnDisk: async ({ tracked = {}, untracked = {}, ignored = {} }) => {
    await putFiles(clone, tracked);
    if (Object.keys(tracked).length > 0) await clone.git("add", ".");
    await putFiles(clone, { ...untracked, ...ignored });
    const lines = Object.keys(ignored).map((path) => `/${path}\n`);
    await writeFile(join(clone.folder, ".git", "info", "exclude"), lines.join(""));
  },
  objectOf: (content) => objectIdOf(content, options.objectFormat),
});

codeHistoryContract("git", onGit({}));

codeHistoryContract("git before 2.36", async () => {
  const made = await world();
  const clone = await made.empty("code");
  const { repository } = clone;
  const git = { ...repository.git, version: { major: 2, minor: 35, text: "2.35.0" } };
  return { ...worldOf(made, clone), history: new GitCodeHistory({ ...repository, git }) };
});

describe("the code's history in git with SHA-256", function () {
  before(async function () {
    try {
      await (await world({ objectFormat: "sha256" })).close();
    } catch {
      cannotRunHere(this, "this git knows no SHA-256");
    }
  });

  codeHistoryContract("git with SHA-256", onGit({ objectFormat: "sha256" }));

  it("takes no id of the other kind, which would be the start of one of its own", async () => {
    const { history, commit, putHead } = await onGit({ objectFormat: "sha256" })();
    const start = await commit({ "a.ts": "1\n" });
    await putHead(await commit({ "a.ts": "2\n" }, start));
    assert.equal(await history.stepsSince(start.slice(0, 40)), undefined);
    assert.deepEqual(await history.texts([{ commit: start.slice(0, 40), path: "a.ts" }]), [missing]);
  });
});

/** Where git is started by a program of the test, which says `before` in its shell first. */
async function withWrapper(made: World, clone: Clone, before: string) {
  const path = join(made.folder, `git-wrapper-${clone.name}`);
  await writeFile(path, `#!/bin/sh\n${before}\nexec '${made.git.path}' "$@"\n`, { mode: 0o755 });
  const found = await findGit({ environment: made.environment, path });
  assert.ok(found.kind === "found");
  const opened = await openRepository(found.git, clone.folder);
  assert.ok(opened.kind === "opened", JSON.stringify(opened));
  return new GitCodeHistory(opened.repository);
}

async function commitAll(clone: Clone, message: string): Promise<string> {
  await clone.git("add", "--all");
  await clone.git("commit", "--quiet", "--allow-empty", "-m", message);
  return (await clone.git("rev-parse", "HEAD")).trim();
}

describe("the code's history in git", () => {
  it("has no way where there is no commit yet, and still answers the rest", async () => {
    const made = await world();
    const fresh = await made.empty("fresh");
    const { history } = fresh.repository;
    await fresh.write("a.ts", "needle\n");
    const head = (await made.ann.git("rev-parse", "HEAD")).trim();
    assert.equal(await history.stepsSince(head), undefined);
    assert.deepEqual(await history.filesWith([["needle"]], 5), [["a.ts"]]);
    assert.deepEqual(await history.texts([{ commit: head, path: "shop/cart.ts" }]), [missing]);
  });

  it("follows HEAD where it is: detached, on a branch, in a linked worktree", async () => {
    const made = await world();
    const { ann } = made;
    const { history } = ann.repository;
    const start = (await ann.git("rev-parse", "HEAD")).trim();
    const one = await commitAll(ann, "one");
    const two = await commitAll(ann, "two");
    const at = join(made.folder, "tree");
    await ann.git("worktree", "add", "--quiet", "--detach", at, one);
    const tree = await made.open("tree", at);
    assert.deepEqual(ids(await tree.repository.history.stepsSince(start)), [one]);
    assert.equal(await tree.repository.history.stepsSince(two), undefined);
    assert.deepEqual(await tree.repository.history.texts([{ commit: two, path: "shop/cart.ts" }]), [
      text("export const total = 1;\n"),
    ]);
    assert.deepEqual(ids(await history.stepsSince(start)), [one, two]);
    await ann.git("checkout", "--quiet", "--detach", "HEAD~1");
    assert.deepEqual(ids(await history.stepsSince(start)), [one]);
    await ann.git("checkout", "--quiet", "-b", "HEAD-like", start);
    assert.deepEqual(await history.stepsSince(start), []);
  });

  it("reads paths of every kind", async () => {
    const { empty } = await world();
    const clone = await empty("odd");
    const { history } = clone.repository;
    const start = await commitAll(clone, "start");
    const askable = [
      "a b.ts",
      'it\'s "q".ts',
      "-rf",
      ":(top)x",
      "*.ts",
      "é😀.ts",
      "tab\t.ts",
      "back\\slash",
      "a:b",
      " x ",
      "deep/-/é",
    ];
    const unaskable = ["new\nline.ts", "end\r"];
    for (const [at, path] of [...askable, ...unaskable].entries()) await clone.write(path, `needle ${at}\n`);
    await writeFile(Buffer.from(`${clone.folder}/caf\xE9.ts`, "latin1"), "needle\nneedle\n");
    const head = await commitAll(clone, "odd");
    assert.deepEqual(
      await history.texts([...askable, ...unaskable].map((path) => ({ commit: head, path }))),
      [...askable.map((_, at) => text(`needle ${at}\n`)), missing, missing],
    );
    const added = changesOf(await history.stepsSince(start));
    // A name that is not UTF-8 can't be said, so it is left out.
    assert.deepEqual(added.map(({ path }) => path).sort(), [...askable, ...unaskable].sort());
    const objects = added.flatMap(({ object }) => (object === undefined ? [] : [{ object }]));
    assert.equal((await history.texts(objects)).filter(({ kind }) => kind === "text").length, added.length);
    assert.deepEqual(
      [...(await history.filesWith([["needle"]], 50)).flat()].sort(),
      [...askable, ...unaskable].sort(),
    );
  });

  it("tells of a rename from or to a name that can't be said what can be", async () => {
    const { empty } = await world();
    const clone = await empty("odd");
    const odd = Buffer.from(`${clone.folder}/caf\xE9.ts`, "latin1");
    await clone.write("a.ts", linesOf("a"));
    const start = await commitAll(clone, "start");
    await rename(join(clone.folder, "a.ts"), odd);
    await commitAll(clone, "there");
    await rename(odd, join(clone.folder, "b.ts"));
    await commitAll(clone, "back");
    assert.deepEqual(changesOf(await clone.repository.history.stepsSince(start)), [
      { kind: "deleted", path: "a.ts", from: undefined, object: undefined },
      { kind: "added", path: "b.ts", from: undefined, object: objectIdOf(linesOf("a")) },
    ]);
  });

  it("knows links and submodules for what they are", async () => {
    const made = await world();
    const { ann, ben } = made;
    const { history } = ann.repository;
    const start = (await ann.git("rev-parse", "HEAD")).trim();
    await ann.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", ben.folder, "sub");
    await symlink("shop/cart.ts", join(ann.folder, "link"));
    const head = await commitAll(ann, "add");
    await rm(join(ann.folder, "link"));
    await ann.write("link", "a file now\n");
    await rm(join(ann.folder, "shop", "cart.ts"));
    await symlink("../link", join(ann.folder, "shop", "cart.ts"));
    await commitAll(ann, "turn");
    const [added, turned] = (await history.stepsSince(start)) ?? [];
    const objects = (step: HistoryStep | undefined) =>
      new Map(step?.changes.map(({ kind, path, object }) => [`${kind} ${path}`, object]));
    assert.equal(objects(added).get("added sub"), undefined);
    assert.ok(objects(added).has("added sub"));
    assert.ok(objects(added).has("added link"));
    assert.equal(objects(added).get("added link"), undefined);
    assert.deepEqual([...objects(turned)].sort(), [
      ["changed link", objectIdOf("a file now\n")],
      ["changed shop/cart.ts", undefined],
    ]);
    assert.deepEqual(
      await history.texts([
        { commit: head, path: "sub" },
        { commit: head, path: "sub/shop/cart.ts" },
        { commit: head, path: "link/x" },
      ]),
      [missing, missing, missing],
    );
    // Neither what a submodule holds nor what a link leads to.
    await ann.write("copy.ts", "export const total = 1;\n");
    await symlink("copy.ts", join(ann.folder, "another"));
    assert.deepEqual(await history.filesWith([["total"]], 9), [["copy.ts"]]);
  });

  it("gives texts as they were committed, and searches them as they are on disk, whatever the line ends", async () => {
    const { empty } = await world();
    const clone = await empty("windows");
    const { history } = clone.repository;
    await clone.git("config", "core.autocrlf", "true");
    await clone.write("a.ts", "one\r\ntwo\r\n");
    const start = await commitAll(clone, "start");
    await clone.git("config", "core.autocrlf", "false");
    await clone.git("rm", "--quiet", "--cached", "a.ts");
    const head = await commitAll(clone, "as it is");
    assert.deepEqual(
      await history.texts([
        { commit: start, path: "a.ts" },
        { commit: head, path: "a.ts" },
      ]),
      [text("one\ntwo\n"), text("one\r\ntwo\r\n")],
    );
    assert.deepEqual(await history.filesWith([["two"]], 5), [["a.ts"]]);
    assert.equal(changesOf(await history.stepsSince(start))[0]?.kind, "changed");
  });

  it("searches from the top, whatever lies below it", async () => {
    const made = await world();
    const { ann } = made;
    await ann.write("shop/.gitignore", "*.log\n");
    await ann.write("shop/deep/a.log", "needle\n");
    await ann.write("shop/deep/a.ts", "needle\n");
    const nested = join(ann.folder, "nested");
    await made.run(ann.folder, ["init", "--quiet", nested]);
    await ann.write("nested/b.ts", "needle\n");
    await made.run(nested, [
      "-c",
      "user.name=x",
      "-c",
      "user.email=x@y",
      "commit",
      "--quiet",
      "--allow-empty",
      "-m",
      "x",
    ]);
    assert.deepEqual(await ann.repository.history.filesWith([["needle"]], 9), [["shop/deep/a.ts"]]);
  });

  it("reads a clone that borrows its objects from another", async () => {
    const made = await world();
    const start = (await made.ann.git("rev-parse", "HEAD")).trim();
    const next = await commitAll(made.ann, "next");
    const at = join(made.folder, "borrower");
    await made.run(made.folder, ["clone", "--quiet", "--shared", made.ann.folder, at]);
    const { history } = (await made.open("borrower", at)).repository;
    assert.deepEqual(ids(await history.stepsSince(start)), [next]);
    assert.deepEqual(await history.texts([{ commit: start, path: "shop/cart.ts" }]), [
      text("export const total = 1;\n"),
    ]);
  });

  it("ends at the edge of a shallow clone", async () => {
    const made = await world();
    const { ann } = made;
    const commits: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      await ann.write("a.ts", `${linesOf("a")}${at}\n`);
      commits.push(await commitAll(ann, String(at)));
    }
    const at = join(made.folder, "shallow");
    await made.run(made.folder, ["clone", "--quiet", "--depth=3", `file://${ann.folder}`, at]);
    const { history } = (await made.open("shallow", at)).repository;
    assert.deepEqual(ids(await history.stepsSince(commits[3] ?? "")), commits.slice(4));
    assert.deepEqual(ids(await history.stepsSince(commits[4] ?? "")), commits.slice(5));
    assert.equal(await history.stepsSince(commits[2] ?? ""), undefined);
    const texts = await history.texts(
      [2, 3].map((which) => ({ commit: commits[which] ?? "", path: "a.ts" })),
    );
    assert.deepEqual(texts, [missing, text(`${linesOf("a")}3\n`)]);
  });

  it("starts a shallow clone's way at a merge whose other side it has", async () => {
    const made = await world();
    const { ann } = made;
    const start = await commitAll(ann, "start");
    await ann.git("checkout", "--quiet", "-b", "side");
    await ann.write("side.ts", "1\n");
    const side = await commitAll(ann, "side");
    await ann.git("checkout", "--quiet", "main");
    await ann.write("main.ts", "1\n");
    const main = await commitAll(ann, "main");
    await ann.git("merge", "--quiet", "--no-edit", "side");
    const merge = (await ann.git("rev-parse", "HEAD")).trim();
    const at = join(made.folder, "shallow");
    await made.run(made.folder, ["clone", "--quiet", "--depth=2", `file://${ann.folder}`, at]);
    const { history } = (await made.open("shallow", at)).repository;
    assert.deepEqual(ids(await history.stepsSince(side)), [merge]);
    assert.deepEqual(ids(await history.stepsSince(main)), [merge]);
    assert.equal(await history.stepsSince(start), undefined);
    assert.deepEqual(
      changesOf(await history.stepsSince(main)).map(({ kind, path }) => `${kind} ${path}`),
      ["added side.ts"],
    );
  });

  it(`finds the same ways as the twin in memory, whatever was merged with what (seed ${seed})`, async () => {
    const made = await world();
    const commit = fc.array(fc.nat({ max: 6 }), { maxLength: 3 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(commit, { minLength: 2, maxLength: 9 }), async (plan) => {
        const clone = await made.empty(`dag${(run += 1)}`);
        const commits: { id: string; parents: string[]; files: Files }[] = [];
        for (const [at, back] of plan.entries()) {
          // How many commits back each parent is.
          const parents = [...new Set(back.map((steps) => commits[at - 1 - steps]?.id ?? ""))].filter(
            (id) => id !== "",
          );
          const files = { "a.ts": `${at}\n`, [`${at}.ts`]: linesOf(`f${at}x`) };
          commits.push({ id: await commitOf(made, clone, files, parents), parents, files });
        }
        const twin = new MemoryCodeHistory(commits);
        await clone.git("update-ref", "HEAD", twin.head ?? "");
        for (const { id } of commits) {
          const [ours, theirs] = [await clone.repository.history.stepsSince(id), await twin.stepsSince(id)];
          assert.deepEqual(ours, theirs);
        }
      }),
      { seed, numRuns: 12 },
    );
  }).timeout(120_000);
});

describe("the code's history and the network", () => {
  /** A clone that has the files of HEAD, and of its history no other; its remote is gone, and a program stands where it would be reached. */
  async function partial() {
    const made = await world();
    const { ann } = made;
    const [a, b] = [linesOf("a"), linesOf("b")];
    await ann.write("a.ts", a);
    await ann.write("b.ts", b);
    const start = await commitAll(ann, "start");
    await ann.git("mv", "a.ts", "moved.ts");
    const moved = await commitAll(ann, "move");
    await ann.git("mv", "b.ts", "edited.ts");
    await ann.write("edited.ts", b.replace("b(21)", "b(22)"));
    const edited = await commitAll(ann, "move and edit");
    await ann.write("last.ts", "needle\n");
    const last = await commitAll(ann, "add");
    await ann.git("config", "uploadpack.allowFilter", "true");
    const at = join(made.folder, "partial");
    await made.run(made.folder, ["clone", "--quiet", "--filter=blob:none", `file://${ann.folder}`, at]);
    const clone = await made.open("partial", at);
    await rename(ann.folder, `${ann.folder}.gone`);
    const contacted = join(made.folder, "contacted");
    const program = join(made.folder, "upload-pack");
    await writeFile(program, `#!/bin/sh\ntouch '${contacted}'\nexit 1\n`, { mode: 0o755 });
    await clone.git("config", "remote.origin.uploadpack", program);
    const isContacted = async () => (await readdir(made.folder)).includes("contacted");
    return { made, clone, commits: { start, moved, edited, last }, texts: { a, b }, isContacted };
  }

  it("fetches nothing in a partial clone, and says what is missing", async () => {
    const { made, clone, commits, texts, isContacted } = await partial();
    // As a git would do it that has never heard of GIT_NO_LAZY_FETCH, and with everything it does written down.
    const trace = join(made.folder, "trace");
    const history = await withWrapper(
      made,
      clone,
      `unset GIT_NO_LAZY_FETCH; export GIT_TRACE2_EVENT='${trace}'`,
    );
    await writeFile(trace, "");
    assert.deepEqual(
      await history.texts([
        { commit: commits.start, path: "b.ts" },
        { commit: commits.start, path: "a.ts" },
        { object: objectIdOf(texts.b) },
        { object: "1".repeat(40) },
        { commit: "1".repeat(40), path: "a.ts" },
        { commit: commits.last, path: "last.ts" },
      ]),
      [missing, text(texts.a), missing, missing, missing, text("needle\n")],
    );
    const steps = await history.stepsSince(commits.start);
    assert.deepEqual(
      steps?.map(({ commit, changes }) => [commit, changes.map(({ kind, path }) => `${kind} ${path}`)]),
      [
        [commits.moved, ["renamed moved.ts"]],
        // Beside an edit a rename is only seen by reading both.
        [commits.edited, ["deleted b.ts", "added edited.ts"]],
        [commits.last, ["added last.ts"]],
      ],
    );
    assert.equal(await history.stepsSince("1".repeat(40)), undefined);
    assert.deepEqual(await history.filesWith([["needle"]], 5), [["last.ts"]]);
    const events = (await readFile(trace, "utf8")).split("\n");
    assert.ok(
      events.some((event) => event.includes('"cmd_name"')),
      "the trace says nothing",
    );
    assert.deepEqual(
      events.filter((event) => event.includes('"child_start"')),
      [],
    );
    assert.equal(await isContacted(), false);
  });

  it("asks for no commit either, where HEAD is at one that is missing", async () => {
    const { made, clone, commits, isContacted } = await partial();
    const history = await withWrapper(made, clone, "unset GIT_NO_LAZY_FETCH");
    await writeFile(join(clone.folder, ".git", "HEAD"), `${"1".repeat(40)}\n`);
    assert.equal(await history.stepsSince(commits.start), undefined);
    assert.equal(await isContacted(), false);
  });

  it("could be seen to fetch", async () => {
    const { clone, commits, isContacted } = await partial();
    await assert.rejects(clone.git("cat-file", "-p", `${commits.start}:b.ts`));
    assert.equal(await isContacted(), true);
  });

  it("finds renames beside edits again where the files are there", async () => {
    const { made, commits } = await partial();
    const gone = await made.open("whole", `${made.ann.folder}.gone`);
    assert.deepEqual(
      changesOf(await gone.repository.history.stepsSince(commits.moved)).map(
        ({ kind, path }) => `${kind} ${path}`,
      ),
      ["renamed edited.ts", "added last.ts"],
    );
  });
});

describe("the code's history and what a repository is set to", () => {
  async function ask(clone: Clone, start: string) {
    const { history } = clone.repository;
    const head = (await clone.git("rev-parse", "HEAD")).trim();
    return {
      texts: await history.texts([
        { commit: start, path: "lib/a.ts" },
        { commit: head, path: "lib/b é.ts" },
      ]),
      files: (await history.filesWith([["a7 = a(49)"]], 9)).flat(),
      steps: await history.stepsSince(start),
    };
  }

  async function withHistory(clone: Clone): Promise<string> {
    await clone.write("lib/a.ts", linesOf("a"));
    await clone.write("lib/c.ts", linesOf("c"));
    const start = await commitAll(clone, "start");
    await clone.git("checkout", "--quiet", "-b", "side");
    await clone.write("side.ts", linesOf("s"));
    await commitAll(clone, "side");
    await clone.git("checkout", "--quiet", "main");
    await clone.git("mv", "lib/a.ts", "lib/b é.ts");
    await clone.write("lib/b é.ts", `${linesOf("a")}more\n`);
    await clone.write("lib/c.ts", `${linesOf("c")}more\n`);
    await commitAll(clone, "move");
    await clone.git("merge", "--quiet", "--no-edit", "side");
    await clone.write("lib/c.ts", `${linesOf("c")}not committed\n`);
    return start;
  }

  it("answers the same, and starts no program", async () => {
    const made = await world();
    const { ann } = made;
    const start = await withHistory(ann);
    const expected = await ask(ann, start);
    assert.deepEqual(expected.files, ["lib/b é.ts"]);
    assert.deepEqual(
      changesOf(expected.steps).map(({ kind, path }) => `${kind} ${path}`),
      ["renamed lib/b é.ts", "changed lib/c.ts", "added side.ts"],
    );

    const ran = join(made.folder, "ran");
    const hooks = join(made.folder, "hooks");
    await mkdir(ran);
    await mkdir(hooks);
    const evil = async (name: string, path = join(made.folder, `evil-${name}`)) => {
      await writeFile(path, `#!/bin/sh\ntouch '${ran}/${name}'\ncat\n`);
      await chmod(path, 0o755);
      return path;
    };
    for (const name of [
      "post-index-change",
      "fsmonitor-watchman",
      "reference-transaction",
      "post-checkout",
    ]) {
      await evil(name, join(hooks, name));
      await evil(name, join(ann.folder, ".git", "hooks", name));
    }
    const pager = await evil("pager");
    const settings: [string, string][] = [
      ["core.hooksPath", hooks],
      ["core.fsmonitor", await evil("fsmonitor")],
      ["core.pager", pager],
      ["core.alternateRefsCommand", await evil("alternates")],
      ["core.quotePath", "true"],
      ["core.attributesFile", join(ann.folder, ".gitattributes")],
      ["core.precomposeUnicode", "true"],
      ["pager.grep", pager],
      ["pager.log", pager],
      ["diff.external", await evil("diff")],
      ["diff.evil.textconv", await evil("textconv")],
      ["diff.evil.command", await evil("command")],
      ["diff.renames", "false"],
      ["diff.renameLimit", "1"],
      ["diff.noprefix", "true"],
      ["diff.relative", "true"],
      ["diff.ignoreSubmodules", "all"],
      ["diff.orderFile", join(ann.folder, "order")],
      ["diff.submodule", "log"],
      ["filter.evil.clean", await evil("clean")],
      ["filter.evil.smudge", await evil("smudge")],
      ["filter.evil.process", await evil("process")],
      ["filter.evil.required", "true"],
      ["alias.grep", `!${await evil("alias")}`],
      ["alias.rev-list", `!${await evil("alias2")}`],
      ["alias.cat-file", `!${await evil("alias3")}`],
      ["log.showSignature", "true"],
      ["gpg.program", await evil("gpg")],
      ["log.follow", "true"],
      ["log.diffMerges", "off"],
      ["log.showRoot", "false"],
      ["log.mailmap", "true"],
      ["mailmap.blob", "HEAD:mailmap"],
      ["grep.lineNumber", "true"],
      ["grep.column", "true"],
      ["grep.fullName", "false"],
      ["grep.patternType", "perl"],
      ["grep.extendedRegexp", "true"],
      ["grep.fallbackToNoIndex", "true"],
      ["color.grep", "always"],
      ["color.ui", "always"],
      ["color.diff", "always"],
      ["submodule.recurse", "true"],
      ["feature.experimental", "true"],
      ["core.untrackedCache", "true"],
      ["index.threads", "1"],
    ];
    for (const [name, value] of settings) {
      await ann.git("config", name, value);
      await ann.git("config", "--global", name, value);
    }
    const attributes =
      "* diff=evil filter=evil working-tree-encoding=UTF-8 export-subst ident text eol=crlf\n";
    await writeFile(join(ann.folder, ".git", "info", "attributes"), attributes);
    await ann.write("order", "zzz\n");
    for (const name of await readdir(ran)) await rm(join(ran, name));
    const index = await readFile(join(ann.folder, ".git", "index"));
    const answered = await ask(ann, start);
    assert.deepEqual(await readdir(ran), []);
    assert.deepEqual(answered, expected);
    assert.deepEqual(await readFile(join(ann.folder, ".git", "index")), index);
  });

  it("does not touch a byte", async () => {
    const made = await world();
    const { ann } = made;
    const start = await withHistory(ann);
    // An index whose times don't fit the files is one that git likes to write again.
    await ann.write("shop/cart.ts", "export const total = 1;\n");
    await ann.write("new.ts", "a7 = a(49)\n");
    const before = await snapshotRepository(ann);
    const { steps, files, texts } = await ask(ann, start);
    assert.deepEqual([steps?.length, files.length, texts.length], [2, 2, 2]);
    assert.deepEqual(await snapshotRepository(ann), before);
  });

  it("leaves nothing in the temporary folder", async () => {
    const made = await world();
    const start = await withHistory(made.ann);
    const temporary = join(made.folder, "temporary");
    await mkdir(temporary);
    const outside = process.env["TMPDIR"];
    process.env["TMPDIR"] = temporary;
    try {
      await ask(made.ann, start);
      const history = await withWrapper(made, made.ann, 'case "$*" in *cat-file*) exit 3;; esac');
      await assert.rejects(history.texts([{ commit: start, path: "lib/a.ts" }]), GitFailed);
    } finally {
      if (outside === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = outside;
    }
    assert.deepEqual(await readdir(temporary), []);
  });
});

describe("the code's history and time", () => {
  it("gives up at once when it is called off", async () => {
    const made = await world();
    const { ann } = made;
    const start = (await ann.git("rev-parse", "HEAD")).trim();
    await commitAll(ann, "next");
    const started = join(made.folder, "started");
    const slow = `case "$*" in *cat-file*|*grep*|*rev-list*) touch '${started}'; exec sleep 60;; esac`;
    const history = await withWrapper(made, ann, slow);
    const why = new Error("the window was closed");
    const isWhy = (error: unknown) => error === why;
    for (const ask of [
      (signal: AbortSignal) => history.texts([{ commit: start, path: "shop/cart.ts" }], signal),
      (signal: AbortSignal) => history.filesWith([["total"]], 1, signal),
      (signal: AbortSignal) => history.stepsSince(start, signal),
    ]) {
      await assert.rejects(ask(AbortSignal.abort(why)), isWhy);
      assert.ok(!(await readdir(made.folder)).includes("started"));
      const stop = new AbortController();
      const asked = ask(stop.signal);
      await until("git was started", async () => (await readdir(made.folder)).includes("started"));
      stop.abort(why);
      await assert.rejects(asked, isWhy);
      await rm(started);
    }
  });

  it("finds no file where that takes longer than 5 seconds", async () => {
    const made = await world();
    const history = await withWrapper(made, made.ann, 'case "$*" in *grep*) exec sleep 60;; esac');
    assert.deepEqual(await history.filesWith([["total"]], 1), [[]]);
  });

  it("never hands code to git where others could see it", async () => {
    const made = await world();
    const log = join(made.folder, "arguments");
    const history = await withWrapper(made, made.ann, `echo "$*" >>'${log}'`);
    assert.deepEqual(await history.filesWith([["const total = 1"]], 1), [["shop/cart.ts"]]);
    const lines = (await readFile(log, "utf8")).split("\n").filter((line) => line.includes(" grep "));
    assert.equal(lines.length, 1);
    assert.doesNotMatch(lines[0] ?? "", /total/);
  });

  it("starts no process where nothing can be asked", async () => {
    const made = await world();
    const log = join(made.folder, "started");
    const history = await withWrapper(made, made.ann, `echo "$*" >>'${log}'`);
    await writeFile(log, "");
    assert.deepEqual(await history.filesWith([["", "a\nb"]], 5), [[]]);
    const asked = [{ object: "x" }, { commit: "HEAD", path: "a" }];
    assert.deepEqual(await history.texts(asked), [missing, missing]);
    assert.equal(await history.stepsSince("HEAD~1"), undefined);
    assert.equal(await readFile(log, "utf8"), "");
    await history.filesWith([["total"]], 5);
    assert.match(await readFile(log, "utf8"), / grep /);
  });

  it("reads a text once, however often it is asked for, and none that is too large", async () => {
    const made = await world();
    const { ann } = made;
    const start = (await ann.git("rev-parse", "HEAD")).trim();
    const commits = [start];
    for (let at = 0; at < 5; at += 1) commits.push(await commitAll(ann, String(at)));
    const log = join(made.folder, "asked");
    const record = `case "$*" in *cat-file*) tee -a '${log}' | '${made.git.path}' "$@"; exit;; esac`;
    const history = await withWrapper(made, ann, record);
    await ann.write("large.ts", "x".repeat(20 * 1024 * 1024 + 1));
    const last = await commitAll(ann, "large");
    const asked = commits.map((commit) => ({ commit, path: "shop/cart.ts" }));
    assert.deepEqual(await history.texts([...asked, { commit: last, path: "large.ts" }]), [
      ...commits.map(() => text("export const total = 1;\n")),
      { kind: "tooLarge" },
    ]);
    const lines = (await readFile(log, "utf8")).trim().split("\n");
    const read = lines.filter((line) => line.startsWith("contents "));
    assert.equal(lines.filter((line) => line.startsWith("info ")).length, commits.length + 1);
    assert.deepEqual(read, [`contents ${objectIdOf("export const total = 1;\n")}`]);
  });

  it("asks one git for texts again and again, and another where that was ended", async () => {
    const made = await world();
    const { ann } = made;
    const start = (await ann.git("rev-parse", "HEAD")).trim();
    const log = join(made.folder, "processes");
    const history = await withWrapper(made, ann, `case "$*" in *cat-file*) echo $$ >>'${log}';; esac`);
    const asked = [{ commit: start, path: "shop/cart.ts" }];
    const expected = [text("export const total = 1;\n")];
    const processes = async () => (await readFile(log, "utf8")).trim().split("\n");
    for (let times = 0; times < 3; times++) assert.deepEqual(await history.texts(asked), expected);
    const together = await Promise.all([history.texts(asked), history.texts(asked), history.texts([])]);
    assert.deepEqual(together, [expected, expected, []]);
    const [first, ...others] = await processes();
    assert.deepEqual(others, []);
    process.kill(Number(first), "SIGKILL");
    assert.deepEqual(await history.texts(asked), expected);
    assert.equal((await processes()).length, 2);
    // What was written meanwhile is there too.
    await ann.write("new.ts", "new\n");
    const next = await commitAll(ann, "new");
    assert.deepEqual(await history.texts([{ commit: next, path: "new.ts" }]), [text("new\n")]);
    assert.equal((await processes()).length, 2);
  });

  it("keeps no program from ending with the git that waits for questions", async () => {
    const made = await world();
    const start = (await made.ann.git("rev-parse", "HEAD")).trim();
    const script = join(made.folder, "asks.mts");
    const source = (name: string) => JSON.stringify(pathToFileURL(join("src", "git", name)).href);
    await writeFile(
      script,
      `import { findGit } from ${source("find-git.ts")};
       import { openRepository } from ${source("open-repository.ts")};
       const found = await findGit();
       const opened = await openRepository(found.git, ${JSON.stringify(made.ann.folder)});
       const asked = [{ commit: "${start}", path: "shop/cart.ts" }];
       const [answer] = await opened.repository.history.texts(asked);
       process.stdout.write(answer.kind);
       process.on("exit", () => process.stdout.write(" " + (performance.now() - from < 3000)));
       const from = performance.now();`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script]);
    assert.equal(stdout, "text true");
  });
});

describe("git's answers about the code's history", () => {
  const A = "a".repeat(40);
  const B = "b".repeat(40);
  const none = "0".repeat(40);

  function read(output: string, options: Partial<CompareOptions> = {}, exit = 0) {
    const command = compareCommits(
      [
        [A, B],
        [B, A],
      ],
      {
        renames: "similar",
        maxChanges: 100,
        maxChangesInAll: 1000,
        limitMs: 1,
        ...options,
      },
    );
    const bytes = Buffer.from(output);
    const answers = [1, 3, 7, bytes.length].map((size) => {
      const reader = command.reader();
      for (let at = 0; at < bytes.length; at += size) reader.take(bytes.subarray(at, at + size));
      return reader.finish({ exit, stderr: "" });
    });
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    return answers[0];
  }

  const header = (status: string) =>
    `:${status === "A" ? "000000" : "100644"} ${status === "D" ? "000000" : "100644"} ${A} ${status === "D" ? none : B} ${status}`;

  it("changes of commits, also of those named like a commit", () => {
    const output = [A, header("R087"), B, "b.ts", header("A"), A, B, header("D"), "\n"].join("\0");
    assert.deepEqual(read(`${output}\0`), [
      {
        commit: A,
        changes: [
          { kind: "renamed", path: "b.ts", from: B, object: B },
          { kind: "added", path: A, from: undefined, object: B },
        ],
      },
      { commit: B, changes: [{ kind: "deleted", path: "\n", from: undefined, object: undefined }] },
    ]);
    assert.deepEqual(read(""), [
      { commit: A, changes: [] },
      { commit: B, changes: [] },
    ]);
    assert.equal(read("", {}, 128), "notHere");
  });

  it("of a commit that changes very many files not those that are new", () => {
    const output = [
      A,
      ...[header("A"), "1", header("M"), "2", header("A"), "3", header("A"), "4", header("M"), "5"],
      B,
      ...[header("A"), "1", header("A"), "2", header("A"), "3"],
    ].join("\0");
    const steps = read(`${output}\0`, { maxChanges: 3 });
    assert.ok(typeof steps === "object");
    assert.deepEqual(
      steps.map(({ changes }) => changes.map(({ path }) => path)),
      [
        ["2", "5"],
        ["1", "2", "3"],
      ],
    );
    assert.equal(read(`${output}\0`, { maxChanges: 3, maxChangesInAll: 4 }), "tooMany");
    assert.notEqual(read(`${output}\0`, { maxChanges: 3, maxChangesInAll: 5 }), "tooMany");
  });

  it("files and their lines", () => {
    for (const output of ["", "a\0" + "x y\n", "a\n1\0" + "x\r\nb c\0" + "\0x\n"]) {
      for (const size of [1, 2, 50]) {
        const found: string[][] = [];
        const reader = findInFiles(["x"], (path, line) => void found.push([path, line])).reader();
        const bytes = Buffer.from(output);
        for (let at = 0; at < bytes.length; at += size) reader.take(bytes.subarray(at, at + size));
        reader.finish({ exit: 0, stderr: "" });
        const expected =
          output === ""
            ? []
            : output.startsWith("a\n")
              ? [
                  ["a\n1", "x\r"],
                  ["b c", "\0x"],
                ]
              : [["a", "x y"]];
        assert.deepEqual(found, expected);
      }
    }
  });
});
