import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { hoverTexts } from "../../../src/host/marks/hover.ts";
import { until } from "../../support/until.ts";
import { searchCode, workshop } from "../../support/host/workshop.ts";
import type { Workshop } from "../../support/host/workshop.ts";

const elsewhere = searchCode.replace("words.every((word) => name.includes(word))", "matchesAll(name, words)");

/** A note on the search whose code has left its file and stands, changed, twice over elsewhere: a tie, which nothing decides but a person. */
async function lostNote(files: Readonly<Record<string, string>>): Promise<{
  readonly shop: Workshop;
  readonly note: string;
  readonly places: () => Promise<string[]>;
}> {
  const shop = await workshop();
  const note = await shop.flag("src/search.ts", [3, 6], "Search reads everything");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await writeFile(path.join(shop.ann.folder, "src/search.ts"), "export {};\n");
  for (const [file, text] of Object.entries(files)) await shop.ann.write(file, text);
  const session = await shop.session();
  session.fileChanged("src/search.ts");
  const places = async () =>
    (await session.places(session.note(note) ?? assert.fail())).map(
      (place) => `${place.status} ${place.path}:${place.startLine}-${place.endLine}`,
    );
  return { shop, note, places };
}

/** The files are not committed yet, which is asked about. */
const shareIt = { press: "Share the lines" };

const twins = { "src/one.ts": elsewhere, "src/two.ts": elsewhere };

describe("a note that lost its code", () => {
  it("is searched for in all files, and put where the person says", async () => {
    const { shop, note, places } = await lostNote(twins);
    assert.deepEqual(await places(), ["orphaned src/search.ts:3-6"]);
    await shop.run("searchForIt", { note }, { choose: "src/two.ts:3-6" }, shareIt);
    const asked = shop.prompts.asked.find(({ title }) => title === "Search for Its Code");
    assert.deepEqual([...(asked?.offered ?? [])].sort(), ["src/one.ts:3-6", "src/two.ts:3-6"]);
    assert.deepEqual(asked?.described, ["3 of 4 lines are the same", "3 of 4 lines are the same"]);
    assert.deepEqual(await places(), ["found src/two.ts:3-6"]);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, path.join(shop.ann.folder, "src/two.ts"));
    assert.deepEqual([editor?.selection.start.line, editor?.selection.end.line], [2, 5]);
  });

  it("is put back by a click in the status bar, and by its page later", async () => {
    const { shop, note, places } = await lostNote(twins);
    await shop.run("searchForIt", { note }, { choose: "src/two.ts:3-6" }, shareIt);
    assert.equal(shop.statusBarItem.text, "Place set · Undo");
    assert.equal(shop.statusBarItem.command, "sightline.undoPlace");
    await shop.run("undoPlace");
    assert.deepEqual(await places(), ["orphaned src/search.ts:3-6"]);
    assert.equal(shop.statusBarItem.text, "Put back where it was");
    await shop.run("undoPlace");
    assert.match(shop.prompts.messages.at(-1) ?? "", /^There is nothing to take back any more\./);
    const session = await shop.session();
    const [place] = (await session.notePage(note))?.places ?? [];
    assert.equal(place?.before?.path, "src/two.ts");
    await session.perform({ type: "putBackPlace", note, place: place?.id ?? "" });
    assert.deepEqual(await places(), ["found src/two.ts:3-6"]);
  });

  it("stays where it is when the person leaves the list", async () => {
    const { shop, note, places } = await lostNote(twins);
    await shop.run("searchForIt", { note }, "leave");
    assert.deepEqual(await places(), ["orphaned src/search.ts:3-6"]);
    assert.notEqual(shop.statusBarItem.command, "sightline.undoPlace");
  });

  it("says so where no file holds code like it, and is closed as removed", async () => {
    const { shop, note } = await lostNote({});
    await shop.run("searchForIt", { note });
    assert.match(shop.prompts.messages.at(-1) ?? "", /^No file here holds code like it\./);
    await shop.run("markAsDone", { note }, { type: "Its code was removed." });
    const asked = shop.prompts.asked.find(({ title }) => title === "Mark as Done");
    assert.equal(asked?.prompt, "Why is it done? Everybody can read this.");
    const session = await shop.session();
    const closed = session.note(note)?.fields.closed.value;
    assert.deepEqual([closed?.as, closed?.because], ["done", "Its code was removed."]);
  });

  it("offers all three at the line and in the view", async () => {
    const { shop, note } = await lostNote({});
    const { document } = await shop.open("src/search.ts");
    const mark = await until("the mark", async () =>
      (await shop.bench.marks.found(document)).find(({ place }) => place.status === "orphaned"),
    );
    const [, links] = hoverTexts(mark, shop.time, shop.bench.wording);
    assert.match(links?.value ?? "", /\[Search for it\].*\[Choose the lines\].*\[Mark as done\]/);
    const tree = shop.bench.notesTree;
    const item = await until("the group", async () => {
      const group = (await tree.getChildren()).find(({ id }) => id === "lost");
      const [row] = group === undefined ? [] : await tree.getChildren(group);
      return row?.id === `lost/${note}` ? tree.getTreeItem(row) : undefined;
    });
    assert.equal(item.contextValue, "note lost");
  });

  it("can be taken back also where a note was only put elsewhere by hand", async () => {
    const shop = await workshop();
    const note = await shop.flag("src/search.ts", [3, 6], "Search reads everything");
    const session = await shop.session();
    await shop.open("src/search.ts", [8, 10]);
    await shop.run("showWhereItBelongs", { note });
    const lines = async () =>
      (await session.places(session.note(note) ?? assert.fail())).map(({ startLine }) => startLine);
    assert.deepEqual(await lines(), [8]);
    await shop.run("undoPlace");
    assert.deepEqual(await lines(), [3]);
    assert.match(await readFile(path.join(shop.ann.folder, "src/search.ts"), "utf8"), /^import/);
  });
});
