import assert from "node:assert/strict";
import { chmod, mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { noObject } from "../../src/git/object-id.ts";
import { recordPath } from "../../src/git/record-path.ts";
import { StateRef, STATE_REF } from "../../src/git/store-state.ts";
import type { Store, SyncOutcome, SyncRequest } from "../../src/store/store.ts";
import { aComment, aNote, idsOf, idsOfLines, rawLine } from "../support/event-builders.ts";
import { atOnce } from "../support/memory-store.ts";
import { until } from "../support/until.ts";
import { world } from "../support/world.ts";
import type { Clone, World } from "../support/world.ts";
import { BareRemote } from "./bare-remote.ts";

const request = (parts: Partial<SyncRequest> = {}): SyncRequest => ({
  render: () => [],
  message: "Sightline: notes",
  ...parts,
});

async function synced(store: Store, parts: Partial<SyncRequest> = {}): Promise<void> {
  const outcome: SyncOutcome = await store.sync(request(parts));
  assert.equal(outcome.kind, "synced", JSON.stringify(outcome));
}

const read = async (store: Store) => idsOf(await store.read());
const files = (clone: Clone, ...path: string[]): Promise<string[]> =>
  readdir(join(clone.storeFolder, ...path)).catch(() => []);
const storeGit = (made: World, clone: Clone, ...args: string[]): Promise<string> =>
  made.run(made.folder, [`--git-dir=${join(clone.storeFolder, "store.git")}`, ...args]);

describe("the branch", () => {
  it("holds a file a record and a line an event, in the order they were saved", async () => {
    const made = await world();
    const store = made.ann.store();
    const { record, line, lines } = aNote();
    const comment = aComment(record, [line.id], "Zoë: 1 €");
    await store.append(lines);
    await store.append([comment]);
    await synced(store);
    const text = [line, comment.line].map(({ bytes }) => `${Buffer.from(bytes).toString()}\n`).join("");
    const found = await new BareRemote(made).recordFiles();
    assert.deepEqual(
      [...found].map(([path, content]) => [path, Buffer.from(content).toString()]),
      [[recordPath(record), text]],
    );
  });

  it("shows who recorded it, when in UTC, and asks builds to skip it", async () => {
    const made = await world();
    const person = { name: "Ann <b>\nauthor Eve <e@x> 1 +0000\0", email: "ann@example.org>\n" };
    const store = made.ann.store({ author: () => Promise.resolve(person) });
    await store.append(aNote().lines);
    await synced(store, { message: "Two\nlines\n\nauthor Eve" });
    const shown = await made.remote.git(
      "log",
      "-1",
      "--format=%an|%ae|%cn|%ce|%ad|%B|%P",
      "--date=format:%z",
      "sightline",
    );
    const name = "Ann b author Eve e@x 1 +0000";
    assert.equal(
      shown.trim().replace(/\n/g, ""),
      `${name}|ann@example.org|${name}|ann@example.org|+0000|Two lines author Eve [skip ci]|`,
    );
  });

  it("keeps what others wrote into it: other files, odd lines, a file without an end", async () => {
    const made = await world();
    const bare = new BareRemote(made);
    const [ann, ben] = [made.ann.store(), made.ben.store()];
    const { record, line, lines } = aNote();
    await ann.append(lines);
    await synced(ann);
    const path = recordPath(record);
    const odd = `${Buffer.from(line.bytes).toString()}\n\n<<<<<<< HEAD\nnot json\r\n{"v":99}`;
    await bare.writeFile(path, odd);
    await bare.writeFile("records/0/0/README.md", "somebody's");
    await bare.writeFile("records/not-a-record.jsonl", "x\n");
    await bare.writeFile("notes.txt", "hello\n");
    await ben.append([aComment(record, [line.id], "after")]);
    await synced(ben);
    await synced(ann);
    const content = Buffer.from((await bare.recordFiles()).get(path) ?? []).toString();
    assert.ok(content.startsWith(`${odd}\n`), "what is there stays, byte for byte");
    assert.equal(await bare.file("records/0/0/README.md"), "somebody's");
    assert.equal(await bare.file("notes.txt"), "hello\n");
    const found = (await ann.read()).records.get(record) ?? [];
    assert.deepEqual(found.map(({ bytes }) => Buffer.from(bytes).toString()).slice(1, 4), [
      "<<<<<<< HEAD",
      "not json\r",
      '{"v":99}',
    ]);
    assert.equal((await ann.read()).records.size, 1);
    assert.deepEqual(await read(ann), await read(ben));
  });

  it("reads a line that is longer than may be saved, and carries it on", async () => {
    const made = await world();
    const bare = new BareRemote(made);
    const ann = made.ann.store();
    const { record, lines } = aNote();
    await ann.append(lines);
    await synced(ann);
    const long = "x".repeat(3_000_000);
    const path = recordPath(record);
    await bare.writeFile(path, `${(await bare.file(path)) ?? ""}${long}\n`);
    await synced(ann);
    assert.ok((await read(ann)).includes(rawLine(record, long).line.id));
    const outcome = await ann.append([aComment(record, [], "one more")]);
    assert.equal(outcome.kind, "tooLarge");
  });

  it("takes no page outside its place", async () => {
    const { ann } = await world();
    const store = ann.store();
    await store.append(aNote().lines);
    for (const path of [
      "records/x.md",
      "../x",
      "/x",
      "a//b",
      ".git/config",
      "a/.GIT/x",
      "a\nb",
      "",
      "a\\b",
      ".",
    ]) {
      await assert.rejects(store.sync(request({ render: () => [{ path, text: "" }] })), /no place/, path);
    }
    assert.equal(await store.waiting(), 1);
  });

  it("is signed where the person signs commits, the first one too; where signing fails, nothing is pushed", async () => {
    const made = await world();
    const sign = async (script: string) => {
      const program = join(made.folder, "gpg");
      await writeFile(program, `#!/bin/sh\n${script}\n`);
      await chmod(program, 0o755);
      await made.ann.git("config", "gpg.program", program);
    };
    await made.ann.git("config", "commit.gpgsign", "true");
    await made.ann.git("config", "user.signingkey", "ann");
    await sign(
      "cat > /dev/null; echo '[GNUPG:] SIG_CREATED ' >&2; echo '-----BEGIN PGP SIGNATURE-----'; echo; echo x; echo '-----END PGP SIGNATURE-----'",
    );
    const store = made.ann.store();
    for (let at = 0; at < 2; at++) {
      await store.append(aNote().lines);
      await synced(store);
      assert.match(await made.remote.git("cat-file", "commit", "sightline"), /\ngpgsig -----BEGIN PGP/);
    }
    await sign("echo 'no pinentry' >&2; exit 2");
    await store.append(aNote().lines);
    const outcome = await store.sync(request());
    assert.ok(outcome.kind === "failed");
    assert.equal(outcome.failure.reason, "couldNotSign");
    assert.equal(await store.waiting(), 1);
    await made.ann.git("config", "commit.gpgsign", "no");
    await synced(store);
  });

  it("is where the setting says", async () => {
    const made = await world();
    const store = made.ann.store({ branch: "team/notes" });
    await store.append(aNote().lines);
    await synced(store);
    assert.equal(
      (await made.remote.git("for-each-ref", "--format=%(refname)")).trim(),
      "refs/heads/team/notes",
    );
  });
});

describe("a store", () => {
  it("works where the repository has no commit yet", async () => {
    const made = await world();
    const fresh = await made.empty("fresh");
    await fresh.git("remote", "add", "origin", made.remote.folder);
    const store = fresh.store();
    await store.append(aNote().lines);
    await synced(store);
    const ben = made.ben.store();
    await synced(ben);
    assert.deepEqual(await read(ben), await read(store));
  });

  it("works where objects are named by SHA-256", async () => {
    const made = await world({ objectFormat: "sha256" });
    const [ann, ben] = [made.ann.store(), made.ben.store()];
    await ann.append(aNote().lines);
    await synced(ann);
    await ben.append(aNote().lines);
    await synced(ben);
    await synced(ann);
    assert.equal((await read(ann)).length, 2);
    assert.deepEqual(await read(ann), await read(ben));
    await new BareRemote(made).rewrite(() => false);
    assert.equal((await ann.sync(request())).kind, "rewritten");
    await synced(ann, { whenRewritten: "acceptRemoval" });
    assert.deepEqual(await read(ann), []);
  });

  it("is made once, however many make it at the same moment", async () => {
    const made = await world();
    const stores = Array.from({ length: 6 }, () => made.ann.store());
    for (const store of stores) await store.append(aNote().lines);
    const outcomes = await Promise.all(stores.map((store) => store.sync(request())));
    assert.ok(
      outcomes.every(({ kind }) => kind === "synced" || kind === "gaveUp"),
      JSON.stringify(outcomes),
    );
    assert.deepEqual(await files(made.ann), ["journal", "store.git"]);
    for (const store of stores) await synced(store);
    assert.equal((await new BareRemote(made).lines())?.length, 6);
  });

  it("leaves no journal behind once everything is sent and everybody is done", async () => {
    const made = await world();
    const [one, other] = [made.ann.store(), made.ann.store()];
    await one.append(aNote().lines);
    await other.append(aNote().lines);
    await synced(one);
    assert.equal((await files(made.ann, "journal")).length, 1, "another process's stays while it lives");
    await other.dispose();
    assert.deepEqual(await files(made.ann, "journal"), []);
  });

  it("puts many journals away where there is no remote, and reads the same", async () => {
    const made = await world();
    const saved: string[] = [];
    for (let at = 0; at < 30; at++) {
      const store = made.ann.store({ remote: undefined });
      const { line, lines } = aNote();
      await store.append(lines);
      saved.push(line.id);
      await store.dispose();
    }
    assert.ok((await files(made.ann, "journal")).length < 24);
    const store = made.ann.store({ remote: undefined });
    assert.deepEqual(await read(store), saved.sort());
    assert.equal(await store.waiting(), 30);
  });

  it("puts a large journal away when nobody saves for a while; others read on without a gap", async () => {
    const made = await world();
    const [store, other] = [made.ann.store({ remote: undefined, testing: { idleMs: 50 } }), made.ann.store()];
    const { mark } = await other.read();
    const notes = Array.from({ length: 20 }, () => aNote({ title: "x".repeat(20_000) }));
    for (const { lines } of notes) await store.append(lines);
    await until("the journal to be put away", async () => (await files(made.ann, "journal")).length === 0);
    const all = notes.map(({ record }) => record).sort();
    const on = await other.readSince(mark);
    assert.deepEqual([on.whole, idsOf(on)], [false, all]);
    assert.equal((await other.readSince(on.mark)).records.size, 0);
    await store.append([aComment(notes[0]!.record, [], "after")]);
    const later = await other.readSince(on.mark);
    assert.deepEqual(
      [...later.records.values()].map((lines) => lines.length),
      [2],
    );
    assert.equal(await store.waiting(), 21);
  });

  it("sends what was put away once there is a remote, and keeps nothing of its own then", async () => {
    const made = await world();
    const alone = made.ann.store({ remote: undefined, testing: { idleMs: 50 } });
    const notes = Array.from({ length: 20 }, () => aNote({ title: "x".repeat(20_000) }));
    for (const { lines } of notes) await alone.append(lines);
    await until("the journal to be put away", async () => (await files(made.ann, "journal")).length === 0);
    await alone.dispose();
    const store = made.ann.store();
    const note = aNote();
    await store.append(note.lines);
    const outcome = await store.sync(request());
    assert.equal(outcome.kind === "synced" && outcome.sent, 21);
    const bare = new BareRemote(made);
    assert.equal((await bare.history()).length, 1);
    assert.deepEqual(await bare.lines(), await read(store));
    // Otherwise a removal that is accepted would bring it all back.
    await bare.rewrite(({ record }) => record === note.record);
    await synced(store, { whenRewritten: "acceptRemoval" });
    assert.deepEqual([await read(store), await bare.lines()], [[note.record], [note.record]]);
  });

  it("does not bring back what was sent from a journal that is still there", async () => {
    const made = await world();
    const [store, other] = [made.ann.store(), made.ann.store()];
    const [gone, kept] = [aNote(), aNote()];
    // Two processes: the other's journal is there for as long as it lives.
    await other.append(gone.lines);
    await synced(store);
    await other.append(kept.lines);
    const bare = new BareRemote(made);
    await bare.rewrite(() => false);
    await synced(store, { whenRewritten: "acceptRemoval" });
    assert.deepEqual(await bare.lines(), [kept.record]);
    assert.deepEqual(await read(other), [kept.record]);
  });

  it("gives everything to another remote that is chosen later", async () => {
    const made = await world();
    await made.run(made.folder, ["init", "--quiet", "--bare", join(made.folder, "other.git")]);
    await made.ann.git("remote", "add", "other", join(made.folder, "other.git"));
    const first = made.ann.store();
    await first.append(aNote().lines);
    await synced(first);
    const second = made.ann.store({ remote: "other" });
    await second.append(aNote().lines);
    const outcome = await second.sync(request());
    assert.equal(outcome.kind === "synced" && outcome.sent, 2);
    assert.equal((await read(second)).length, 2);
    // And back again: nothing is gone, nothing is asked.
    await synced(first);
    assert.equal((await new BareRemote(made).lines())?.length, 2);
  });

  it("lives through a clean-up of the user's repository", async () => {
    const made = await world();
    const store = made.ann.store();
    await store.append(aNote().lines);
    await synced(store);
    await store.append(aNote().lines);
    await made.ann.git("gc", "--quiet", "--prune=now");
    await made.ann.git("repack", "-a", "-d", "-q");
    assert.equal((await read(made.ann.store())).length, 2);
    await synced(store);
    await made.ann.git("fsck", "--strict");
  });

  it("keeps its own repository in order: sound, few packs, no ref but its own", async () => {
    const made = await world();
    const [ann, ben] = [made.ann.store(), made.ben.store()];
    for (let at = 0; at < 6; at++) {
      for (const store of [ann, ben]) {
        await store.append(aNote().lines);
        await synced(store);
      }
    }
    await ann.dispose();
    // A store looks after it at its first sync; the one before left nothing undone.
    const again = made.ann.store();
    await again.append(aNote().lines);
    await synced(again);
    await until(
      "the packs to be put together",
      async () => (await files(made.ann, "store.git", "objects", "pack")).length <= 8,
    );
    await storeGit(made, made.ann, "fsck", "--strict", "--no-dangling");
    const refs = (await storeGit(made, made.ann, "for-each-ref", "--format=%(refname)")).trim().split("\n");
    assert.ok(
      refs.every((ref) => /^refs\/sightline\/(state|fetched\/[0-9a-f]{64})$/.test(ref)),
      refs.join(" "),
    );
  });

  it("goes past a lock that nobody holds any more, and leaves a young one to its owner", async () => {
    const made = await world();
    const store = made.ann.store({ testing: { pace: { ...atOnce, attempts: 1 } } });
    await store.append(aNote().lines);
    await synced(store);
    await store.append(aNote().lines);
    const lock = join(made.ann.storeFolder, "store.git", `${STATE_REF}.lock`);
    await writeFile(lock, "");
    const outcome = await store.sync(request());
    assert.notEqual(outcome.kind, "synced");
    await stat(lock);
    const longAgo = Date.now() / 1000 - 3600;
    await utimes(lock, longAgo, longAgo);
    await synced(store);
    await assert.rejects(stat(lock));
    assert.equal(await store.waiting(), 0);
  });

  it("does nothing on a state that a newer version wrote", async () => {
    const made = await world();
    const store = made.ann.store();
    await store.append(aNote().lines);
    await synced(store);
    const newer = '{"version":2,"adopted":"something else"}';
    const empty = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    const commit = await made.run(
      made.ann.folder,
      [
        `--git-dir=${join(made.ann.storeFolder, "store.git")}`,
        "-c",
        "user.name=x",
        "-c",
        "user.email=x",
        "commit-tree",
        empty,
        "-F",
        "-",
      ],
      newer,
    );
    await storeGit(made, made.ann, "update-ref", STATE_REF, commit.trim());
    const fresh = made.ann.store();
    await assert.rejects(fresh.read());
    await assert.rejects(fresh.sync(request()));
    assert.equal((await fresh.append(aNote().lines)).kind, "saved", "what is said is kept all the same");
    assert.equal((await storeGit(made, made.ann, "log", "-1", "--format=%B", STATE_REF)).trim(), newer);
  });

  it("moves its state only from where it was", async () => {
    const made = await world();
    const store = made.ann.store();
    await store.append(aNote().lines);
    await synced(store);
    const gitDirectory = join(made.ann.storeFolder, "store.git");
    const [one, other] = [
      new StateRef(made.git, gitDirectory, "sha1"),
      new StateRef(made.git, gitDirectory, "sha1"),
    ];
    const [found, same] = [await one.read(), await other.read()];
    assert.deepEqual(found, same);
    assert.equal(await one.replace(found, { ...found.state, removals: 1 }), "done");
    assert.equal(await other.replace(same, { ...same.state, removals: 2 }), "moved");
    assert.equal((await other.read()).state.removals, 1);
    const absent = { commit: noObject.sha1, state: found.state };
    assert.equal(await one.replace(absent, found.state), "moved");
  });

  it("tells its listeners of another process within a few seconds, even without a watcher", async () => {
    const made = await world();
    const [one, other] = [made.ann.store(), made.ann.store({ testing: { pollMs: 50 } })];
    let told = 0;
    const first = other.onDidChange(() => (told += 1));
    const second = other.onDidChange(() => {
      throw new Error("a listener's own mistake");
    });
    // Nothing was there to be watched when it began.
    await mkdir(made.ann.storeFolder);
    await until("the save to be noticed", async () => {
      await one.append(aNote().lines);
      return told > 0;
    });
    first.dispose();
    first.dispose();
    second.dispose();
    const before = told;
    await one.append(aNote().lines);
    await new Promise((settle) => setTimeout(settle, 150));
    assert.equal(told, before, "who has gone is told nothing");
  });

  it("reads on from a mark whose commits were cleaned up", async () => {
    const made = await world();
    const store = made.ann.store();
    const { lines } = aNote();
    await store.append(lines);
    await synced(store);
    const { mark } = await store.read();
    const old = mark.replace(/"adopted":"[0-9a-f]{40}"/, `"adopted":"${"1".repeat(40)}"`);
    assert.notEqual(old, mark);
    const on = await store.readSince(old);
    assert.deepEqual([on.whole, idsOf(on)], [true, idsOfLines(lines)]);
  });
});
