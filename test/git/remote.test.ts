import assert from "node:assert/strict";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { findGit } from "../../src/git/find-git.ts";
import { openGitStore } from "../../src/git/git-store.ts";
import type { GitStoreOptions } from "../../src/git/git-store.ts";
import { openRepository } from "../../src/git/open-repository.ts";
import type { Store, SyncOutcome, SyncRequest } from "../../src/store/store.ts";
import { aNote, idsOf } from "../support/event-builders.ts";
import { serveOverHttp } from "../support/http-remote.ts";
import type { HttpRemote } from "../support/http-remote.ts";
import { watchedGit } from "../support/watched-git.ts";
import { world } from "../support/world.ts";
import type { Clone } from "../support/world.ts";
import { BareRemote } from "./bare-remote.ts";

const request = (parts: Partial<SyncRequest> = {}): SyncRequest => ({
  render: () => [],
  message: "test",
  ...parts,
});

const reasonOf = (outcome: SyncOutcome) =>
  outcome.kind === "failed" ? outcome.failure.reason : outcome.kind;

async function storeWithANote(clone: Clone, options: Partial<GitStoreOptions> = {}): Promise<Store> {
  const store = clone.store(options);
  await store.append(aNote().lines);
  return store;
}

/** A script that is started as a program. */
async function script(path: string, text: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
  return path;
}

describe("a remote over http", () => {
  let http: HttpRemote | undefined;
  afterEach(() => http?.close());

  const overHttp = async () => {
    const made = await world();
    const served = (http = await serveOverHttp(made));
    for (const clone of [made.ann, made.ben]) await clone.git("remote", "set-url", "origin", served.url);
    return { ...made, http: served };
  };

  it("takes and gives lines", async () => {
    const { ann, ben } = await overHttp();
    const [one, other] = [await storeWithANote(ann), ben.store()];
    assert.equal(reasonOf(await one.sync(request())), "synced");
    assert.equal(reasonOf(await other.sync(request())), "synced");
    assert.deepEqual(idsOf(await other.read()), idsOf(await one.read()));
  });

  it("asks for a password: needs signing in, at once, and nobody is asked", async () => {
    const { ann, http: remote, folder } = await overHttp();
    // What a desktop has set: it would open a window.
    const asked = join(folder, "asked");
    const askpass = await script(join(folder, "askpass"), `echo "$1" >> ${asked}; echo secret`);
    await ann.git("config", "core.askPass", askpass);
    remote.trouble = { kind: "signIn", name: "ann", password: "secret" };
    const store = await storeWithANote(ann);
    const start = performance.now();
    const outcome = await store.sync(request());
    assert.equal(reasonOf(outcome), "needsSignIn");
    assert.ok(performance.now() - start < 10_000);
    assert.equal(await store.waiting(), 1);
    await assert.rejects(readFile(asked));
  });

  it("is signed in to by whom we are told to ask, and the secret is in no argument", async () => {
    const { ann, http: remote, folder } = await overHttp();
    remote.trouble = { kind: "signIn", name: "ann", password: "s3cret" };
    const program = await script(
      join(folder, "ours"),
      `ps -ewwo args >> ${folder}/seen; case "$1" in Username*) echo ann;; *) echo "$OUR_SECRET";; esac`,
    );
    const seen: boolean[] = [];
    const store = await storeWithANote(ann, {
      askpass: (interactive) => {
        seen.push(interactive);
        return { program, environment: { OUR_SECRET: "s3cret" } };
      },
    });
    assert.equal(reasonOf(await store.sync(request({ interactive: true }))), "synced");
    assert.equal(reasonOf(await store.sync(request())), "synced");
    assert.deepEqual(seen, [true, false]);
    assert.ok(!(await readFile(join(folder, "seen"), "utf8")).includes("s3cret"));
  });

  it("is signed in to by the user's own credential helper and headers, and neither they nor the URL are in the arguments", async () => {
    const { ann, http: remote, folder } = await overHttp();
    remote.trouble = { kind: "signIn", name: "ann", password: "fromHelper" };
    const helper = await script(join(folder, "helper"), "echo username=ann; echo password=fromHelper");
    await ann.git("config", "credential.helper", helper);
    const store = await storeWithANote(ann);
    assert.equal(reasonOf(await store.sync(request())), "synced");

    await ann.git("config", "--unset", "credential.helper");
    const basic = Buffer.from("ann:fromHelper").toString("base64");
    await ann.git("config", `http.${remote.url}.extraHeader`, `Authorization: Basic ${basic}`);
    await store.append(aNote().lines);
    assert.equal(reasonOf(await store.sync(request())), "synced");
  });

  it("is signed in to with what is lent for one sync: no helper is asked or told, and the secret is in no argument, file or log", async () => {
    const made = await overHttp();
    const { ann, folder, http: remote } = made;
    remote.trouble = { kind: "signIn", name: "x-access-token", password: "t0ken" };
    const helper = await script(join(folder, "helper"), `echo "$1" >> ${folder}/helped; echo quit=0`);
    await ann.git("config", "credential.helper", helper);
    await ann.git("config", `credential.${remote.url}.helper`, helper);
    const watched = await watchedGit(folder, made.git.path);
    const found = await findGit({ environment: made.environment, path: watched.path });
    assert.ok(found.kind === "found");
    const opened = await openRepository(found.git, ann.folder);
    assert.ok(opened.kind === "opened");
    const log: string[] = [];
    const store = openGitStore(opened.repository, {
      author: () => Promise.resolve({ name: "Ann", email: "" }),
      remote: "origin",
      log: (line) => log.push(line),
    });
    await store.append(aNote().lines);
    const { origin } = new URL(remote.url);
    const lent = (at: string) => ({ credentials: { origin: at, name: "x-access-token", secret: "t0ken" } });
    assert.equal(reasonOf(await store.sync(request())), "needsSignIn");
    const helped = () => readFile(join(folder, "helped"), "utf8");
    const asked = await helped();
    assert.match(asked, /^(get\n)+$/);
    // Another place gets nothing of it.
    assert.equal(reasonOf(await store.sync(request(lent("http://127.0.0.1:1")))), "needsSignIn");
    assert.equal(reasonOf(await store.sync(request(lent(origin)))), "synced");
    assert.equal(await helped(), asked);
    assert.equal(reasonOf(await store.sync(request())), "needsSignIn");
    await store.dispose();
    const started = await watched.started();
    assert.ok(started.some(({ environment }) => [...environment.values()].includes("t0ken")));
    for (const { args } of started) assert.ok(!args.join(" ").includes("t0ken"));
    const held = await made
      .run(folder, ["grep", "--no-index", "-l", "-a", "t0ken", "--", "ann", "home"])
      .catch(() => "");
    assert.equal(held, "");
    assert.ok(!log.join("\n").includes("t0ken"));
  });

  it("may be read and not pushed to: says so", async () => {
    const { ann, http: remote } = await overHttp();
    const store = await storeWithANote(ann);
    remote.trouble = { kind: "mayNotPush" };
    assert.equal(reasonOf(await store.sync(request())), "mayNotPush");
    assert.equal(await store.waiting(), 1);
  });

  for (const [status, reason] of [
    [404, "notFound"],
    [403, "needsSignIn"],
    [500, "unreachable"],
    [503, "unreachable"],
  ] as const) {
    it(`answers ${status}: ${reason}`, async () => {
      const { ann, http: remote } = await overHttp();
      const store = await storeWithANote(ann);
      remote.trouble = { kind: "status", status };
      assert.equal(reasonOf(await store.sync(request())), reason);
    });
  }

  it("is gone half-way through a fetch: everything waits, and the next sync is whole", async () => {
    const { ann, ben, http: remote } = await overHttp();
    const [one, other] = [await storeWithANote(ann), await storeWithANote(ben)];
    await one.sync(request());
    remote.trouble = { kind: "breaksOff", at: "git-upload-pack" };
    assert.equal(reasonOf(await other.sync(request())), "unreachable");
    assert.equal(await other.waiting(), 1);
    assert.equal((await other.read()).records.size, 1);
    remote.trouble = undefined;
    assert.equal(reasonOf(await other.sync(request())), "synced");
    assert.equal((await other.read()).records.size, 2);
  });

  it("is gone half-way through a push: everything waits, and the next sync is whole", async () => {
    const { ann, http: remote, remote: bare } = await overHttp();
    const store = await storeWithANote(ann);
    remote.trouble = { kind: "breaksOff", at: "git-receive-pack" };
    assert.equal(reasonOf(await store.sync(request())), "unreachable");
    assert.equal(await store.waiting(), 1);
    assert.equal(await bare.git("for-each-ref"), "");
    remote.trouble = undefined;
    assert.equal(reasonOf(await store.sync(request())), "synced");
  });

  it("never answers: the call is ended when its time is up", async () => {
    const { ann, http: remote } = await overHttp();
    const store = await storeWithANote(ann, { testing: { remoteLimitMs: 500 } });
    remote.trouble = { kind: "hangs" };
    assert.equal(reasonOf(await store.sync(request())), "timedOut");
    assert.equal(await store.waiting(), 1);
  });

  it("never answers, and the person has enough: cancelled at once", async () => {
    const { ann, http: remote } = await overHttp();
    const store = await storeWithANote(ann);
    remote.trouble = { kind: "hangs" };
    const stop = new AbortController();
    const syncing = store.sync(request({ signal: stop.signal }));
    setTimeout(() => {
      stop.abort();
    }, 300);
    assert.equal(reasonOf(await syncing), "cancelled");
  });

  it("never answers, and the window is closed: dispose does not wait for it", async () => {
    const { ann, http: remote } = await overHttp();
    const store = await storeWithANote(ann);
    remote.trouble = { kind: "hangs" };
    const syncing = store.sync(request());
    await store.dispose();
    assert.equal(reasonOf(await syncing), "cancelled");
  });
});

describe("a remote", () => {
  it("whose machine does not answer the door is unreachable", async () => {
    const { ann } = await world();
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    await ann.git("remote", "set-url", "origin", `http://127.0.0.1:${port}/x.git`);
    assert.equal(reasonOf(await (await storeWithANote(ann)).sync(request())), "unreachable");
  });

  it("whose folder is gone is not found", async () => {
    const { ann, remote } = await world();
    await rm(remote.folder, { recursive: true });
    const outcome = await (await storeWithANote(ann)).sync(request());
    assert.equal(reasonOf(outcome), "notFound");
  });

  it("that the repository does not have is not found", async () => {
    const { ann } = await world();
    assert.equal(
      reasonOf(await (await storeWithANote(ann, { remote: "upstream" })).sync(request())),
      "notFound",
    );
  });

  it("with a pre-receive hook that says no: refused by a rule, kept waiting", async () => {
    const made = await world();
    await new BareRemote(made).setRefusing(true);
    const store = await storeWithANote(made.ann);
    const outcome = await store.sync(request());
    assert.ok(outcome.kind === "failed");
    assert.equal(outcome.failure.reason, "refusedByRule");
    assert.match(outcome.failure.detail, /rule 7/);
    assert.deepEqual([outcome.waiting, await store.waiting()], [1, 1]);
  });

  it("with an update hook that says no, in the words of a host: what they mean", async () => {
    const made = await world();
    const bare = new BareRemote(made);
    const store = await storeWithANote(made.ann);
    const cases = [
      ["GitLab: You are not allowed to push code to this project.", "mayNotPush"],
      ["GitLab: You are not allowed to push code to protected branches on this project.", "refusedByRule"],
      ["error: GH006: Protected branch update failed for refs/heads/sightline.", "refusedByRule"],
      ["error: GH013: Repository rule violations found for refs/heads/sightline.", "refusedByRule"],
    ] as const;
    for (const [text, reason] of cases) {
      await bare.hook("update", `echo "${text}" >&2; exit 1\n`);
      assert.equal(reasonOf(await store.sync(request())), reason, text);
    }
  });

  it("where another push wins between our lease and the move of the ref: run again", async () => {
    const made = await world();
    const bare = new BareRemote(made);
    const [ann, ben] = [await storeWithANote(made.ann), await storeWithANote(made.ben)];
    await ben.sync(request());
    await ben.append(aNote().lines);
    await ben.sync(request());
    const later = (await made.remote.git("rev-parse", "sightline")).trim();
    const earlier = (await made.remote.git("rev-parse", "sightline^")).trim();
    await made.remote.git("update-ref", "refs/heads/sightline", earlier);
    // Once: the ref moves while the other side looks at our push.
    await bare.hook(
      "pre-receive",
      `unset GIT_QUARANTINE_PATH; test -e once || git update-ref refs/heads/sightline ${later}; touch once\n`,
    );
    assert.equal(reasonOf(await ann.sync(request())), "synced");
    assert.equal((await bare.lines())?.length, 3);
  });

  it("named like an option, at a URL like one, is a remote like any other", async () => {
    const { ann, remote, folder } = await world();
    const ran = join(folder, "ran");
    await ann.git("config", "remote.--upload-pack=touch.url", remote.folder);
    await ann.git("config", "remote.evil.url", `--upload-pack=touch ${ran}`);
    await ann.git("config", "remote.ext.url", `ext::sh -c touch% ${ran}`);
    await ann.git("config", "protocol.ext.allow", "always");
    assert.equal(
      reasonOf(await (await storeWithANote(ann, { remote: "--upload-pack=touch" })).sync(request())),
      "synced",
    );
    for (const name of ["evil", "ext"]) {
      assert.equal((await (await storeWithANote(ann, { remote: name })).sync(request())).kind, "failed");
    }
    await assert.rejects(readFile(ran));
  });

  it("and a branch whose name is none fails, and nothing is started", async () => {
    const { ann } = await world();
    for (const branch of ["--mirror", "a b", "a..b", "", "x:y", "*", ".lock", "a.lock"]) {
      assert.equal(
        reasonOf(await (await storeWithANote(ann, { branch })).sync(request())),
        "notFound",
        branch,
      );
    }
    assert.equal(
      reasonOf(await (await storeWithANote(ann, { branch: "team/notes" })).sync(request())),
      "synced",
    );
  });

  it("at a relative path, or behind insteadOf and pushInsteadOf, is where git finds it", async () => {
    const { ann, ben, remote, empty } = await world();
    await ann.git("remote", "set-url", "origin", "../remote.git");
    const note = aNote();
    const one = ann.store();
    await one.append(note.lines);
    assert.equal(reasonOf(await one.sync(request())), "synced");

    await ben.git("remote", "set-url", "origin", "notes:remote.git");
    await ben.git("config", `url.${remote.folder.replace(/remote\.git$/, "")}.insteadOf`, "notes:");
    const other = ben.store();
    assert.equal(reasonOf(await other.sync(request())), "synced");
    assert.deepEqual(idsOf(await other.read()), [note.line.id]);

    const carl = await empty("carl");
    await carl.git("remote", "add", "origin", remote.folder);
    await carl.git("config", "url./nowhere.pushInsteadOf", remote.folder);
    const third = await storeWithANote(carl);
    assert.equal(reasonOf(await third.sync(request())), "notFound");
    assert.equal((await third.read()).records.size, 1);
    await carl.git("config", "remote.origin.pushurl", remote.folder);
    assert.equal(reasonOf(await third.sync(request())), "synced");
  });

  it("over ssh is reached by the user's own command, told never to ask", async () => {
    const { ann, folder, remote } = await world();
    const ssh = await script(
      join(folder, "ssh"),
      `echo "$@" >> ${folder}/ssh-args; for last; do :; done; exec sh -c "$last"`,
    );
    await ann.git("remote", "set-url", "origin", `ssh://git@host.example${remote.folder}`);
    await ann.git("config", "core.sshCommand", `${ssh} -i "/my key"`);
    const store = await storeWithANote(ann);
    assert.equal(reasonOf(await store.sync(request())), "synced");
    const calls = (await readFile(join(folder, "ssh-args"), "utf8")).trim().split("\n");
    assert.ok(calls.length >= 2);
    for (const call of calls) assert.match(call, /^-i \/my key -o BatchMode=yes .*git@host\.example/);

    await script(ssh, "echo 'git@host.example: Permission denied (publickey).' >&2; exit 255");
    await store.append(aNote().lines);
    assert.equal(reasonOf(await store.sync(request())), "needsSignIn");
    await script(
      ssh,
      "echo 'ssh: Could not resolve hostname host.example: Name or service not known' >&2; exit 255",
    );
    assert.equal(reasonOf(await store.sync(request())), "unreachable");
    await script(ssh, "echo 'ERROR: Repository not found.' >&2; exit 1");
    assert.equal(reasonOf(await store.sync(request())), "notFound");
  });

  it("with a password in its URL keeps it to itself: not in the log, not in an argument, not in our files", async () => {
    const { ann, folder, remote } = await world();
    const ssh = await script(join(folder, "ssh"), `ps -ewwo args >> ${folder}/seen; exit 255`);
    await ann.git("config", "core.sshCommand", ssh);
    await ann.git("remote", "set-url", "origin", `ssh://git:hunter2@host.example${remote.folder}`);
    const log: string[] = [];
    const store = await storeWithANote(ann, { log: (line) => log.push(line) });
    const outcome = await store.sync(request());
    assert.ok(outcome.kind === "failed");
    assert.ok(!outcome.failure.detail.includes("hunter2"));
    assert.ok(!log.join("\n").includes("hunter2"));
    const gits = (await readFile(join(folder, "seen"), "utf8"))
      .split("\n")
      .filter((line) => /\bgit\b.*fetch/.test(line));
    assert.ok(gits.length > 0);
    assert.ok(!gits.join("\n").includes("hunter2"));
  });
});
