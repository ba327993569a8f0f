import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hoverTexts } from "../../../src/host/marks/hover.ts";
import { until } from "../../support/until.ts";
import { workshop } from "../../support/host/workshop.ts";
import type { Workshop } from "../../support/host/workshop.ts";

const title = "One query loads everything";

/** The lines of the marks of a document, as "4-5 shape". */
const marked = ({ bench }: Workshop, document: vscode.TextDocument) =>
  bench.marks.in(document).map(({ lines, place }) => `${lines.startLine}-${lines.endLine} ${place.status}`);

const untilMarked = (shop: Workshop, document: vscode.TextDocument, ...lines: string[]) =>
  until(`marks at ${lines.join(", ")}`, () => marked(shop, document).join() === lines.join(), 10_000);

describe("the mark at the line", () => {
  it("is there once the note is on record", async () => {
    const shop = await workshop();
    const { document } = await shop.open("src/search.ts", [4, 5]);
    await shop.flag("src/search.ts", [4, 5], title);
    await untilMarked(shop, document, "4-5 found");
    assert.equal(shop.bench.marks.at(document, 4).length, 1);
    assert.equal(shop.bench.marks.at(document, 5).length, 0);
    assert.equal(shop.bench.marks.around(document, 5).length, 1);
  });

  it("moves with what is typed above, at once", async () => {
    const shop = await workshop();
    const editor = await shop.open("src/search.ts");
    await shop.flag("src/search.ts", [4, 5], title);
    await untilMarked(shop, editor.document, "4-5 found");
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "// one\n// two\n"));
    assert.deepEqual(marked(shop, editor.document), ["6-7 found"]);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    assert.deepEqual(marked(shop, editor.document), ["5-6 found"]);
  });

  it("is found again when the file is saved", async () => {
    const shop = await workshop();
    const editor = await shop.open("src/search.ts");
    await shop.flag("src/search.ts", [4, 5], title);
    await untilMarked(shop, editor.document, "4-5 found");
    const text = editor.document.getText();
    // Cut from here and pasted at the end: for the editor a deletion, for the note a move.
    const lines = text.split("\n");
    const cut = [...lines.slice(0, 3), ...lines.slice(5), "", ...lines.slice(3, 5), ""].join("\n");
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(all, cut));
    await editor.document.save();
    const place = cut.split("\n").indexOf("  const products = await allProducts(shop);") + 1;
    await untilMarked(shop, editor.document, `${place}-${place + 1} found`);
  });

  it("follows a file that another program changes", async () => {
    const shop = await workshop();
    const { document } = await shop.open("src/search.ts");
    await shop.flag("src/search.ts", [4, 5], title);
    await untilMarked(shop, document, "4-5 found");
    const generated = `// generated\n${document.getText()}`;
    // Again and again: VS Code begins to watch a file some time after it was opened.
    await until("VS Code to read the file again", async () => {
      await shop.ann.write("src/search.ts", generated);
      await new Promise((settle) => setTimeout(settle, 500));
      return document.getText() === generated;
    });
    await untilMarked(shop, document, "5-6 found");
  });

  it("says where a note has lost its code, and that it can be shown where it belongs", async () => {
    const shop = await workshop();
    const editor = await shop.open("src/search.ts");
    const id = await shop.flag("src/search.ts", [4, 5], title);
    await untilMarked(shop, editor.document, "4-5 found");
    await editor.edit((edit) => edit.delete(new vscode.Range(2, 0, 6, 0)));
    await editor.document.save();
    await until("the loss to show", () =>
      marked(shop, editor.document).some((mark) => mark.endsWith("orphaned")),
    );
    const [mark] = shop.bench.marks.in(editor.document);
    assert.ok(mark);
    const [said, links] = hoverTexts(mark, shop.time, shop.bench.wording);
    assert.match(said?.value ?? "", /moved or changed too much to be sure/);
    assert.match(links?.value ?? "", /Choose the lines/);

    editor.selection = new vscode.Selection(2, 0, 3, 5);
    await shop.run("showWhereItBelongs", { note: id });
    await untilMarked(shop, editor.document, "3-4 found");
    assert.equal((await shop.session()).note(id)?.anchors.length, 1);
  });

  it("goes when the note is closed", async () => {
    const shop = await workshop();
    const { document } = await shop.open("src/search.ts");
    const note = await shop.flag("src/search.ts", [4, 5], title);
    await untilMarked(shop, document, "4-5 found");
    await (await shop.session()).perform({ type: "close", note, as: "done" });
    const shows = async () => (await hoverAt(document, 4)).length > 0;
    await until("the hover to go", async () => !(await shows()));
  });
});

/** What every hover provider says at a line. */
const hoverAt = async (document: vscode.TextDocument, line: number): Promise<string[]> => {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    new vscode.Position(line - 1, 4),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ""))
    .filter((text) => text.includes("sightline.") || text.includes("users"));
};

describe("the hover at the line", () => {
  it("says the effect on users first, then what the note is", async () => {
    const shop = await workshop();
    const { document } = await shop.open("src/search.ts");
    const id = await shop.flag("src/search.ts", [4, 5], title, "Large shops wait");
    const [mark] = await shop.bench.marks.found(document);
    assert.ok(mark);
    const [said, links] = hoverTexts(mark, shop.time, shop.bench.wording);
    assert.deepEqual(said?.value.split("\n\n"), ["Large shops wait", `${title} · Bottleneck · On record`]);
    assert.deepEqual(links?.isTrusted, {
      enabledCommands: [
        "sightline.openNote",
        "sightline.discuss",
        "sightline.draftOption",
        "sightline.thenAndNow",
        "sightline.showWhereItBelongs",
        "sightline.searchForIt",
        "sightline.markAsDone",
      ],
    });
    const targets = [...(links?.value ?? "").matchAll(/\]\(command:([\w.]+)\?([^)]+)\)/g)];
    assert.deepEqual(
      targets.map(([, command]) => command),
      ["sightline.openNote", "sightline.discuss", "sightline.draftOption"],
    );
    for (const [, , argument] of targets)
      assert.deepEqual(JSON.parse(decodeURIComponent(argument ?? "")), [{ note: id, place: mark.place.id }]);
  });

  it("is at the first line of the note and nowhere else", async () => {
    const shop = await workshop();
    const { document } = await shop.open("src/search.ts");
    await shop.flag("src/search.ts", [4, 5], title);
    await until("the hover", async () => (await hoverAt(document, 4)).length > 0);
    assert.deepEqual(await hoverAt(document, 5), []);
    assert.deepEqual(await hoverAt(document, 3), []);
  });

  it("says what was decided, and why", async () => {
    const shop = await workshop();
    const { document } = await shop.open("src/search.ts");
    const note = await shop.flag("src/search.ts", [4, 5], title, "Large shops wait");
    const session = await shop.session();
    await session.perform({ type: "tableOptions", note, options: [{ fields: { title: "By the page" } }] });
    const option = session.note(note)?.options[0]?.id ?? "";
    await session.perform({ type: "decide", note, option, because: "March holds" });
    const [mark] = await shop.bench.marks.found(document);
    assert.ok(mark);
    assert.match(
      hoverTexts(mark, shop.time, shop.bench.wording)[0]?.value ?? "",
      /Decided\\: A\\?, because March holds/,
    );
  });

  it("shows what people wrote as text, and trusts none of it", async () => {
    const shop = await workshop();
    const { document } = await shop.open("src/search.ts");
    await shop.flag(
      "src/search.ts",
      [4, 5],
      "[a](command:workbench.action.closeWindow) <b>b</b>",
      "![x](https://evil.example/x.png) $(bell) <command:sightline.sync>",
    );
    const [mark] = await shop.bench.marks.found(document);
    assert.ok(mark);
    const [said, links] = hoverTexts(mark, shop.time, shop.bench.wording);
    assert.ok(!said?.isTrusted && said?.supportHtml !== true && said?.supportThemeIcons !== true);
    assert.doesNotMatch((said?.value ?? "").replaceAll(/\\./g, ""), /[[\]()<>$!]/);
    assert.doesNotMatch(links?.value ?? "", /closeWindow|evil/);
  });
});
