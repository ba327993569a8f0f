import assert from "node:assert/strict";
import { rename } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { hoverTexts } from "../../../src/host/marks/hover.ts";
import { runCommand } from "../../../src/host/commands/run-command.ts";
import { until } from "../../support/until.ts";
import { workshop } from "../../support/host/workshop.ts";
import type { Workshop } from "../../support/host/workshop.ts";

/** Flags what is right-clicked in the Explorer, as its menu hands it over, and waits until the note is on record. */
async function flagInExplorer(shop: Workshop, name: string, title: string): Promise<string> {
  const uri = vscode.Uri.file(path.join(shop.ann.folder, name));
  return await flagWith(shop, [uri, [uri]], title);
}

async function flagWith(shop: Workshop, given: readonly unknown[], title: string): Promise<string> {
  const session = await shop.session();
  const before = new Set(session.notes().keys());
  const { answer } = await session.consent();
  shop.prompts.answerNext(
    { type: title },
    { type: "" },
    "enter",
    ...(answer === "notAsked" ? [{ press: "Keep notes on this machine" }] : []),
  );
  await runCommand("flagConstraint", shop.bench, given);
  await shop.time.pass(10_100);
  return await until("the note to join the record", () =>
    [...session.notes().keys()].find((id) => !before.has(id)),
  );
}

const places = async (shop: Workshop, note: string): Promise<string[]> => {
  const session = await shop.session();
  return (await session.places(session.note(note) ?? assert.fail())).map(
    ({ status, whole, path: file }) => `${status} ${whole ?? "lines"} ${file}`,
  );
};

describe("a note about more, or less, than lines", () => {
  it("is flagged on a file in the Explorer, and has one mark at its top that typing does not move", async () => {
    const shop = await workshop();
    const note = await flagInExplorer(shop, "src/search.ts", "This file does too much");
    assert.equal(shop.prompts.asked[0]?.title, "Flag a Constraint: the whole file src/search.ts");
    assert.deepEqual(await places(shop, note), ["found file src/search.ts"]);
    const editor = await shop.open("src/search.ts");
    const { document } = editor;
    const marks = await until("the mark", async () => {
      const found = await shop.bench.marks.found(document);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      marks.map(({ lines }) => lines),
      [{ startLine: 1, endLine: 1 }],
    );
    const [mark] = marks;
    assert.ok(mark);
    const [said] = hoverTexts(mark, shop.time, shop.bench.wording);
    assert.match(said?.value.replaceAll("\\", "") ?? "", /About the whole file\./);
    await editor.edit((change) => change.insert(new vscode.Position(0, 0), "// One.\n// Two.\n"));
    assert.equal(shop.bench.marks.in(document)[0]?.lines.startLine, 1);
    await vscode.commands.executeCommand("undo");
  });

  it("is flagged on a folder, shows under it, and goes with it", async () => {
    const shop = await workshop();
    const note = await flagInExplorer(shop, "src", "Nobody dares to touch this");
    assert.equal(shop.prompts.asked[0]?.title, "Flag a Constraint: the folder src");
    await shop.run("groupByFolder");
    await until("the group", async () => {
      const groups = await shop.bench.notesTree.getChildren();
      return groups.some((group) => group.kind === "group" && group.label === "src");
    });
    await rename(path.join(shop.ann.folder, "src"), path.join(shop.ann.folder, "core"));
    await shop.ann.git("add", "--all");
    await shop.ann.git("commit", "--quiet", "--message", "Call it core");
    (await shop.session()).fileChanged("src");
    await until("the folder", async () => (await places(shop, note))[0] === "found folder core");
  });

  it("has no place where no file is open, or the top of the repository was chosen", async () => {
    const shop = await workshop();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const loose = await flagWith(shop, [], "The vendor stops in June");
    assert.equal(shop.prompts.asked[0]?.title, "Flag a Constraint: no place in the code");
    assert.deepEqual(await places(shop, loose), []);
    const top = vscode.Uri.file(shop.ann.folder);
    assert.deepEqual(await places(shop, await flagWith(shop, [top, [top]], "All of it is old")), []);
    await shop.run("showInCode", { note: loose });
    assert.match(shop.prompts.messages.at(-1) ?? "", /^This note has no place in the code\./);
  });

  it("gets a second place from the editor, which can be taken back", async () => {
    const shop = await workshop();
    const note = await shop.flag("src/search.ts", [3, 6], "Search reads everything");
    await shop.open("src/search.ts", [8, 10]);
    await shop.run("addPlace", undefined, { choose: "Search reads everything" });
    const all = ["found lines src/search.ts", "found lines src/search.ts"];
    assert.deepEqual(await places(shop, note), all);
    assert.equal(shop.statusBarItem.text, "Place set · Undo");
    await shop.run("undoPlace");
    assert.deepEqual(await places(shop, note), all.slice(1));
  });

  it("says what it is where lines are asked for", async () => {
    const shop = await workshop();
    const note = await flagInExplorer(shop, "src/search.ts", "This file does too much");
    for (const command of ["searchForIt", "thenAndNow"] as const) {
      await shop.run(command, { note });
      assert.match(shop.prompts.messages.at(-1) ?? "", /^This note is about a file or a folder as a whole/);
    }
  });
});
