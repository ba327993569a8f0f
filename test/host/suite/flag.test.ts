import assert from "node:assert/strict";
import { chmod } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { until } from "../../support/until.ts";
import { workshop } from "../../support/host/workshop.ts";

const title = { type: "One query loads everything" };
const impact = { type: "Search takes over 5 s" };
const keep = { press: "Keep notes on this machine" };

describe("Flag a Constraint, in the editor", () => {
  it("takes the selected lines, and gives the focus and the selection back", async () => {
    const { open, run, session } = await workshop();
    const editor = await open("src/search.ts", [4, 5]);
    const { selection } = editor;
    await run("flagConstraint", undefined, title, impact, { choose: "Tech debt" }, keep);
    const [draft] = (await session()).drafts();
    assert.deepEqual(draft?.fields, { title: title.type, impact: impact.type, kind: "techDebt" });
    assert.equal(draft?.anchor?.path, "src/search.ts");
    assert.deepEqual([draft?.anchor?.startLine, draft?.anchor?.endLine], [4, 5]);
    assert.equal(draft?.anchor?.quote?.length, 2);
    assert.match(draft?.anchor?.commit ?? "", /^[0-9a-f]{40}$/);
    assert.equal(vscode.window.activeTextEditor, editor);
    assert.ok(editor.selection.isEqual(selection));
  });

  it("takes the current line where nothing is selected", async () => {
    const { open, run, session } = await workshop();
    const editor = await open("src/search.ts");
    editor.selection = new vscode.Selection(8, 3, 8, 3);
    await run("flagConstraint", undefined, title, impact, "enter", keep);
    const [draft] = (await session()).drafts();
    assert.deepEqual([draft?.anchor?.startLine, draft?.anchor?.endLine], [9, 9]);
  });

  it("leaves out a last line of which nothing is selected", async () => {
    const { open, run, session } = await workshop();
    const editor = await open("src/search.ts");
    editor.selection = new vscode.Selection(2, 0, 5, 0);
    await run("flagConstraint", undefined, title, impact, "enter", keep);
    const [draft] = (await session()).drafts();
    assert.deepEqual([draft?.anchor?.startLine, draft?.anchor?.endLine], [3, 5]);
  });

  it("takes the line whose number was clicked, or the selection around it", async () => {
    const { open, run, session, ann } = await workshop();
    await open("src/search.ts", [4, 5]);
    const uri = vscode.Uri.file(path.join(ann.folder, "src/search.ts"));
    await run("flagConstraint", { uri, lineNumber: 9 }, title, impact, "enter", keep);
    await run("flagConstraint", { uri, lineNumber: 5 }, title, impact, "enter");
    const lines = (await session()).drafts().map(({ anchor }) => [anchor?.startLine, anchor?.endLine]);
    assert.deepEqual(new Set(lines.map(String)), new Set(["9,9", "4,5"]));
  });

  it("takes what is typed and not saved yet", async () => {
    const { open, run, session } = await workshop();
    const editor = await open("src/search.ts", [4, 4]);
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 2), "/* slow */ "));
    await run("flagConstraint", undefined, title, impact, "enter", keep);
    const [draft] = (await session()).drafts();
    assert.equal(draft?.anchor?.quote?.[0], "  /* slow */ const products = await allProducts(shop);");
  });

  it("has two steps where a key binding names the kind, and remembers the kind", async () => {
    const { open, run, session, prompts } = await workshop();
    await open("src/search.ts", [4, 5]);
    await run("flagConstraint", { kind: "constraint" }, title, impact, keep);
    await run("flagConstraint", undefined, title, impact, "enter");
    assert.deepEqual(
      (await session()).drafts().map(({ fields }) => fields.kind),
      ["constraint", "constraint"],
    );
    assert.equal(prompts.asked.at(-1)?.preselected, "Outside limit");
  });

  it("keeps what was typed when it is left, and nothing where nothing was typed", async () => {
    const { open, run, session, statusBarItem } = await workshop();
    await open("src/search.ts", [4, 5]);
    await run("flagConstraint", undefined, { typeAndLeave: "" });
    assert.deepEqual((await session()).drafts(), []);
    await run("flagConstraint", undefined, title, { typeAndLeave: "Search ta" });
    const [draft] = (await session()).drafts();
    assert.deepEqual(draft?.fields, { title: title.type, impact: "Search ta" });
    assert.equal(statusBarItem.text, "Kept as a draft");
  });

  it("shares after ten seconds, and says so until then; Undo leaves a draft", async () => {
    const { open, run, session, statusBarItem, time } = await workshop();
    await open("src/search.ts", [4, 5]);
    await run("flagConstraint", undefined, title, impact, "enter", keep);
    assert.equal(statusBarItem.text, "Sharing · Undo");
    assert.equal(statusBarItem.command, "sightline.undoSharing");
    await run("undoSharing");
    await time.pass(20_000);
    assert.equal((await session()).notes().size, 0);
    assert.equal((await session()).drafts().length, 1);
    await run("shareDraft", (await session()).drafts()[0]?.id);
    await time.pass(10_100);
    await until("the note to join the record", async () => (await session()).notes().size === 1);
    await until("nothing to undo", () => statusBarItem.command === "sightline.openPanel");
  });

  it("says that it is too late to undo", async () => {
    const { flag, run, prompts } = await workshop();
    await flag("src/search.ts", [4, 5], title.type);
    await run("undoSharing");
    assert.match(prompts.messages.at(-1) ?? "", /has joined the record/);
  });

  it("keeps 2 MB of effect on users as a draft, says that it is too long, and gives the words back", async () => {
    const { open, run, session, prompts, copied } = await workshop();
    await open("src/search.ts", [4, 5]);
    const text = "x".repeat(2_000_000);
    prompts.answerNext(title, { type: text }, "enter", keep, { press: "Copy What You Wrote" });
    await run("flagConstraint");
    assert.match(prompts.messages.at(-1) ?? "", /too long to save: 1,9\d\d KB.* kept as a draft/);
    await until("the words to be copied", () => copied.length > 0);
    assert.deepEqual(copied, [`${title.type}\n${text}`]);
    assert.equal((await session()).drafts()[0]?.fields.impact?.length, 2_000_000);
    assert.equal((await session()).notes().size, 0);
  });

  it("loses no word where git fails meanwhile", async () => {
    const { open, run, session, bench } = await workshop();
    const parts = bench.sessions.partsOf(await session());
    assert.ok(parts);
    parts.user.head = () => Promise.reject(new Error("git is gone"));
    await open("src/search.ts", [4, 5]);
    await run("flagConstraint", undefined, title, impact, { choose: "Keep as a draft on this machine" });
    const [draft] = (await session()).drafts();
    assert.deepEqual([draft?.fields.title, draft?.anchor?.commit], [title.type, undefined]);
  });

  it("says what to do where a command can't keep anything", async () => {
    const { ann, run, prompts } = await workshop();
    await ann.write(".git/sightline", "in the way");
    await run("setYourRole", undefined, { choose: "I look after the product" });
    assert.match(prompts.messages.at(-1) ?? "", /could not save: .* make room/);
  });

  it("loses no word where .git can't be written", async function () {
    if (process.getuid?.() === 0) {
      // For root every folder can be written, so a file stands in the way instead.
      const { ann, open, run, prompts, copied } = await workshop();
      await ann.write(".git/sightline", "in the way");
      await open("src/search.ts", [4, 5]);
      prompts.answerNext(title, impact, "enter", { press: "Copy What You Wrote" });
      await run("flagConstraint");
      assert.match(prompts.messages.at(-1) ?? "", /\.git folder can't be written/);
      assert.deepEqual(copied, [`${title.type}\n${impact.type}`]);
      return;
    }
    const { ann, open, run, prompts, copied } = await workshop();
    const git = path.join(ann.folder, ".git");
    await chmod(git, 0o555);
    try {
      await open("src/search.ts", [4, 5]);
      prompts.answerNext(title, impact, "enter", { press: "Copy What You Wrote" });
      await run("flagConstraint");
      assert.match(prompts.messages.at(-1) ?? "", /\.git folder can't be written/);
      assert.deepEqual(copied, [`${title.type}\n${impact.type}`]);
    } finally {
      await chmod(git, 0o755);
    }
  });
});

describe("Flag a Constraint, where there is nothing to flag", () => {
  const refusals: readonly (readonly [
    string,
    (shop: Awaited<ReturnType<typeof workshop>>) => Promise<unknown>,
    RegExp,
  ])[] = [
    [
      "a file that was never saved",
      async () => vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: "x" })),
      /has not been saved yet/,
    ],
    [
      "an empty file",
      async ({ ann, open }) => {
        await ann.write("empty.ts", "");
        await open("empty.ts");
      },
      /This file is empty/,
    ],
    [
      "a file outside of the window's folders",
      async ({ world, ann, open }) => {
        await ann.write("../stray.ts", "const a = 1;\n");
        await open(path.join(world.folder, "stray.ts"));
      },
      /stray\.ts lies outside/,
    ],
    [
      "a file that is not text",
      async ({ ann }) => {
        await ann.write("logo.png", "\u0000\u0001");
        await vscode.commands.executeCommand(
          "vscode.open",
          vscode.Uri.file(path.join(ann.folder, "logo.png")),
        );
      },
      /This file is not text/,
    ],
    [
      "an older version of a file",
      async () => {
        const provider = vscode.workspace.registerTextDocumentContentProvider("older", {
          provideTextDocumentContent: () => "const a = 1;\n",
        });
        await vscode.window.showTextDocument(
          await vscode.workspace.openTextDocument(vscode.Uri.parse("older:/a.ts")),
        );
        provider.dispose();
      },
      /a view of the code, not the file itself/,
    ],
  ];
  for (const [what, open, message] of refusals)
    it(`says so for ${what}, before anything is asked`, async () => {
      const shop = await workshop();
      await shop.bench.sessions.opened();
      await open(shop);
      await shop.run("flagConstraint");
      assert.match(shop.prompts.messages.at(-1) ?? "", message);
      assert.equal(shop.prompts.asked.length, 1);
    });

  it("says so in a folder that is not a repository, and finds the one that is made then", async () => {
    const { world, setFolders, open, run, prompts, session } = await workshop();
    const plain = path.join(world.folder, "plain");
    await vscode.workspace.fs.writeFile(
      vscode.Uri.file(path.join(plain, "a.ts")),
      Buffer.from("const a = 1;\n"),
    );
    setFolders(plain);
    await open(path.join(plain, "a.ts"), [1, 1]);
    await run("flagConstraint");
    assert.match(prompts.messages.at(-1) ?? "", /not a git repository\. Notes need one to live in/);
    await world.run(plain, ["init", "--quiet"]);
    await run("flagConstraint", undefined, title, impact, "enter", { type: "Ann" });
    assert.equal((await session()).drafts().length, 1);
  });
});
