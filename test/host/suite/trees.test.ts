import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "../../support/until.ts";
import { workshop } from "../../support/host/workshop.ts";
import type { Workshop } from "../../support/host/workshop.ts";

const labelOf = ({ label }: vscode.TreeItem): string =>
  (typeof label === "string" ? label : label?.label) ?? "";

/** What the view Notes shows: "Group 1" and its rows, indented. */
async function shown({ bench }: Workshop): Promise<string[]> {
  const tree = bench.notesTree;
  const lines: string[] = [];
  for (const group of await tree.getChildren()) {
    const item = tree.getTreeItem(group);
    lines.push(`${labelOf(item)} ${String(item.description)}`);
    for (const child of await tree.getChildren(group)) lines.push(`  ${labelOf(tree.getTreeItem(child))}`);
  }
  return lines;
}

describe("the view Notes", () => {
  it("is empty at first", async () => {
    const shop = await workshop();
    await shop.bench.sessions.opened();
    assert.deepEqual(await shown(shop), []);
    assert.equal(shop.bench.sessions.state(), "ready");
  });

  it("shows notes by status, those of the open file first", async () => {
    const shop = await workshop();
    await shop.flag("src/search.ts", [4, 5], "Here");
    await shop.flag("shop/cart.ts", [1, 1], "There");
    const { document } = await shop.open("src/search.ts");
    await shop.bench.marks.found(document);
    await until("the open file to be followed", async () => (await shown(shop))[1] === "  Here");
    assert.deepEqual(await shown(shop), ["In this file 1", "  Here", "On record 1", "  There"]);
  });

  it("groups by folder and by kind when that is chosen", async () => {
    const shop = await workshop();
    await shop.flag("src/search.ts", [4, 5], "One");
    await shop.flag("shop/cart.ts", [1, 1], "Two");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await until("the file to be left", async () => !(await shown(shop))[0]?.startsWith("In this file"));
    await shop.run("groupByFolder");
    assert.deepEqual(await shown(shop), ["shop 1", "  Two", "src 1", "  One"]);
    await shop.run("groupByKind");
    const [kind, ...rows] = await shown(shop);
    assert.equal(kind, "Bottleneck 2");
    assert.deepEqual(new Set(rows), new Set(["  One", "  Two"]));
    await shop.run("groupByStatus");
    assert.equal((await shown(shop))[0], "On record 2");
  });

  it("shows drafts as on this machine only", async () => {
    const shop = await workshop();
    await shop.open("src/search.ts", [4, 5]);
    await shop.run("flagConstraint", undefined, { typeAndLeave: "Half a thought" });
    assert.deepEqual(await shown(shop), ["Drafts (only on this machine) 1", "  Half a thought"]);
    const draft = (await shop.session()).drafts()[0];
    await shop.run("discardDraft", { draft }, { press: "Discard Draft" });
    assert.deepEqual(await shown(shop), []);
  });

  it("shows what has lost its code, once it has been looked for", async () => {
    const shop = await workshop();
    await shop.flag("src/search.ts", [4, 5], "Gone soon");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await shop.ann.write("src/search.ts", "export const search = 1;\n");
    (await shop.session()).fileChanged("src/search.ts");
    await until("the loss to show", async () => (await shown(shop))[0] === "Lost their code 1");
  });

  it("says in a tooltip what users will notice, as text", async () => {
    const shop = await workshop();
    await shop.flag("src/search.ts", [4, 5], "Title", "**Large** shops wait");
    const [group] = await shop.bench.notesTree.getChildren();
    const [note] = await shop.bench.notesTree.getChildren(group);
    assert.ok(note);
    const item = shop.bench.notesTree.getTreeItem(note);
    assert.ok(item.tooltip instanceof vscode.MarkdownString);
    assert.match(item.tooltip.value, /^\\\*\\\*Large\\\*\\\* shops wait\n\nTitle\n\nBottleneck · On record/);
    assert.equal(item.command?.command, "sightline.openNote");
    assert.equal(item.contextValue, "note placed");
    assert.equal(item.accessibilityInformation?.label, "Title, On record");
  });
});

describe("the view Now", () => {
  it("has the rows of the panel, in its groups", async () => {
    const shop = await workshop();
    const note = await shop.flag("src/search.ts", [4, 5], "One query");
    const session = await shop.session();
    await session.perform({ type: "ask", note, text: "Help me understand" });
    const tree = shop.assembled.nowTree;
    const groups = await tree.getChildren();
    const rows = (await Promise.all(groups.map((group) => tree.getChildren(group)))).flat();
    assert.deepEqual(
      rows.map((row) => row.kind === "row" && row.row.key),
      session.nowRows().map(({ key }) => key),
    );
    for (const row of rows) {
      const item = tree.getTreeItem(row);
      assert.equal(item.command?.command, "sightline.openPanel");
      assert.ok(String(item.description).length > 0);
    }
  });
});
