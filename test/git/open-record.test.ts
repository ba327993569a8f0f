import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RecordId } from "../../src/domain/ids.ts";
import type { Session } from "../../src/app/session.ts";
import { openSession } from "../../src/app/open-session.ts";
import { openPrivateFiles } from "../../src/git/private-files.ts";
import { openRecordShelf } from "../../src/git/record-shelf.ts";
import { noCode } from "../../src/app/without-code.ts";
import { cannotRunHere } from "../support/cannot-run-here.ts";
import { inEnglish } from "../support/app-world.ts";
import { FakeTime } from "../support/fake-time.ts";
import { serveOverHttp } from "../support/http-remote.ts";
import type { HttpRemote } from "../support/http-remote.ts";
import { addressOf, agree, keepRecord, lookUp, machineIn, openKnown } from "../support/opened-record.ts";
import type { OpenedRecord, RecordMachine } from "../support/opened-record.ts";
import { until } from "../support/until.ts";
import { world } from "../support/world.ts";
import type { Clone, World, WorldOptions } from "../support/world.ts";
import { startProcess } from "./another-process.ts";

const QUOTE = "const products = await allProducts(shop);";

interface Shop {
  readonly made: World;
  readonly machine: RecordMachine;
  readonly ann: Session;
  readonly annsClone: Clone;
  readonly note: RecordId;
}

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** An engineer's clone, with her code pushed and one note about it shared; and a machine that has none of it. */
async function shop(options: WorldOptions = {}): Promise<Shop> {
  const made = await world(options);
  const { ann } = made;
  await ann.write("secret/plan.ts", `${QUOTE}\n// the whole of the code\n`);
  await ann.git("add", ".");
  await ann.git("commit", "--quiet", "-m", "Add the plan");
  await ann.git("push", "--quiet", "origin", "HEAD:main");
  const session = await sessionIn(ann);
  await agree(session);
  const opened = await session.perform({
    type: "openNote",
    fields: { title: "Search is slow", impact: "Search takes over 5 s for large shops" },
    anchors: [
      {
        path: "secret/plan.ts",
        commit: (await ann.git("rev-parse", "HEAD")).trim(),
        startLine: 1,
        endLine: 1,
        quote: [QUOTE],
      },
    ],
  });
  assert.ok(opened.kind === "saved");
  assert.equal((await session.sync({ byHand: true })).kind, "synced");
  return {
    made,
    machine: machineIn(made.folder, made.git),
    ann: session,
    annsClone: ann,
    note: opened.record,
  };
}

async function sessionIn(clone: Clone): Promise<Session> {
  const session = await openSession({
    openStore: () => clone.store(),
    user: clone.repository,
    files: openPrivateFiles(clone.storeFolder),
    code: noCode,
    history: clone.repository.history,
    changes: clone.repository.changes,
    clock: new FakeTime(),
    chance: { hex: (bytes) => randomBytes(bytes).toString("hex") },
    scheduler: { after: () => ({ dispose: () => undefined }) },
    wording: inEnglish,
    log: { info: () => undefined, warn: () => undefined },
  });
  endings.push(() => {
    session.dispose();
    return Promise.resolve();
  });
  return session;
}

async function opened(machine: RecordMachine, url: string): Promise<OpenedRecord> {
  const record = await openKnown(machine, await keepRecord(machine, url));
  endings.push(record.close);
  return record;
}

/** A record that was fetched once. */
async function fetched(machine: RecordMachine, url: string): Promise<OpenedRecord> {
  const record = await opened(machine, url);
  await agree(record.session, "Petra");
  const outcome = await record.session.sync({ byHand: true, provePush: true });
  assert.equal(outcome.kind, "synced", record.session.syncState().explanation);
  return record;
}

async function overHttp(made: World): Promise<HttpRemote> {
  const http = await serveOverHttp(made);
  endings.push(() => http.close());
  return http;
}

/** Every object of a repository, unpacked. */
const objects = (made: World, folder: string): Promise<string> =>
  made.run(folder, ["cat-file", "--batch-all-objects", "--batch", "--unordered"], undefined, "latin1");

describe("a record without the code", () => {
  it("is fetched alone: no object, ref or branch of the code comes", async () => {
    const { made, machine, note } = await shop();
    const { session, folder } = await fetched(machine, made.remote.folder);
    assert.equal(session.note(note)?.fields.title.value, "Search is slow");
    assert.equal(session.repository.name, "shop");

    const store = join(folder, "sightline", "store.git");
    const all = await objects(made, store);
    assert.ok(all.includes("Search is slow"), "the search would find what is there");
    assert.equal(all.includes("the whole of the code"), false);
    const code = await made.ann.git("rev-list", "--objects", "HEAD");
    const here = await made.run(store, ["cat-file", "--batch-all-objects", "--batch-check=%(objectname)"]);
    const names = new Set(here.split("\n"));
    for (const line of code.split("\n"))
      if (line !== "") assert.equal(names.has(line.split(" ")[0] ?? ""), false, line);
    const refs = await made.run(store, ["for-each-ref", "--format=%(refname)"]);
    for (const ref of refs.trim().split("\n")) assert.match(ref, /^refs\/sightline\//);
  });

  it("needs nothing of the remote but its branch", async () => {
    const { made, machine, note } = await shop();
    await made.remote.git("config", "uploadpack.hideRefs", "refs/heads/main");
    const { session } = await fetched(machine, made.remote.folder);
    assert.ok(session.note(note));
  });

  it("shows code as it was quoted, never as lost, with the page of the git host", async () => {
    const { made, machine, note } = await shop();
    const { session } = await fetched(machine, made.remote.folder);
    const page = (await session.notePage(note)) ?? assert.fail("no page");
    assert.deepEqual(
      page.places.map(({ status, quote, reason, link }) => ({ status, quote, reason, link })),
      [{ status: "quoted", quote: [QUOTE], reason: "", link: undefined }],
    );
    session.followCode();
    session.fileChanged("secret/plan.ts");
    assert.deepEqual(await session.placesIn("secret/plan.ts"), []);

    const record = session.repository.record ?? assert.fail();
    const onHost = await openKnown(machine, { ...record, url: "https://github.com/acme/shop" });
    endings.push(onHost.close);
    await agree(onHost.session);
    const commit = (await made.ann.git("rev-parse", "HEAD")).trim();
    assert.equal(
      (await onHost.session.notePage(note))?.places[0]?.link,
      `https://github.com/acme/shop/blob/${commit}/secret/plan.ts#L1`,
    );
    const told = await session.evidence.ofNote(note, new AbortController().signal);
    assert.equal(told.kind, "nothing");
  });

  it("carries what is said both ways, under the name that was given", async () => {
    const { made, machine, ann, note } = await shop();
    const { session } = await fetched(machine, made.remote.folder);
    assert.deepEqual(await session.me(), { name: "Petra", email: "" });
    const asked = await session.perform({
      type: "ask",
      note: note,
      text: "Help me understand why it takes this long",
    });
    assert.equal(asked.kind, "saved");
    assert.equal((await session.sync({ byHand: true })).kind, "synced");
    await ann.sync({ byHand: true });
    const [question] = ann.note(note)?.questions ?? [];
    assert.equal(question?.text, "Help me understand why it takes this long");
    assert.equal(question.by.name, "Petra");
    await ann.perform({ type: "comment", note: note, text: "Because of the loop" });
    await ann.sync({ byHand: true });
    await session.sync({ byHand: true });
    assert.equal(session.note(note)?.comments[0]?.text, "Because of the loop");
    // The engineer's repository is as it was, but for the folder of its own.
    assert.equal((await made.ann.git("status", "--porcelain")).trim(), "");
  });

  it("works with a repository that names its objects by SHA-256", async () => {
    const { made, machine, note } = await shop({ objectFormat: "sha256" });
    const { session } = await fetched(machine, made.remote.folder);
    assert.ok(session.note(note));
  });

  it("opens again without a network, with what is here and what was said meanwhile", async () => {
    const { made, machine, note } = await shop();
    const first = await fetched(machine, made.remote.folder);
    await first.close();
    await rename(made.remote.folder, `${made.remote.folder}.away`);
    const [record] = await openRecordShelf(machine.shelf).list();
    const again = await openKnown(machine, record ?? assert.fail("it is known"));
    endings.push(again.close);
    assert.ok(again.session.note(note));
    assert.equal((await again.session.perform({ type: "hear", note: note })).kind, "saved");
    assert.equal((await again.session.sync({ byHand: true })).kind, "failed");
    assert.equal(again.session.syncState().waiting, 1);
    await rename(`${made.remote.folder}.away`, made.remote.folder);
    assert.equal((await again.session.sync({ byHand: true })).kind, "synced");
    assert.equal(again.session.syncState().waiting, 0);
  });

  it("takes the name that is set in git for all repositories", async () => {
    const { made, machine } = await shop();
    await made.run(made.folder, ["config", "--global", "user.name", "Petra P."]);
    await made.run(made.folder, ["config", "--global", "remote.origin.url", "https://evil.example.org/x"]);
    const { session } = await opened(machine, made.remote.folder);
    assert.equal((await session.me())?.name, "Petra P.");
    assert.equal((await session.consent()).choices.length, 1);
  });

  it("takes nothing from a repository that its folder happens to lie in", async () => {
    const { made, machine } = await shop();
    await made.run(made.folder, ["init", "--quiet", made.folder]);
    await made.run(made.folder, ["config", "user.name", "The home folder"]);
    const marker = join(made.folder, "started");
    await made.run(made.folder, ["config", "core.sshCommand", `touch '${marker}'`]);
    await made.run(made.folder, ["config", "credential.helper", `!touch '${marker}'`]);
    const { session } = await fetched(machine, made.remote.folder);
    assert.equal((await session.me())?.name, "Petra");
    await assert.rejects(stat(marker), { code: "ENOENT" });
  });

  it("keeps drafts, 1:1 and names in a folder that nobody else reads", async function () {
    if (process.platform === "win32") cannotRunHere(this, "Windows has no modes");
    const { made, machine } = await shop();
    const { session, folder } = await fetched(machine, made.remote.folder);
    await session.keepDraft({ fields: { title: "Only here" } });
    for (const path of [machine.shelf, folder, join(folder, "sightline", "private")])
      assert.equal(((await stat(path)).mode & 0o777).toString(8), "700", path);
    assert.equal(((await stat(join(folder, "record.json"))).mode & 0o777).toString(8), "600");
    await session.sync({ byHand: true });
    assert.equal((await objects(made, made.remote.folder)).includes("Only here"), false);
  });
});

describe("the first fetch of a record", () => {
  it("says that there is none yet, and keeps nothing", async () => {
    const made = await world();
    const machine = machineIn(made.folder, made.git);
    assert.deepEqual(await lookUp(machine, made.remote.folder), { kind: "noRecord" });
    assert.deepEqual(await openRecordShelf(machine.shelf).list(), []);
    assert.deepEqual(await readdir(machine.shelf), []);
  });

  for (const [what, trouble, reason] of [
    ["asks for a password", { kind: "signIn", name: "ann", password: "x" }, "needsSignIn"],
    ["does not know the repository", { kind: "status", status: 404 }, "notFound"],
    ["is broken", { kind: "status", status: 503 }, "unreachable"],
  ] as const)
    it(`tells why, where the remote ${what}`, async () => {
      const { made, machine } = await shop();
      const remote = await overHttp(made);
      remote.trouble = trouble;
      const found = await lookUp(machine, remote.url);
      assert.equal(found.kind === "failed" ? found.failure.reason : found.kind, reason);
    });

  it("tells why, where nobody answers", async () => {
    const { made, machine } = await shop();
    const remote = await serveOverHttp(made);
    await remote.close();
    const found = await lookUp(machine, remote.url);
    assert.equal(found.kind === "failed" ? found.failure.reason : found.kind, "unreachable");
  });

  it("can be stopped", async () => {
    const { made, machine } = await shop();
    const remote = await overHttp(made);
    remote.trouble = { kind: "hangs" };
    const stop = new AbortController();
    const looking = lookUp(machine, remote.url, stop.signal);
    await until("the remote to be asked", () => remote.requests.length > 0);
    stop.abort();
    const found = await looking;
    assert.equal(found.kind === "failed" ? found.failure.reason : found.kind, "cancelled");

    remote.trouble = undefined;
    const { session } = await opened(machine, remote.url);
    await agree(session, "Petra");
    remote.trouble = { kind: "hangs" };
    const again = new AbortController();
    const before = remote.requests.length;
    const syncing = session.sync({ byHand: true, signal: again.signal });
    await until("the remote to be asked", () => remote.requests.length > before);
    again.abort();
    const outcome = await syncing;
    assert.equal(outcome.kind === "failed" ? outcome.failure.reason : outcome.kind, "cancelled");
  });

  it("goes on where it was killed", async () => {
    const { made, machine, note } = await shop();
    const remote = await overHttp(made);
    const record = await keepRecord(machine, remote.url);
    const before = remote.requests.length;
    remote.trouble = { kind: "hangs" };
    const fetching = startProcess(made, "fetch-record.ts", machine.shelf);
    await until("it to be fetched", () => remote.requests.length > before);
    fetching.kill();
    assert.equal(await fetching.ended, null);
    assert.deepEqual(fetching.said, []);
    remote.trouble = undefined;
    const again = await openKnown(machine, record);
    endings.push(again.close);
    assert.equal((await again.session.sync({ byHand: false })).kind, "synced");
    assert.ok(again.session.note(note));
  });
});

describe("no rights to push", () => {
  it("are known before anything is typed, kept over a restart, and end when they are given", async () => {
    const { made, machine, ann, note } = await shop();
    const remote = await overHttp(made);
    remote.trouble = { kind: "mayNotPush" };
    const record = await opened(machine, remote.url);
    await agree(record.session, "Petra");
    const outcome = await record.session.sync({ byHand: true, provePush: true });
    assert.equal(outcome.kind === "failed" ? outcome.failure.reason : outcome.kind, "mayNotPush");
    assert.ok(record.session.note(note), "what is to be read is here");
    assert.deepEqual(
      { ...record.session.syncState(), lastSynced: undefined },
      {
        kind: "mayNotPush",
        waiting: 0,
        explanation:
          "127.0.0.1 lets you read this record, not add to it. Your words are kept on this computer. Ask for write access to the branch “sightline”, then Sync; or ask somebody who has it to say it for you.",
        lastSynced: undefined,
      },
    );
    await record.session.perform({ type: "hear", note: note });
    await record.close();

    const again = await openKnown(machine, record.session.repository.record ?? assert.fail());
    endings.push(again.close);
    assert.equal(again.session.syncState().kind, "mayNotPush");
    // What others say still comes, and nothing is sent behind anybody's back.
    await ann.perform({ type: "comment", note: note, text: "Still slow" });
    await ann.sync({ byHand: true });
    const before = remote.requests.length;
    assert.equal((await again.session.sync({ byHand: false })).kind, "synced");
    assert.equal(again.session.note(note)?.comments[0]?.text, "Still slow");
    assert.deepEqual(
      remote.requests.slice(before).filter((one) => one.includes("receive-pack")),
      [],
    );
    assert.deepEqual([again.session.syncState().kind, again.session.syncState().waiting], ["mayNotPush", 1]);

    remote.trouble = undefined;
    assert.equal((await again.session.sync({ byHand: true })).kind, "synced");
    assert.deepEqual([again.session.syncState().kind, again.session.syncState().waiting], ["synced", 0]);
    await ann.sync({ byHand: true });
    assert.equal(ann.note(note)?.heard.length, 1);
  });

  it("sends nothing to find out", async () => {
    const { made, machine } = await shop();
    const tip = await made.remote.git("rev-parse", "sightline");
    await fetched(machine, made.remote.folder);
    assert.equal(await made.remote.git("rev-parse", "sightline"), tip);
  });
});

describe("the shelf of records", () => {
  it("finds one record by each of its addresses, and forgets it whole", async () => {
    const { made, machine } = await shop();
    const one = await keepRecord(machine, made.remote.folder, "Shop");
    const other = await keepRecord(machine, `${made.remote.folder}/`, "The shop");
    assert.equal(one.id, other.id);
    const shelf = openRecordShelf(machine.shelf);
    assert.deepEqual(
      (await shelf.list()).map(({ name }) => name),
      ["The shop"],
    );
    await shelf.forget(one.id);
    assert.deepEqual(await readdir(machine.shelf), []);
    await assert.rejects(shelf.forget("../../etc"));
  });

  it("leaves out what was changed by hand into what it would not take", async () => {
    const { made, machine } = await shop();
    const { id } = await keepRecord(machine, made.remote.folder);
    const file = join(machine.shelf, id, "record.json");
    const kept: unknown = JSON.parse(await readFile(file, "utf8"));
    const shelf = openRecordShelf(machine.shelf);
    for (const url of ["ext::sh -c true", "--upload-pack=x", "https://github.com/another/shop", 7]) {
      await writeFile(file, JSON.stringify({ ...(kept as object), url }));
      assert.deepEqual(await shelf.list(), []);
    }
    await writeFile(file, "{");
    await mkdir(join(machine.shelf, "f".repeat(32)));
    await mkdir(join(machine.shelf, "other"));
    assert.deepEqual(await shelf.list(), []);
  });

  it("keeps no password", async () => {
    const made = await world();
    const machine = machineIn(made.folder, made.git);
    const token = "ghp_verysecret";
    const address = addressOf(`https://${token}@github.com/acme/shop?token=${token}`);
    await openRecordShelf(machine.shelf).keep(address, "Shop", "sha1");
    for (const entry of await readdir(machine.shelf, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        assert.equal((await readFile(join(entry.parentPath, entry.name), "utf8")).includes(token), false);
  });

  it("says where this machine can't keep one", async () => {
    const made = await world();
    const { shelf: path } = machineIn(made.folder, made.git);
    await mkdir(join(path, ".."));
    await writeFile(path, "a file in its place");
    const machine = { shelf: path };
    const kept = await openRecordShelf(machine.shelf).keep(addressOf("/srv/shop"), "Shop", "sha1");
    assert.equal(kept.ok, false);
  });
});
