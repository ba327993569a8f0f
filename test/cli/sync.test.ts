import assert from "node:assert/strict";
import { rename } from "node:fs/promises";
import { ErrorDocument } from "../../src/cli/documents/error-document.ts";
import { ListDocument } from "../../src/cli/documents/list-document.ts";
import { ShowDocument } from "../../src/cli/documents/note-document.ts";
import { SavedDocument } from "../../src/cli/documents/saved-document.ts";
import { SyncDocument } from "../../src/cli/documents/sync-document.ts";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { BareRemote } from "../git/bare-remote.ts";
import { exchange, person, readDocument, team } from "./team.ts";
import type { Person } from "./team.ts";

const branchOf = async ({ clone }: Person) =>
  (await clone.git("ls-remote", "origin", "refs/heads/sightline")).trim();

describe("sync on the command line", function () {
  this.timeout(60_000);

  it("carries a note from one clone to the other, and says what was exchanged", async () => {
    const { ann, ben } = await team();
    const id = await ann.save("add", "One query", "--impact", "Slow");
    const sent = await ann.json(SyncDocument, "sync", "--yes");
    assert.deepEqual(
      [sent.outcome, sent.remote?.name, sent.branch, sent.sent, sent.waiting],
      ["synced", "origin", "sightline", 1, 0],
    );
    const got = await ben.run("sync", "origin", "--yes");
    assert.deepEqual([got.exit, got.out], [EXIT.done, "Synced with origin: one note changed here.\n"]);
    assert.equal((await ben.json(ShowDocument, "show", id)).note.title, "One query");
    const again = await ben.run("sync");
    assert.equal(again.out, "Synced with origin: nothing new on either side.\n");
    assert.deepEqual((await ben.json(SyncDocument, "sync")).received, []);
  });

  it("sends nothing before somebody has agreed, and says what it would do", async () => {
    const { world, ann } = await team();
    await ann.save("add", "One query");
    const ran = await ann.run("sync");
    assert.deepEqual([ran.exit, ran.out], [EXIT.needsAnswer, ""]);
    assert.match(
      ran.err,
      /Nobody has agreed yet.*nothing was sent.*would push one change to the branch “sightline” on origin \(.*remote\.git\).*sightline sync origin --yes/,
    );
    const document = readDocument(SyncDocument, await ann.run("sync", "--json"));
    assert.deepEqual([document.outcome, document.waiting, document.sent], ["notAgreed", 1, 0]);
    assert.equal(document.remote?.url, world.remote.folder);
    assert.equal(await branchOf(ann), "");
    assert.match((await ann.run("add", "Another")).err, /Saved on this machine only/);
  });

  it("asks on a terminal, with the remote by name and address, and takes no for an answer", async () => {
    const { world, ann } = await team();
    await ann.save("add", "One query");
    const no = await ann.at({ answers: ["n"] }, "sync");
    assert.equal(no.exit, EXIT.needsAnswer);
    assert.match(
      no.err,
      /^Share notes with everyone who can read this repository\?\nSightline will push notes to the branch “sightline” on origin/,
    );
    assert.ok(no.err.includes(`origin (${world.remote.folder})`));
    assert.match(no.err, /If the repository is public, so are the notes\./);
    assert.equal(no.asked.length, 1);
    assert.equal(await branchOf(ann), "");
    const silent = await ann.at({ answers: [] }, "sync");
    assert.equal(silent.exit, EXIT.needsAnswer);
    assert.equal(await branchOf(ann), "");

    const yes = await ann.at({ answers: ["yes"] }, "sync");
    assert.equal(yes.exit, EXIT.done, yes.err);
    assert.match(await branchOf(ann), /refs\/heads\/sightline$/);
    const later = await ann.at({ answers: [] }, "sync");
    assert.deepEqual([later.exit, later.asked], [EXIT.done, []]);
    const saved = await ann.run("add", "Another", "--impact", "x");
    assert.equal(saved.err, "Saved here, not shared yet. Send it with sightline sync.\n");
  });

  it("asks which of several remotes, and never guesses", async () => {
    const { world, ann } = await team();
    await world.run(world.folder, ["init", "--quiet", "--bare", "other.git"]);
    await ann.clone.git("remote", "add", "upstream", `${world.folder}/other.git`);
    await ann.save("add", "One query");
    for (const args of [["sync"], ["sync", "--yes"]]) {
      const ran = await ann.run(...args);
      assert.equal(ran.exit, EXIT.needsAnswer);
      assert.match(ran.err, /several remotes.*Nothing was sent.*sightline sync origin \| upstream/);
    }
    assert.equal(readDocument(SyncDocument, await ann.run("sync", "--json")).outcome, "severalRemotes");
    const wrong = await ann.run("sync", "nosuch", "--yes");
    assert.equal(wrong.exit, EXIT.notFound);
    assert.match(wrong.err, /no remote nosuch\. Nothing was sent\. Choose one of origin, upstream\./);

    const chosen = await ann.at({ answers: ["2", "y"] }, "sync");
    assert.equal(chosen.exit, EXIT.done, chosen.err);
    assert.match(chosen.out, /^Synced with upstream/);
    assert.equal(await branchOf(ann), "");
    assert.match((await ann.run("sync")).out, /^Synced with upstream/);
    const other = await ann.run("sync", "origin");
    assert.equal(other.exit, EXIT.needsAnswer);
    assert.equal((await ann.run("sync", "origin", "--yes")).exit, EXIT.done);
    assert.notEqual(await branchOf(ann), "");
  });

  it("works without a remote until there is somebody to exchange with", async () => {
    const { world } = await team();
    const alone = person(await world.empty("alone"), world.environment);
    await alone.save("add", "One query");
    const ran = await alone.run("sync", "--yes");
    assert.equal(ran.exit, EXIT.notExchanged);
    assert.match(ran.err, /no remote.*safe here.*git remote add/);
    assert.equal(readDocument(SyncDocument, await alone.run("sync", "--json")).outcome, "noRemote");
  });

  it("keeps everything where the remote can't be reached, and sends it later", async () => {
    const { world, ann, ben } = await team();
    await exchange(ann);
    await rename(world.remote.folder, `${world.remote.folder}.away`);
    const id = await ann.save("add", "One query");
    const ran = await ann.run("sync");
    assert.equal(ran.exit, EXIT.notExchanged);
    assert.match(ran.err, /^sightline: .*origin/);
    const failed = readDocument(SyncDocument, await ann.run("sync", "--json"));
    assert.deepEqual([failed.outcome, failed.waiting, typeof failed.reason], ["failed", 1, "string"]);
    await rename(`${world.remote.folder}.away`, world.remote.folder);
    await exchange(ann, ben);
    assert.equal((await ben.json(ShowDocument, "show", id)).note.title, "One query");
  });

  it("says that a rule refused a push", async () => {
    const { world, ann } = await team();
    const remote = new BareRemote(world);
    await remote.setRefusing(true);
    await ann.save("add", "One query");
    const ran = await ann.run("sync", "--yes");
    assert.equal(ran.exit, EXIT.notExchanged);
    assert.match(ran.err, /^sightline: origin refused the push/);
    assert.equal(readDocument(SyncDocument, await ann.run("sync", "--json")).reason, "refusedByRule");
    await remote.setRefusing(false);
    assert.equal((await ann.run("sync")).exit, EXIT.done);
  });

  it("stops where the remote lost notes, until somebody chooses", async () => {
    const { world, ann, ben } = await team();
    const remote = new BareRemote(world);
    const kept = await ann.save("add", "Kept");
    const lost = await ann.save("add", "Lost");
    await exchange(ann, ben);
    await remote.rewrite(({ record }) => record === kept);

    const stopped = await ann.run("sync");
    assert.equal(stopped.exit, EXIT.rewritten);
    assert.match(stopped.err, /Lost.*sightline sync --put-back.*sightline sync --accept-removal/s);
    const document = readDocument(SyncDocument, await ann.run("sync", "--json"));
    assert.deepEqual(
      [document.outcome, document.deleted, document.gone],
      ["rewritten", false, [{ note: lost, lines: 1 }]],
    );
    assert.equal((await ann.json(ListDocument, "list")).notes.length, 2);

    assert.equal((await ann.run("sync", "--put-back")).exit, EXIT.done);
    assert.equal((await remote.lines())?.length, 2);
    await remote.rewrite(({ record }) => record === kept);
    assert.equal((await ben.run("sync")).exit, EXIT.rewritten);
    assert.equal((await ben.run("sync", "--accept-removal")).exit, EXIT.done);
    assert.deepEqual(
      (await ben.json(ListDocument, "list")).notes.map(({ id }) => id),
      [kept],
    );
    assert.equal((await ben.run("show", lost)).exit, EXIT.notFound);
  });

  it("counts what waits, and writes progress to a terminal only", async () => {
    const { ann } = await team();
    const id = await ann.save("add", "One query", "--impact", "Slow");
    assert.equal((await ann.json(SavedDocument, "comment", id, "x")).waiting, 2);
    const quiet = await ann.run("sync", "--yes");
    assert.equal(quiet.err, "");
    const seen = await ann.at({ answers: [] }, "sync");
    assert.equal(seen.err, "Exchanging notes with origin …\n");
    const json = await ann.at({ answers: [] }, "sync", "--json");
    assert.equal(readDocument(SyncDocument, json).outcome, "synced");
  });

  it("shows the details of a sync only when asked for", async () => {
    const { world, ann } = await team();
    await exchange(ann);
    await rename(world.remote.folder, `${world.remote.folder}.away`);
    const quiet = (await ann.run("sync")).err.trimEnd();
    assert.equal(quiet.split("\n").length, 1);
    const detailed = (await ann.run("sync", "--verbose")).err.trimEnd();
    assert.ok(detailed.split("\n").length > 1, detailed);
  });

  it("tells folders apart that can't hold notes", async () => {
    const { world, ann } = await team();
    const cases: readonly (readonly [string, string, RegExp])[] = [
      [world.folder, "notARepository", /is not in a git repository\. Notes need one to live in\..*git init/],
      [world.remote.folder, "bare", /is bare/],
      [`${ann.folder}/.git`, "insideGitFolder", /is inside git's own folder/],
    ];
    for (const [folder, kind, words] of cases) {
      const ran = await person(ann.clone, world.environment, folder).run("list", "--json");
      assert.equal(ran.exit, EXIT.notHere, kind);
      assert.equal(readDocument(ErrorDocument, ran).error.kind, kind);
      assert.match(ran.err, words);
    }
  });
});
