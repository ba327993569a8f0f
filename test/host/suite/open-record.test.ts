import assert from "node:assert/strict";
import { rename } from "node:fs/promises";
import { RecordId } from "../../../src/domain/ids.ts";
import { openRecordWith } from "../../../src/host/open-record-with.ts";
import { until } from "../../support/until.ts";
import { workshop } from "../../support/host/workshop.ts";
import type { Workshop } from "../../support/host/workshop.ts";

/** A note of ann's, shared; then a window without a folder. */
async function recordAndNoFolder(): Promise<Workshop & { readonly note: RecordId }> {
  const shop = await workshop();
  const session = await shop.session();
  const { choices } = await session.consent();
  await session.setConsent("agreed", choices[0] ?? assert.fail("no remote"));
  await shop.ann.git("push", "--quiet", "origin", "HEAD:main");
  const note = RecordId.parse(await shop.flag("src/search.ts", [3, 4], "Search is slow", "Over 5 s"));
  assert.equal((await session.sync({ byHand: true })).kind, "synced");
  shop.setFolders();
  await shop.bench.sessions.reopen();
  assert.equal(shop.bench.sessions.state(), "noFolder");
  return { ...shop, note };
}

const openShop = ({ run, world }: Workshop, name = "Petra") =>
  run(
    "openRecord",
    undefined,
    { type: world.remote.folder },
    { type: "Shop" },
    { press: "Open the record" },
    { type: name },
  );

describe("a record that is opened by its address", () => {
  it("is shown by every view, and takes what is said", async () => {
    const shop = await recordAndNoFolder();
    const { bench, note, assembled } = shop;
    await openShop(shop);
    const session = await shop.session();
    assert.equal(session.repository.name, "Shop");
    assert.deepEqual(await session.me(), { name: "Petra", email: "" });
    assert.ok(session.note(note));
    const [group] = await bench.notesTree.getChildren();
    assert.equal((await bench.notesTree.getChildren(group)).length, 1);
    assert.ok(await assembled.nowTree.getChildren());
    await session.perform({ type: "ask", note, text: "Help me understand what users would notice" });
    await shop.run("sync");
    assert.equal(session.syncState().kind, "synced");
    shop.setFolders(shop.ann.folder);
    await bench.sessions.reopen();
    const ann = bench.sessions.all().find(({ repository }) => repository.record === undefined);
    await ann?.sync({ byHand: true });
    assert.equal(ann?.note(note)?.questions[0]?.by.name, "Petra");
  });

  it("is not shown beside a folder that has it anyway", async () => {
    const shop = await recordAndNoFolder();
    await openShop(shop);
    shop.setFolders(shop.ann.folder);
    const sessions = await shop.bench.sessions.reopen();
    assert.deepEqual(
      sessions.map(({ repository }) => repository.name),
      ["ann"],
    );
    await shop.run("openRecord", undefined, { choose: "Shop" });
    assert.equal(shop.bench.sessions.all().length, 1);
  });

  it("is there by itself the next time, without a network, and is found by a link", async () => {
    const shop = await recordAndNoFolder();
    const { world, bench, note } = shop;
    await openShop(shop);
    await rename(world.remote.folder, `${world.remote.folder}.away`);
    await bench.sessions.reopen();
    const session = await shop.session();
    assert.ok(session.note(note));
    // In a window that shows another folder, a link to the note finds it.
    const [record] = await bench.records.window.known();
    await bench.records.window.close(record ?? assert.fail("it is known"));
    shop.setFolders((await world.empty("other")).folder);
    await bench.sessions.reopen();
    assert.equal(bench.sessions.withNote(note), undefined);
    assert.equal(await openRecordWith(bench, note), true);
    assert.equal(bench.sessions.withNote(note)?.session.repository.name, "Shop");
    assert.equal(await openRecordWith(bench, RecordId.parse("0".repeat(64))), false);
  });

  it("keeps nothing where there is none, it can't be reached, or the person stops", async () => {
    const shop = await workshop();
    const { run, world, prompts, bench } = shop;
    shop.setFolders();
    const known = () => bench.records.window.known();
    const answers = [{ type: "Shop" }, { press: "Open the record" }] as const;
    await run("openRecord", undefined, { type: world.remote.folder }, ...answers);
    assert.match(
      prompts.messages.at(-1) ?? "",
      /^There is no record at this address yet\. Somebody who has the code/,
    );
    await run("openRecord", undefined, { type: `${world.folder}/nothing` }, ...answers);
    assert.match(
      prompts.messages.at(-1) ?? "",
      /^nothing has nothing at this address, or you may not see it\./,
    );
    prompts.stopsWaiting = true;
    const said = prompts.messages.length;
    await run("openRecord", undefined, { type: world.remote.folder }, ...answers);
    assert.equal(prompts.messages.length, said, "who stops it knows");
    assert.deepEqual(await known(), []);
    await bench.sessions.opened();
    assert.equal(bench.sessions.state(), "noFolder");
    await run("openRecord", undefined, { type: world.remote.folder }, { type: "Shop" }, "leave");
    assert.deepEqual(await known(), []);
  });

  it("refuses an address that could start something, before anything is asked of it", async () => {
    const shop = await workshop();
    shop.setFolders();
    await shop.run(
      "openRecord",
      undefined,
      { type: "ext::sh -c 'touch /tmp/x'" },
      { type: "https://me:secret@github.com/acme/shop" },
      "leave",
    );
    const asked = shop.prompts.asked.map(({ prompt }) => prompt);
    assert.ok(asked.some((prompt) => prompt.includes("can start programs")));
    assert.ok(asked.some((prompt) => prompt.includes("holds a password. Nothing of it was kept")));
    assert.ok(!JSON.stringify(shop.prompts.asked).includes("secret"));
  });

  it("is not fetched in Restricted Mode, and is read there", async () => {
    const shop = await recordAndNoFolder();
    await openShop(shop);
    shop.setTrusted(false);
    await shop.run("openRecord", undefined, { choose: "Another address…" });
    assert.match(shop.prompts.messages.at(-1) ?? "", /Restricted Mode/);
    await shop.run("openRecord", undefined, { choose: "Shop" });
    assert.ok((await shop.session()).note(shop.note));
  });

  it("is forgotten when all of it was sent, and not before", async () => {
    const shop = await recordAndNoFolder();
    const { bench, note, run, prompts } = shop;
    await openShop(shop);
    const session = await shop.session();
    await session.perform({ type: "hear", note });
    await session.keepDraft({ fields: { title: "Not shared" } });
    await until("it to wait", () => session.syncState().waiting === 1);
    await run("forgetRecord");
    assert.match(
      prompts.messages.at(-1) ?? "",
      /^Shop is not forgotten: .*\(1\).*\(1\), would be lost\. Sync/,
    );
    await session.discardDraft(session.drafts()[0]?.id ?? "");
    await run("sync");
    await run("forgetRecord", undefined, { press: "Forget it" });
    assert.deepEqual(await bench.records.window.known(), []);
    assert.equal(bench.sessions.state(), "noFolder");
    await run("forgetRecord");
    assert.match(prompts.messages.at(-1) ?? "", /none to forget/);
  });

  it("says that the code is elsewhere, where no page of it is known", async () => {
    const shop = await recordAndNoFolder();
    await openShop(shop);
    await shop.run("showInCode", { note: shop.note });
    assert.match(shop.prompts.messages.at(-1) ?? "", /^The code is not on this computer\./);
  });
});
