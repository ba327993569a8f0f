import assert from "node:assert/strict";
import { mkdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LARGE_BYTES } from "../../../src/app/large-record.ts";
import { workshop } from "../../support/host/workshop.ts";

const SECRET = "The password is hunter2";

describe("something said is taken out of the record for good", () => {
  const withSecret = async () => {
    const shop = await workshop();
    const note = await shop.flag("src/search.ts", [3, 6], "Search reads everything");
    const session = await shop.session();
    const said = await session.perform({ type: "comment", note, text: SECRET });
    assert.equal(said.kind, "saved");
    return { shop, note, session, comments: () => session.note(note)?.comments.length };
  };
  const secret = { choose: `Said: ${SECRET}` };
  const because = { type: "It held a password" };

  it("on this machine, where nobody else has it, with a plain question before", async () => {
    const { shop, note, session, comments } = await withSecret();
    await shop.run("redact", { note }, secret, because, "leave");
    assert.equal(comments(), 1);
    await shop.run("redact", { note }, secret, because, { press: "Take It Out" });
    assert.equal(comments(), 0);
    const dialog = shop.prompts.asked.findLast(({ kind }) => kind === "dialog");
    assert.equal(dialog?.prompt, "Take this out of the record for good?");
    assert.match(dialog?.detail ?? "", /out of the record on this machine\..*can't be taken back/);
    assert.deepEqual(shop.prompts.messages, []);
    // That something was taken out is not offered.
    await shop.run("redact", { note }, "leave");
    assert.deepEqual(
      shop.prompts.asked.at(-1)?.offered?.filter((label) => /password|hunter2/.test(label)),
      [],
    );
    assert.ok(session.note(note)?.history.some(({ text }) => text === "It held a password"));
  });

  it("on the remote, with its history, saying what that can't do", async () => {
    const { shop, note, session, comments } = await withSecret();
    const { choices } = await session.consent();
    const [origin] = choices;
    assert.ok(origin !== undefined);
    await session.setConsent("agreed", origin);
    assert.equal((await session.sync({ byHand: true })).kind, "synced");
    const held = () => shop.world.remote.git("log", "-p", "--format=%s", "sightline");
    assert.match(await held(), /hunter2/);
    await shop.run("redact", { note }, secret, { type: " " }, because, { press: "Take It Out" });
    assert.doesNotMatch(await held(), /hunter2/);
    assert.equal(comments(), 0);
    const dialog = shop.prompts.asked.findLast(({ kind }) => kind === "dialog");
    assert.match(dialog?.detail ?? "", /branch “sightline” on origin, with the history/);
    assert.match(dialog?.detail ?? "", /never sync again, forks, backups/);
  });

  it("not where the remote can't be reached: says so, and nothing has changed", async () => {
    const { shop, note, session, comments } = await withSecret();
    const { choices } = await session.consent();
    const [origin] = choices;
    assert.ok(origin !== undefined);
    await session.setConsent("agreed", origin);
    assert.equal((await session.sync({ byHand: true })).kind, "synced");
    await shop.world.remote.git("config", "receive.denyNonFastForwards", "true");
    await shop.run("redact", { note }, secret, because, { press: "Take It Out" });
    assert.match(shop.prompts.messages.at(-1) ?? "", /^Nothing was taken out\. origin refused the push/);
    assert.equal(comments(), 1);
  });
});

describe("a record that has grown large", () => {
  it("is said once after a sync by hand, and made smaller with one click", async () => {
    const shop = await workshop();
    const session = await shop.session();
    const { choices } = await session.consent();
    const [origin] = choices;
    assert.ok(origin !== undefined);
    await session.setConsent("agreed", origin);
    const packs = join(shop.ann.storeFolder, "store.git", "objects", "pack");
    await shop.run("sync");
    await mkdir(packs, { recursive: true });
    await writeFile(join(packs, "filler"), "");
    await truncate(join(packs, "filler"), LARGE_BYTES);
    await shop.run("sync", undefined, { press: "Make It Smaller" });
    assert.match(shop.prompts.messages.at(-1) ?? "", /takes 51 MB on this machine/);
    const said = shop.prompts.messages.length;
    await shop.run("sync");
    assert.equal(shop.prompts.messages.length, said);
  });
});
