import assert from "node:assert/strict";
import { chmod, mkdir, readdir, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failureWords } from "../../src/app/sync-words.ts";
import { openRepository } from "../../src/git/open-repository.ts";
import type { Store, SyncOutcome, SyncRequest } from "../../src/store/store.ts";
import { cannotRunHere } from "../support/cannot-run-here.ts";
import { aNote, idsOf } from "../support/event-builders.ts";
import { snapshotRepository } from "../support/snapshot-repository.ts";
import { inEnglish } from "../support/app-world.ts";
import { world } from "../support/world.ts";
import type { Clone, World } from "../support/world.ts";
import { BareRemote } from "./bare-remote.ts";

const request = (parts: Partial<SyncRequest> = {}): SyncRequest => ({
  render: () => [{ path: "README.md", text: "# Open\n" }],
  message: "test",
  ...parts,
});

async function synced(store: Store, parts: Partial<SyncRequest> = {}): Promise<void> {
  const outcome = await store.sync(request(parts));
  assert.equal(outcome.kind, "synced", JSON.stringify(outcome));
}

async function failed(store: Store) {
  const outcome: SyncOutcome = await store.sync(request());
  assert.ok(outcome.kind === "failed", outcome.kind);
  return outcome;
}

const read = async (store: Store) => idsOf(await store.read());

/** A note goes from a clone to Ben by way of the remote, and one of his comes back; nothing else of the clone is touched. */
async function exchanges(made: World, clone: Clone): Promise<void> {
  const before = await snapshotRepository(clone);
  const [store, ben] = [clone.store(), made.ben.store()];
  await store.append(aNote().lines);
  await synced(store);
  await ben.append(aNote().lines);
  await synced(ben);
  await synced(store);
  assert.deepEqual(await read(store), await read(ben));
  assert.equal(await store.waiting(), 0);
  await store.dispose();
  assert.deepEqual(await snapshotRepository(clone), before);
}

async function bare(made: World, name: string) {
  const folder = join(made.folder, name);
  await made.run(made.folder, ["init", "--quiet", "--bare", folder]);
  return {
    folder,
    refs: async () =>
      (await made.run(folder, ["for-each-ref", "--format=%(refname)"])).split("\n").filter(Boolean),
    /** All that is in its objects, as text. */
    content: () => made.run(folder, ["cat-file", "--batch-all-objects", "--batch"], "", "latin1"),
  };
}

async function script(path: string, text: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
  return path;
}

describe("a name that is taken", () => {
  it("here, by branches, tags and remembered branches sightline/x: nothing of the user's is in the way, and it stays", async () => {
    const made = await world();
    const { ann } = made;
    for (const ref of [
      "heads/sightline/x",
      "tags/sightline",
      "remotes/origin/sightline/y",
      "heads/refs/sightline",
    ])
      await ann.git("update-ref", `refs/${ref}`, "HEAD");
    await exchanges(made, ann);
  });

  it("on the remote, by a branch sightline/x: said by name after one try, and sent once it is gone", async () => {
    const made = await world();
    await made.ann.git("push", "--quiet", "origin", "HEAD:refs/heads/sightline/login");
    const bareRemote = new BareRemote(made);
    let pushes = 0;
    const store = made.ann.store({
      testing: {
        between: (remote) => {
          const through = bareRemote.between(remote);
          return { ...through, push: (...push) => ((pushes += 1), through.push(...push)) };
        },
      },
    });
    await store.append(aNote().lines);
    const { failure, waiting } = await failed(store);
    assert.deepEqual([failure.reason, waiting, pushes], ["nameTaken", 1, 1]);
    const words = failureWords(failure, { remote: "origin", branch: "sightline", waiting }, inEnglish);
    assert.match(words, /^The branch “sightline\/login” on origin stands in the way of “sightline”/);
    await made.remote.git("update-ref", "-d", "refs/heads/sightline/login");
    await synced(store);
  });

  it("on the remote, by sightline where the record is set to be sightline/notes: the same", async () => {
    const made = await world();
    await made.ann.git("push", "--quiet", "origin", "HEAD:refs/heads/sightline");
    const store = made.ann.store({ branch: "sightline/notes" });
    await store.append(aNote().lines);
    const { failure } = await failed(store);
    assert.equal(failure.reason, "nameTaken");
    assert.match(failure.detail, /'refs\/heads\/sightline' exists/);
  });

  it("on the remote, by a branch that holds somebody's files: it is left alone", async () => {
    const made = await world();
    await made.ann.git("push", "--quiet", "origin", "HEAD:refs/heads/sightline");
    const before = await made.remote.git("rev-parse", "sightline");
    const store = made.ann.store();
    await store.append(aNote().lines);
    assert.equal((await failed(store)).failure.reason, "notOurs");
    assert.equal(await made.remote.git("rev-parse", "sightline"), before);
  });
});

describe("a repository that is copied whole", () => {
  it("by push --mirror, clone --mirror and bundle --all carries nothing of ours", async () => {
    const made = await world();
    const { ann } = made;
    const store = ann.store();
    await store.append(aNote({ title: "only on the branch sightline" }).lines);
    await synced(store);
    await store.append(aNote({ title: "only on this machine" }).lines);
    await store.dispose();
    const pushed = await bare(made, "pushed.git");
    await ann.git("push", "--quiet", "--mirror", pushed.folder);
    const cloned = join(made.folder, "cloned.git");
    await made.run(made.folder, ["clone", "--quiet", "--mirror", ann.folder, cloned]);
    const bundle = join(made.folder, "all.bundle");
    await ann.git("bundle", "create", "--quiet", bundle, "--all");
    const unpacked = await bare(made, "unpacked.git");
    await made.run(unpacked.folder, ["fetch", "--quiet", bundle, "+refs/*:refs/*"]);
    for (const folder of [pushed.folder, cloned, unpacked.folder]) {
      const refs = await made.run(folder, ["for-each-ref", "--format=%(refname)"]);
      assert.equal(refs.trim(), "refs/heads/main");
      const objects = await made.run(folder, ["cat-file", "--batch-all-objects", "--batch"], "", "latin1");
      assert.ok(!/only on/.test(objects), folder);
    }
  });

  it("onto the team's own remote takes our branch away there, as it does every other: said, and put back", async () => {
    const made = await world();
    const store = made.ann.store();
    await store.append(aNote().lines);
    await synced(store);
    await made.ben.git("push", "--quiet", "--mirror", "origin");
    const outcome = await store.sync(request());
    assert.ok(outcome.kind === "rewritten" && outcome.deleted);
    await synced(store, { whenRewritten: "putBack" });
    assert.equal((await new BareRemote(made).lines())?.length, 1);
  });

  it("and is set to mirror its remote: we push our branch, and no other", async () => {
    const made = await world();
    await made.ann.git("config", "remote.origin.mirror", "true");
    await made.ann.git("config", "push.followTags", "true");
    await made.ann.git("config", "remote.origin.push", "+refs/*:refs/*");
    await made.ann.git("tag", "-a", "-m", "x", "v1");
    await exchanges(made, made.ann);
    assert.equal(
      (await made.remote.git("for-each-ref", "--format=%(refname)")).trim(),
      "refs/heads/sightline",
    );
  });
});

describe("several remotes", () => {
  it("in a fork, the record is where it was agreed, upstream, and no second one starts at origin", async () => {
    const made = await world();
    const fork = await bare(made, "fork.git");
    await made.ann.git("remote", "rename", "origin", "upstream");
    await made.ann.git("remote", "add", "origin", fork.folder);
    const [store, ben] = [made.ann.store({ remote: "upstream" }), made.ben.store()];
    await ben.append(aNote().lines);
    await synced(ben);
    await store.append(aNote().lines);
    await synced(store);
    await synced(ben);
    assert.deepEqual(await read(store), await read(ben));
    assert.deepEqual(await fork.refs(), []);
  });

  it("of which one holds nothing but notes: the record goes there, and nothing to the code's", async () => {
    const made = await world();
    const notes = await bare(made, "notes.git");
    for (const clone of [made.ann, made.ben]) await clone.git("remote", "add", "notes", notes.folder);
    const [store, ben] = [made.ann.store({ remote: "notes" }), made.ben.store({ remote: "notes" })];
    await store.append(aNote().lines);
    await synced(store);
    await synced(ben);
    assert.deepEqual(await read(ben), await read(store));
    assert.deepEqual(await notes.refs(), ["refs/heads/sightline"]);
    assert.ok(!(await notes.content()).includes("total"), "no code goes along");
    assert.equal(await made.remote.git("for-each-ref"), "");
  });
});

describe("a repository that is set up in an odd way", () => {
  it("with an extension that this git does not know, or refs as a newer one keeps them: says that git is too old", async () => {
    const { ann, git, empty } = await world();
    const kind = async (folder: string) => (await openRepository(git, folder)).kind;
    await ann.git("config", "core.repositoryFormatVersion", "1");
    await ann.git("config", "extensions.sightlineTest", "true");
    assert.equal(await kind(ann.folder), "unknownFormat");
    const newer = await empty("newer");
    await newer.git("config", "core.repositoryFormatVersion", "99");
    assert.equal(await kind(newer.folder), "unknownFormat");
  });

  it("with refs in a reftable", async function () {
    const made = await world();
    const folder = join(made.folder, "reftable");
    try {
      await made.run(made.folder, ["init", "--quiet", "--ref-format=reftable", folder]);
    } catch {
      const { major, minor } = made.git.version;
      cannotRunHere(this, `git ${major}.${minor} has no reftable, 2.45 has`);
    }
    await made.run(folder, ["remote", "add", "origin", made.remote.folder]);
    await exchanges(made, await made.open("reftable", folder));
  });

  it("with settings of a worktree's own and a sparse checkout", async () => {
    const made = await world();
    await made.ann.git("config", "extensions.worktreeConfig", "true");
    await made.ann.git("sparse-checkout", "set", "docs");
    await exchanges(made, made.ann);
    assert.equal(await made.ann.repository.tracking("shop/cart.ts"), "tracked");
  });

  it("with replaced commits and files: what was committed counts, here and on the remote", async () => {
    const made = await world();
    const { ann, ben, remote } = made;
    const original = (await ann.git("rev-parse", "HEAD:shop/cart.ts")).trim();
    await ann.write("other.ts", "something else\n");
    const other = (await ann.git("hash-object", "-w", "other.ts")).trim();
    await ann.git("replace", original, other);
    const commit = (await ann.git("rev-parse", "HEAD")).trim();
    const [text] = await ann.repository.history.texts([{ commit, path: "shop/cart.ts" }]);
    assert.deepEqual(text, { kind: "text", text: "export const total = 1;\n" });

    const store = ann.store();
    await store.append(aNote().lines);
    await synced(store);
    await ann.git("push", "--quiet", "origin", "HEAD:refs/heads/main");
    await remote.git("replace", "sightline", "main");
    const his = ben.store();
    await synced(his);
    assert.deepEqual(await read(his), await read(store));
  });

  it("that borrows its objects, is shallow, or fetches them when they are asked for", async () => {
    const made = await world();
    const { ann, folder, run, open } = made;
    await ann.git("push", "--quiet", "origin", "HEAD:refs/heads/main");
    await made.remote.git("config", "uploadpack.allowFilter", "true");
    const url = `file://${made.remote.folder}`;
    for (const [name, ...how] of [
      ["borrowing", "--shared", ann.folder],
      ["shallow", "--depth=1", url],
      ["partial", "--filter=tree:0", "--no-checkout", url],
    ]) {
      const at = join(folder, name ?? "");
      await run(folder, ["clone", "--quiet", "--branch=main", ...how, at]);
      await run(at, ["remote", "set-url", "origin", made.remote.folder]);
      await exchanges(made, await open(name ?? "", at));
    }
  });

  it("as a submodule has a record of its own, beside that of the repository around it", async () => {
    const made = await world();
    const { ann, ben } = made;
    await ann.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", ben.folder, "lib");
    const lib = await made.open("lib", join(ann.folder, "lib"));
    assert.equal(lib.storeFolder, join(ann.folder, ".git", "modules", "lib", "sightline"));
    const [outer, inner] = [aNote(), aNote()];
    await ann.store().append(outer.lines);
    await lib.store({ remote: undefined }).append(inner.lines);
    assert.deepEqual(await read(ann.store()), [outer.line.id]);
    assert.deepEqual(await read(lib.store()), [inner.line.id]);
  });

  it("at a path with a newline, quotes, and letters of all kinds", async () => {
    const made = await world();
    const odd = join(made.folder, "new\nline 'a' \"b\" é😀 \\ $(x) `y`");
    await rename(made.ann.folder, odd);
    await exchanges(made, await made.open("odd", odd));
  });

  it("at a path that is not UTF-8: by a link with a name that is, or not at all", async () => {
    const made = await world();
    const odd = Buffer.concat([Buffer.from(`${made.folder}/caf`), Buffer.from([0xe9])]);
    await rename(made.ann.folder, odd);
    const link = join(made.folder, "link");
    await symlink(odd, link);
    const opened = await openRepository(made.git, link);
    assert.equal(opened.kind, "unreadable");
  });

  it("with two files whose names differ in case only: each is itself", async function () {
    const { ann } = await world();
    await ann.write("Cart.ts", "upper\n");
    await ann.write("cart.ts", "lower\n");
    if ((await readdir(ann.folder)).filter((name) => /^cart\.ts$/i.test(name)).length < 2)
      cannotRunHere(this, "this file system takes Cart.ts and cart.ts for one");
    await ann.git("add", ".");
    await ann.git("commit", "--quiet", "-m", "both");
    const commit = (await ann.git("rev-parse", "HEAD")).trim();
    const texts = await ann.repository.history.texts(
      ["Cart.ts", "cart.ts"].map((path) => ({ commit, path })),
    );
    assert.deepEqual(texts, [
      { kind: "text", text: "upper\n" },
      { kind: "text", text: "lower\n" },
    ]);
  });

  it("whose branch can be checked out where case does not count: no two of its paths differ in case only", async () => {
    const made = await world();
    const store = made.ann.store();
    for (let at = 0; at < 40; at++) await store.append(aNote().lines);
    await synced(store);
    const paths = (await made.remote.git("ls-tree", "-r", "-t", "--name-only", "sightline"))
      .trim()
      .split("\n");
    assert.ok(paths.length > 80);
    assert.equal(new Set(paths.map((path) => path.toLowerCase())).size, paths.length);
  });

  it("with core.quotePath set: files whose names need quotes are found by their names", async () => {
    const { ann } = await world();
    await ann.git("config", "core.quotePath", "true");
    for (const path of ["Läden.ts", 'a "b".ts', "tab\t.ts"]) {
      await ann.write(path, "x\n");
      assert.equal(await ann.repository.tracking(path), "untracked");
      await ann.git("add", ".");
      await ann.git("commit", "--quiet", "-m", path);
      assert.equal(await ann.repository.tracking(path), "tracked");
      assert.ok((await ann.repository.files()).includes(path), path);
    }
  });

  it("with aliases of every command, and settings that are included from elsewhere", async () => {
    const made = await world();
    const { ann, folder } = made;
    const ran = join(folder, "ran");
    for (const command of [
      "fetch",
      "push",
      "config",
      "rev-parse",
      "cat-file",
      "ls-files",
      "remote",
      "fast-import",
    ])
      await ann.git("config", `alias.${command}`, `!touch ${ran}`);
    // The remote is known by its short name only where what is included counts.
    await writeFile(
      join(folder, "more"),
      `[url "${made.folder}/"]\n\tinsteadOf = team:\n[core]\n\thooksPath = ${folder}\n[includeIf "onbranch:main"]\n\tpath = ${folder}/most\n`,
    );
    await writeFile(join(folder, "most"), '[remote "origin"]\n\tproxy =\n[push]\n\tdefault = matching\n');
    await ann.git("config", "include.path", join(folder, "more"));
    await ann.git("config", "remote.origin.url", "team:remote.git");
    await exchanges(made, ann);
    assert.ok(!(await readdir(folder)).includes("ran"));
  });

  it("whose settings include themselves: can't be read, and says so", async () => {
    const { ann, git } = await world();
    await ann.git("config", "include.path", join(ann.folder, ".git", "config"));
    assert.equal((await openRepository(git, ann.folder)).kind, "unreadable");
  });
});

describe("a rule on the remote", () => {
  it("that takes no unsigned commit refuses, and takes them where the person signs", async () => {
    const made = await world();
    const { ann, folder } = made;
    const bareRemote = new BareRemote(made);
    await bareRemote.hook(
      "pre-receive",
      'while read old new ref; do git cat-file commit $new | grep -q "^gpgsig" || { echo "Commits must be signed"; exit 1; }; done\n',
    );
    const store = ann.store();
    await store.append(aNote().lines);
    const refused = await failed(store);
    assert.deepEqual([refused.failure.reason, refused.waiting], ["refusedByRule", 1]);
    assert.match(refused.failure.detail, /Commits must be signed/);
    await mkdir(join(folder, "bin"));
    const signature = "-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----";
    const gpg = await script(
      join(folder, "bin", "gpg"),
      `cat > /dev/null; echo '[GNUPG:] SIG_CREATED ' >&2; printf '%b\\n' '${signature}'`,
    );
    await ann.git("config", "commit.gpgsign", "true");
    await ann.git("config", "gpg.program", gpg);
    await synced(store);
    assert.equal((await bareRemote.lines())?.length, 1);
  });

  it("that takes no commit of somebody without a known name and address takes those of who is set in git", async () => {
    const made = await world();
    const bareRemote = new BareRemote(made);
    await bareRemote.hook(
      "pre-receive",
      [
        "while read old new ref; do",
        '  for who in "$(git log --format="%an <%ae>" $new)" "$(git log --format="%cn <%ce>" $new)"; do',
        '    echo "$who" | grep -Eqv "^[A-Za-z]+ <[a-z]+@example.org>$" && { echo "Unknown: $who"; exit 1; }',
        "  done",
        "done",
        "exit 0",
        "",
      ].join("\n"),
    );
    const store = made.ann.store();
    await store.append(aNote().lines);
    await synced(store);
    const stranger = made.ben.store({ author: () => Promise.resolve({ name: "Ben", email: "" }) });
    await stranger.append(aNote().lines);
    const { failure, waiting } = await failed(stranger);
    assert.deepEqual([failure.reason, waiting], ["refusedByRule", 1]);
    assert.match(failure.detail, /Unknown: Ben/);
  });

  it("that protects the branch from being forced does not mind ours, which never forces", async () => {
    const made = await world();
    await made.remote.git("config", "receive.denyNonFastForwards", "true");
    await made.remote.git("config", "receive.denyDeletes", "true");
    await exchanges(made, made.ann);
  });
});

describe("git gc --prune=now, again and again", function () {
  this.timeout(120_000);

  /** Runs git until it is told to stop; answers how often it ran. A refusal that `tolerated` names is a run too. */
  function again(made: World, args: readonly string[], tolerated?: RegExp): () => Promise<number> {
    let isOver = false;
    let runs = 0;
    const running = (async () => {
      for (; !isOver; runs++)
        await made.run(made.folder, args).catch((error: unknown) => {
          if (tolerated?.test(String(error)) !== true) throw error;
        });
    })();
    return async () => {
      isOver = true;
      await running;
      return runs;
    };
  }

  it("in the user's repository, beside saves and syncs: nothing is lost, and the user's own gc, fetch and log work", async () => {
    const made = await world();
    const { ann } = made;
    const stop = again(made, ["-C", ann.folder, "gc", "--quiet", "--prune=now"]);
    const [store, ben] = [ann.store(), made.ben.store()];
    const saved: string[] = [];
    for (let at = 0; at < 15; at++) {
      for (const each of [store, ben]) {
        const { line, lines } = aNote();
        assert.equal((await each.append(lines)).kind, "saved");
        saved.push(line.id);
        await synced(each);
      }
    }
    await synced(store);
    assert.ok((await stop()) > 0);
    for (const each of [store, made.ann.store()]) assert.deepEqual(await read(each), saved.sort());
    await ann.git("fetch", "--quiet", "origin");
    await ann.git("log", "--oneline", "--all");
    await ann.git("gc", "--quiet", "--prune=now");
    await ann.git("fsck", "--strict", "--no-dangling");
  });

  it("in our own store, beside saves and syncs: nothing that was saved is lost", async () => {
    const made = await world();
    const [store, ben] = [made.ann.store(), made.ben.store()];
    await store.append(aNote().lines);
    await synced(store);
    const ours = join(made.ann.storeFolder, "store.git");
    // One that began while our own tidying was on, and got to removing after it, is refused by the mark on the objects.
    const stop = again(made, [`--git-dir=${ours}`, "gc", "--quiet", "--prune=now"], /precious-objects repo/);
    const saved = [...(await read(store))];
    for (let at = 0; at < 15; at++) {
      for (const each of [store, ben]) {
        const { line, lines } = aNote();
        assert.equal((await each.append(lines)).kind, "saved");
        saved.push(line.id);
      }
      await synced(ben);
      await synced(store);
    }
    assert.ok((await stop()) > 0);
    await synced(store);
    await synced(ben);
    for (const each of [store, ben, made.ann.store()]) assert.deepEqual(await read(each), saved.sort());
    await made.run(made.folder, [`--git-dir=${ours}`, "fsck", "--strict", "--no-dangling"]);
  });
});
