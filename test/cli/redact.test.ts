import assert from "node:assert/strict";
import { readdir, readFile, utimes } from "node:fs/promises";
import { join } from "node:path";
import { CheckDocument } from "../../src/cli/documents/check-document.ts";
import { LogDocument } from "../../src/cli/documents/log-document.ts";
import { ShowDocument } from "../../src/cli/documents/note-document.ts";
import { RedactDocument } from "../../src/cli/documents/redact-document.ts";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { until } from "../support/until.ts";
import { exchange, readDocument, team } from "./team.ts";
import type { Person, Team } from "./team.ts";

const SECRET = "hunter2-in-a-comment";

/** A note with a secret in a comment, on both clones and the remote. */
async function shared({ ann, ben }: Team) {
  const id = await ann.save("add", "One query", "--impact", "Slow");
  await ann.save("comment", id, `The password is ${SECRET}`);
  await ann.save("comment", id, "Said after it");
  await exchange(ann, ben);
  const { events } = await ann.json(LogDocument, "log", id);
  const event = events.find((one) => JSON.stringify(one).includes(SECRET))?.id ?? assert.fail();
  return { id, event };
}

const redact = (one: Person, id: string, event: string, ...more: readonly string[]) =>
  one.run("redact", id, event, "--because", "It held a password", ...more, "--json");

/** Whether any object of a repository holds the secret, named by a ref or not. */
async function holdsSecret(world: Team["world"], folder: string): Promise<boolean> {
  const all = await world.run(folder, ["cat-file", "--batch-all-objects", "--batch", "--unordered"]);
  return all.includes(SECRET);
}

describe("redact on the command line", function () {
  this.timeout(120_000);

  it("takes a secret out of the branch, its history, its pages and every clone, and keeps the rest", async () => {
    const made = await team();
    const { ann, ben, world } = made;
    const { id, event } = await shared(made);
    await ben.save("comment", id, "Never sent before");
    const ran = await redact(ann, id, event, "--yes");
    assert.equal(ran.exit, EXIT.done, ran.err);
    assert.deepEqual(readDocument(RedactDocument, ran), {
      format: 1,
      note: id,
      events: [event],
      outcome: "redacted",
    });
    assert.equal((await world.remote.git("rev-list", "--count", "sightline")).trim(), "1");
    // As a host does that has run its gc.
    await world.remote.git("reflog", "expire", "--expire=now", "--all");
    await world.remote.git("gc", "--quiet", "--prune=now");
    assert.equal(await holdsSecret(world, world.remote.folder), false);

    await exchange(ben, ann);
    for (const one of [ann, ben]) {
      const { note } = await one.json(ShowDocument, "show", id);
      assert.deepEqual(note.comments.map(({ text }) => text).sort(), ["Never sent before", "Said after it"]);
      assert.doesNotMatch((await one.run("log", id, "--json")).out, new RegExp(SECRET));
      assert.match(
        (await one.run("log", id)).out,
        /Took something out of the record for good: It held a pass/,
      );
      assert.equal(readDocument(CheckDocument, await one.run("check", "--json")).sound, true);
    }
    assert.doesNotMatch(await world.remote.git("archive", "--format=tar", "sightline"), new RegExp(SECRET));

    // A quarter of an hour later what is left of it on these machines goes too.
    for (const one of [ann, ben]) {
      const { storeFolder } = one.clone;
      const store = join(storeFolder, "store.git");
      const longAgo = Date.now() / 1000 - 3_600;
      await utimes(join(storeFolder, "removal-due"), longAgo, longAgo);
      for (const name of await readdir(join(store, "objects"), { recursive: true }))
        await utimes(join(store, "objects", name), longAgo, longAgo);
      await exchange(one);
      await until(
        "the removal to be done",
        async () => !(await readdir(storeFolder)).includes("removal-due"),
      );
      assert.equal(await holdsSecret(world, store), false, one.clone.name);
      await world.run(store, ["fsck", "--strict", "--no-dangling"]);
      for (const journal of await readdir(join(storeFolder, "journal")))
        assert.doesNotMatch(
          await readFile(join(storeFolder, "journal", journal), "utf8"),
          new RegExp(SECRET),
        );
      const { note } = await one.json(ShowDocument, "show", id);
      assert.equal(note.comments.length, 2);
    }
  });

  it("takes out of this machine alone what nobody else has: nothing is left of it, and it is never sent", async () => {
    const made = await team();
    const { ann, ben, world } = made;
    await ann.clone.git("config", "--remove-section", "remote.origin");
    const id = await ann.save("add", "One query");
    await ann.save("comment", id, `The password is ${SECRET}`);
    const { events } = await ann.json(LogDocument, "log", id);
    const event = events.find((one) => JSON.stringify(one).includes(SECRET))?.id ?? assert.fail();
    assert.equal((await redact(ann, id, event)).exit, EXIT.needsAnswer);
    const ran = await ann.run("redact", id, event, "--because", "It held a password", "--yes");
    assert.equal(ran.exit, EXIT.done, ran.err);
    assert.match(ran.out, /one line out of the record on this machine. Nobody else had it/);
    const { storeFolder } = ann.clone;
    assert.deepEqual(await readdir(join(storeFolder, "journal")), []);
    const longAgo = Date.now() / 1000 - 3_600;
    await utimes(join(storeFolder, "removal-due"), longAgo, longAgo);
    for (const name of await readdir(join(storeFolder, "store.git", "objects"), { recursive: true }))
      await utimes(join(storeFolder, "store.git", "objects", name), longAgo, longAgo);
    await ann.run("list");
    assert.equal(await holdsSecret(world, join(storeFolder, "store.git")), false);

    await ann.clone.git("remote", "add", "origin", world.remote.folder);
    await exchange(ann, ben);
    const { note } = await ben.json(ShowDocument, "show", id);
    assert.deepEqual([note.title, note.comments.length], ["One query", 0]);
    assert.equal(await holdsSecret(world, world.remote.folder), false);
    assert.equal(readDocument(CheckDocument, await ben.run("check", "--json")).sound, true);
  });

  it("takes the first line out: the note stays, and gets another title", async () => {
    const made = await team();
    const { ann, ben } = made;
    const { id } = await shared(made);
    const ran = await ann.run("redact", id, id, "--because", "A name in the title", "--yes");
    assert.equal(ran.exit, EXIT.done, ran.err);
    assert.match(ran.err, /The note has no title now/);
    await ann.save("edit", id, "--title", "Another title");
    await exchange(ann, ben);
    const { note } = await ben.json(ShowDocument, "show", id);
    assert.deepEqual([note.title, note.impact, note.comments.length], ["Another title", "", 2]);
    assert.equal(note.opened.by.name, "ann");
  });

  it("changes nothing without a yes, a reason, a remote that answers or one that lets it", async () => {
    const made = await team();
    const { ann, world } = made;
    const { id, event } = await shared(made);
    const before = await world.remote.git("rev-parse", "sightline");
    assert.equal((await redact(ann, id, event)).exit, EXIT.needsAnswer);
    assert.equal(
      (await ann.at({ answers: ["n"] }, "redact", id, event, "--because", "x")).exit,
      EXIT.needsAnswer,
    );
    assert.equal((await ann.run("redact", id, event, "--yes")).exit, EXIT.usage);
    assert.equal((await redact(ann, id, "ffffffff", "--yes")).exit, EXIT.notFound);

    await ann.clone.git("remote", "set-url", "origin", `${world.folder}/elsewhere.git`);
    await ann.run("sync", "--yes");
    const offline = await redact(ann, id, event, "--yes");
    assert.equal(offline.exit, EXIT.notExchanged);
    assert.match(offline.err, /Nothing was taken out/);
    await ann.clone.git("remote", "set-url", "origin", world.remote.folder);
    await exchange(ann);

    // As a host's protected branch does.
    await world.remote.git("config", "receive.denyNonFastForwards", "true");
    const refused = await redact(ann, id, event, "--yes");
    assert.equal(refused.exit, EXIT.notExchanged, refused.err);
    assert.equal(readDocument(RedactDocument, refused).outcome, "failed");
    assert.equal(await world.remote.git("rev-parse", "sightline"), before);
    const { note } = await ann.json(ShowDocument, "show", id);
    assert.equal(note.comments.length, 2);
  });
});
