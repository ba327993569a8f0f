import assert from "node:assert/strict";
import { chown, mkdir, realpath, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findGit } from "../../src/git/find-git.ts";
import { openRepository } from "../../src/git/open-repository.ts";
import { shownUrl, withoutPasswords } from "../../src/git/remote-url.ts";
import { cannotRunHere } from "../support/cannot-run-here.ts";
import { world } from "../support/world.ts";

describe("opening a repository", () => {
  it("from any folder in it finds its top and its common git folder", async () => {
    const { ann, git } = await world();
    const opened = await openRepository(git, join(ann.folder, "shop"));
    assert.ok(opened.kind === "opened");
    assert.equal(opened.repository.top, await realpath(ann.folder));
    assert.equal(opened.repository.storeFolder, join(await realpath(ann.folder), ".git", "sightline"));
  });

  it("says why not", async () => {
    const { ann, git, folder, remote } = await world();
    await mkdir(join(folder, "plain"));
    const kinds = async (path: string) => (await openRepository(git, path)).kind;
    assert.equal(await kinds(join(folder, "nowhere")), "missingFolder");
    assert.equal(await kinds(join(folder, "plain")), "notARepository");
    assert.equal(await kinds(remote.folder), "bare");
    assert.equal(await kinds(join(ann.folder, ".git")), "insideGitFolder");
    assert.equal(await kinds(join(ann.folder, ".git", "objects")), "insideGitFolder");
    assert.equal(await kinds(join(ann.folder, "shop", "cart.ts")), "missingFolder");
    await writeFile(join(ann.folder, ".git", "config"), "[core\n");
    assert.equal(await kinds(ann.folder), "unreadable");
  });

  it("says that it belongs to somebody else", async function () {
    const { ann, git } = await world();
    try {
      await chown(ann.folder, 12345, 12345);
      await chown(join(ann.folder, ".git"), 12345, 12345);
    } catch {
      cannotRunHere(this, "only root can give a folder away");
    }
    assert.equal((await openRepository(git, ann.folder)).kind, "notTrusted");
  });

  it("works where there is no commit yet, and no name set", async () => {
    const { empty } = await world();
    const fresh = await empty("fresh");
    await fresh.git("config", "--unset", "user.name");
    assert.deepEqual(await fresh.repository.head(), { commit: undefined, branch: "main" });
    assert.equal(await fresh.repository.identity(), undefined);
    assert.deepEqual(await fresh.repository.remotes(), []);
    assert.equal(await fresh.repository.tracking("a.ts"), "untracked");
  });

  it("knows the person, the branch and the commit", async () => {
    const { ann } = await world();
    const commit = (await ann.git("rev-parse", "HEAD")).trim();
    assert.deepEqual(await ann.repository.identity(), { name: "ann", email: "ann@example.org" });
    assert.deepEqual(await ann.repository.head(), { commit, branch: "main" });
    await ann.git("checkout", "--quiet", "--detach");
    assert.deepEqual(await ann.repository.head(), { commit, branch: undefined });
    await ann.git("config", "user.name", "  Ann <b> Élan\u202e  ");
    assert.deepEqual(await ann.repository.identity(), {
      name: "Ann <b> Élan\u202e",
      email: "ann@example.org",
    });
  });

  it("names its remotes, without their passwords", async () => {
    const { ann } = await world();
    await ann.git("remote", "set-url", "origin", "https://ann:t0ken@git.example/shop.git?token=1");
    await ann.git("remote", "add", "fork", "git@git.example:ann/shop.git");
    await ann.git("remote", "set-url", "--push", "fork", "ssh://git:pw@git.example/ann/shop.git");
    await ann.git("config", "remote.--evil.url", "/somewhere");
    assert.deepEqual(await ann.repository.remotes(), [
      { name: "--evil", url: "/somewhere" },
      { name: "fork", url: "ssh://git@git.example/ann/shop.git" },
      { name: "origin", url: "https://git.example/shop.git" },
    ]);
  });

  it("tells how git sees a file, whatever it is called", async () => {
    const { ann } = await world();
    const { repository } = ann;
    await ann.write(".gitignore", "*.log\nbuild/\n");
    for (const name of ["-x.ts", ":(top)a.ts", "*.ts", "a b\n.ts", "é.ts"]) await ann.write(name, "x");
    await ann.git("add", ".");
    await ann.write("--help", "x");
    await ann.write("[ab].ts", "x");
    await ann.write(":/x", "x");
    await ann.write("build/out.js", "x");
    await symlink("/etc", join(ann.folder, "link"));
    const seen = async (path: string) => repository.tracking(path);
    for (const path of [
      "shop/cart.ts",
      "./shop/cart.ts",
      "-x.ts",
      ":(top)a.ts",
      "*.ts",
      "a b\n.ts",
      "é.ts",
    ]) {
      assert.equal(await seen(path), "tracked", path);
    }
    for (const path of ["new.ts", "--help", "[ab].ts", "c*.ts", "shop", ":/x", "link"]) {
      assert.equal(await seen(path), "untracked", path);
    }
    for (const path of ["a.log", "shop/b.log", "build/out.js"])
      assert.equal(await seen(path), "ignored", path);
    for (const path of [
      "../x",
      "/etc/passwd",
      "",
      ".",
      "a\0b",
      ".git/config",
      "shop/../.GIT/x",
      "link/passwd",
    ]) {
      assert.equal(await seen(path), "outside", path);
    }
  });

  it("tells a file of a submodule from its own", async () => {
    const { ann, ben } = await world();
    await ann.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", ben.folder, "sub");
    assert.equal(await ann.repository.tracking("sub/shop/cart.ts"), "outside");
  });
});

describe("finding git", () => {
  it("takes the one on PATH, or the one that is set", async () => {
    const { environment, git } = await world();
    const found = await findGit({ environment, path: git.path });
    assert.ok(found.kind === "found");
    assert.deepEqual([found.git.path, found.git.version], [git.path, git.version]);
    assert.ok(git.version.major >= 2);
  });

  it("says that there is none", async () => {
    const { folder, environment } = await world();
    await writeFile(join(folder, "git"), "#!/bin/sh\necho hello\n", { mode: 0o755 });
    await writeFile(join(folder, "text"), "no program");
    for (const options of [
      { environment: { ...environment, PATH: "" } },
      { environment: { ...environment, PATH: "." } },
      { environment, path: join(folder, "nowhere", "git") },
      { environment, path: join(folder, "text") },
      { environment, path: "git" },
      { environment, path: folder },
      { environment, path: join(folder, "git") },
    ]) {
      assert.equal((await findGit(options)).kind, "gitNotFound");
    }
  });

  it("says that it is too old", async () => {
    const { folder, environment } = await world();
    await writeFile(join(folder, "git"), "#!/bin/sh\necho git version 2.17.1\n", { mode: 0o755 });
    const found = await findGit({ environment, path: join(folder, "git") });
    assert.deepEqual(found, { kind: "gitTooOld", version: "2.17.1", needed: "2.32" });
  });

  it("finds it behind a path with spaces", async () => {
    const { folder, environment, git, ann } = await world();
    await mkdir(join(folder, "Program Files"));
    const path = join(folder, "Program Files", "git");
    await writeFile(path, `#!/bin/sh\nexec ${git.path} "$@"\n`, { mode: 0o755 });
    const found = await findGit({ environment, path });
    assert.ok(found.kind === "found");
    const opened = await openRepository(found.git, ann.folder);
    assert.ok(opened.kind === "opened");
    assert.deepEqual(await opened.repository.identity(), { name: "ann", email: "ann@example.org" });
    await rename(path, `${path}.gone`);
    assert.equal((await openRepository(found.git, ann.folder)).kind, "unreadable");
  });
});

describe("a URL as it is shown", () => {
  for (const [url, shown] of [
    ["https://git.example/a.git", "https://git.example/a.git"],
    ["https://user:pa%40ss@git.example:8443/a.git", "https://git.example:8443/a.git"],
    ["https://t0ken@git.example/a.git", "https://git.example/a.git"],
    ["https://a:b@c:d@git.example/a@b.git", "https://git.example/a@b.git"],
    ["https://git.example/a.git?private_token=x#y", "https://git.example/a.git"],
    ["ssh://git:secret@git.example:22/a.git", "ssh://git@git.example:22/a.git"],
    ["git@git.example:team/a.git", "git@git.example:team/a.git"],
    ["/srv/git/a.git", "/srv/git/a.git"],
    ["C:\\git\\a.git", "C:\\git\\a.git"],
    ["file:///srv/a.git", "file:///srv/a.git"],
  ] as const) {
    it(`${url} is ${shown}`, () => {
      assert.equal(shownUrl(url), shown);
    });
  }

  it("takes passwords out of git's own words", () => {
    assert.equal(
      withoutPasswords("fatal: Authentication failed for 'https://ann:pw@git.example/a.git/'"),
      "fatal: Authentication failed for 'https://git.example/a.git/'",
    );
  });
});
