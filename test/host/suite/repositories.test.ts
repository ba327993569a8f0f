import assert from "node:assert/strict";
import { symlink } from "node:fs/promises";
import path from "node:path";
import { until } from "../../support/until.ts";
import { workshop } from "../../support/host/workshop.ts";

describe("the repositories of a window", () => {
  it("are two where two folders are two clones, each with notes of its own", async () => {
    const shop = await workshop();
    const { world, ann, setFolders, bench, open, run, time } = shop;
    setFolders(ann.folder, world.ben.folder);
    const [first, second] = await bench.sessions.opened();
    assert.deepEqual([first?.repository.name, second?.repository.name], ["ann", "ben"]);
    await open(path.join(world.ben.folder, "shop/cart.ts"), [1, 1]);
    await run("flagConstraint", undefined, { type: "In ben's" }, { type: "" }, "enter", {
      press: "Keep notes on this machine",
    });
    await time.pass(10_100);
    await until("the note", () => second?.notes().size === 1 && second.drafts().length === 0);
    assert.equal(first?.notes().size, 0);
    const [group] = await bench.notesTree.getChildren();
    const [note] = await bench.notesTree.getChildren(group);
    assert.ok(note);
    assert.match(String(bench.notesTree.getTreeItem(note).description), /ben/);
  });

  it("are one where two folders lie in one, as in a monorepo", async () => {
    const { ann, setFolders, bench } = await workshop();
    setFolders(path.join(ann.folder, "src"), path.join(ann.folder, "shop"));
    const sessions = await bench.sessions.opened();
    assert.equal(sessions.length, 1);
    assert.equal(bench.sessions.fileIn(path.join(ann.folder, "shop/cart.ts"))?.path, "shop/cart.ts");
  });

  it("follow the folders of the window", async () => {
    const { world, ann, setFolders, bench } = await workshop();
    await bench.sessions.opened();
    setFolders(world.ben.folder);
    const [only, ...more] = await bench.sessions.reopen();
    assert.equal(only?.repository.name, "ben");
    assert.deepEqual(more, []);
    assert.equal(bench.sessions.fileIn(path.join(ann.folder, "shop/cart.ts")), undefined);
  });

  it("are known through a link, and notes stay at their lines", async () => {
    const shop = await workshop();
    const { world, ann, setFolders, bench, open, flag } = shop;
    const link = path.join(world.folder, "link");
    await symlink(ann.folder, link);
    setFolders(link);
    await flag(path.join(link, "src/search.ts"), [4, 5], "Through a link");
    const { document } = await open(path.join(link, "src/search.ts"));
    const [mark] = await bench.marks.found(document);
    assert.deepEqual(mark?.lines, { startLine: 4, endLine: 5 });
    assert.equal(mark?.place.path, "src/search.ts");
  });

  it("are read as the editor has them, saved or not", async () => {
    const shop = await workshop();
    const editor = await shop.open("src/search.ts");
    const { code } = shop.bench.sessions.partsOf(await shop.session()) ?? {};
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), "// new\n"));
    const read = await code?.read("src/search.ts");
    assert.match(read?.kind === "text" ? read.text : "", /^\/\/ new\n/);
  });

  it("give no file from outside the work tree, whatever path a record names", async () => {
    const shop = await workshop();
    await shop.ann.write("../secret.txt", "secret");
    const { code } = shop.bench.sessions.partsOf(await shop.session()) ?? {};
    for (const name of ["../secret.txt", "src/../../secret.txt", "", "."])
      assert.notEqual((await code?.read(name))?.kind, "text", name);
    assert.deepEqual(await code?.read("nowhere.ts"), { kind: "missing" });
    await shop.ann.write("blob.bin", "a\u0000b");
    assert.deepEqual(await code?.read("blob.bin"), { kind: "notText" });
  });
});

describe("a window in Restricted Mode", () => {
  it("reads, keeps drafts, and shares nothing", async () => {
    const shop = await workshop();
    const { setTrusted, open, run, session, prompts, statusBarItem } = shop;
    setTrusted(false);
    await open("src/search.ts", [4, 5]);
    await run("flagConstraint", undefined, { type: "Slow" }, { type: "" }, "enter");
    assert.match(prompts.messages.at(-1) ?? "", /Restricted Mode, so nothing is shared/);
    assert.equal((await session()).drafts().length, 1);
    assert.equal(statusBarItem.text, "Kept as a draft");
    await run("sync");
    assert.match(prompts.messages.at(-1) ?? "", /can be read, not changed/);
  });

  it("syncs nothing by itself", async () => {
    const shop = await workshop();
    shop.setTrusted(false);
    const result = await (await shop.session()).sync({ byHand: false });
    assert.equal(result.kind, "readOnly");
    assert.equal(await shop.world.remote.git("for-each-ref"), "");
  });

  it("offers no reply, and offers it once the folder is trusted", async () => {
    const shop = await workshop();
    const note = await shop.flag("src/search.ts", [4, 5], "Slow");
    shop.setTrusted(false);
    await shop.run("discuss", { note });
    assert.equal(shop.threads[0]?.canReply, false);
    await shop.run("draftOption", { note });
    assert.match(shop.prompts.messages.at(-1) ?? "", /Restricted Mode/);
  });
});

describe("Sync", () => {
  it("asks once, pushes, and says so", async () => {
    const shop = await workshop();
    const { flag, run, world, prompts, statusBarItem } = shop;
    await flag("src/search.ts", [4, 5], "Slow");
    await run("sync", undefined, { press: "Share" });
    assert.equal(statusBarItem.text, "Synced");
    assert.match(await world.remote.git("for-each-ref"), /refs\/heads\/sightline/);
    const asked = prompts.asked.length;
    await run("sync");
    assert.equal(prompts.asked.length, asked);
  });

  it("says what is in the way where the remote can't be reached", async () => {
    const shop = await workshop();
    await shop.ann.git("remote", "set-url", "origin", path.join(shop.world.folder, "nowhere.git"));
    await shop.flag("src/search.ts", [4, 5], "Slow");
    await shop.run("sync", undefined, { press: "Share" });
    assert.match(shop.prompts.messages.at(-1) ?? "", /saved here/);
    assert.doesNotMatch(shop.prompts.messages.at(-1) ?? "", /fatal/);
  });

  it("asks what was meant where the branch was rewritten, and puts back what is gone", async () => {
    const shop = await workshop();
    await shop.flag("src/search.ts", [4, 5], "Slow");
    await shop.run("sync", undefined, { press: "Share" });
    await shop.world.remote.git("update-ref", "-d", "refs/heads/sightline");
    await shop.run("sync", undefined, { press: "Put back" });
    const asked = shop.prompts.asked.find(({ offered }) => offered?.includes("Accept the removal"));
    assert.match(asked?.prompt ?? "", /was deleted on origin/);
    assert.match(await shop.world.remote.git("for-each-ref"), /refs\/heads\/sightline/);
  });
});

describe("Tell Your PM", () => {
  it("copies a message with the note in words, and a link that opens it", async () => {
    const shop = await workshop();
    const note = await shop.flag("src/search.ts", [4, 5], "One query loads everything", "Large shops wait");
    await shop.run("tellYourPm", { note });
    const [message = ""] = shop.copied;
    assert.match(message, /One query loads everything\nLarge shops wait/);
    assert.match(message, new RegExp(`vscode://sightline\\.sightline/note/${note}`));
    await shop.run("copyLink", { note });
    assert.equal(shop.copied.at(-1), `vscode://sightline.sightline/note/${note}`);
  });

  it("is offered once, after the first share that others can read", async () => {
    const shop = await workshop();
    await shop.flag("src/search.ts", [4, 5], "First");
    assert.deepEqual(shop.prompts.messages, []);
    await shop.run("sync", undefined, { press: "Share" });
    await shop.flag("src/search.ts", [8, 9], "Second");
    await until("the offer", () => shop.prompts.messages.length === 1);
    await shop.flag("shop/cart.ts", [1, 1], "Third");
    assert.equal(shop.prompts.messages.length, 1);
    assert.match(shop.prompts.messages[0] ?? "", /Your PM can read it/);
  });
});
