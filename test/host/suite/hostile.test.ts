import assert from "node:assert/strict";
import * as vscode from "vscode";
import { plainLine, plainText } from "../../../src/base/plain-text.ts";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { hoverTexts } from "../../../src/host/marks/hover.ts";
import { anEvent, nonce } from "../../support/event-builders.ts";
import { searchCode, workshop } from "../../support/host/workshop.ts";
import type { Workshop } from "../../support/host/workshop.ts";

const TEXT = [
  "<img src=x onerror=alert(1)> [click](command:workbench.action.quit) ![x](https://evil.example/x.png)",
  "$(bell) **bold** `code` --upload-pack=touch __proto__ ../../etc/passwd",
  "\u001b[2J\u001b]0;owned\u0007 red\u202egpj.exe\u2066 end",
].join(" ");
const mallory = { name: TEXT, email: "__proto__" };

/** A note by somebody who writes lines by hand, and has pushed them: everything a person can name holds the same text. */
async function hostileNote(): Promise<Workshop & { readonly note: string }> {
  const shop = await workshop();
  const store = shop.world.ben.store();
  const opened = anEvent({
    by: mallory,
    data: { nonce: nonce(), fields: { kind: "bottleneck", title: TEXT, impact: TEXT } },
  });
  const note = opened.id;
  const add = (type: string, data: Record<string, unknown>) => ({
    record: note,
    line: anEvent({ record: note, type, by: mallory, seen: [note], data }),
  });
  const place = makeAnchor({ path: "src/search.ts", text: searchCode, startLine: 3, endLine: 6 });
  const anchor = (path: string) => add("anchorAdded", { anchor: { ...place, path } });
  await store.append([
    { record: note, line: opened },
    anchor("src/search.ts"),
    anchor(`../../${TEXT}`),
    anchor("../../../../../../../../etc/passwd"),
    add("questionAsked", { text: TEXT }),
    add("commented", { text: TEXT }),
  ]);
  assert.equal((await store.sync({ render: () => [], message: "Sync notes" })).kind, "synced");
  await shop.run("sync", undefined, { press: "Share" });
  return { ...shop, note };
}

/** Markdown in which every mark is escaped, that trusts nothing, and that steers nothing. */
function assertText(markdown: unknown): void {
  assert.ok(markdown instanceof vscode.MarkdownString);
  const { isTrusted, supportHtml, supportThemeIcons, value } = markdown;
  assert.ok(isTrusted !== true && supportHtml !== true && supportThemeIcons !== true);
  assert.doesNotMatch(value.replaceAll(/\\[!-/:-@[-`{-~]/g, "").replaceAll("\\\n", "\n"), /[!-/:-@[-`{-~]/);
  assert.equal(value, plainText(value));
  assert.match(value, /end/);
}

/** A text that VS Code shows as it is. */
function assertPlain(text: string | vscode.TreeItemLabel | boolean | undefined): void {
  const words = typeof text === "object" ? text.label : text;
  assert.ok(typeof words === "string" && words === plainLine(words), String(words));
}

describe("a note that somebody wrote to do harm", () => {
  it("is text in the hover", async () => {
    const shop = await hostileNote();
    const { document } = await shop.open("src/search.ts");
    const [mark] = await shop.bench.marks.found(document);
    assert.ok(mark);
    const [said, links] = hoverTexts(mark, shop.time, shop.bench.wording);
    assertText(said);
    assert.doesNotMatch(links?.value ?? "", /quit|evil|passwd/);
  });

  it("is text in the thread: its label, its authors and what they say", async () => {
    const { open, run, threads, note } = await hostileNote();
    await open("src/search.ts");
    await run("discuss", { note });
    const [thread] = threads;
    assertPlain(thread?.label);
    assert.equal(thread?.comments.length, 3);
    for (const { author, body } of thread?.comments ?? []) {
      assertPlain(author.name);
      assertText(body);
    }
  });

  it("is text in both trees, however they are grouped", async () => {
    const { bench, assembled, session } = await hostileNote();
    await session();
    for (const grouping of ["status", "folder", "kind"] as const) {
      bench.notesTree.groupBy(grouping);
      for (const group of await bench.notesTree.getChildren()) {
        assertPlain(bench.notesTree.getTreeItem(group).label);
        for (const row of await bench.notesTree.getChildren(group)) {
          const item = bench.notesTree.getTreeItem(row);
          assertPlain(item.label);
          assertPlain(item.accessibilityInformation?.label);
          assertText(item.tooltip);
        }
      }
    }
    const [group] = await assembled.nowTree.getChildren();
    const rows = await assembled.nowTree.getChildren(group);
    assert.ok(rows.length > 0);
    for (const row of rows) {
      const item = assembled.nowTree.getTreeItem(row);
      assertPlain(item.label);
      assertPlain(item.description);
      assertPlain(item.accessibilityInformation?.label);
      assertText(item.tooltip);
    }
  });

  it("is text in the status bar's tooltip, and not in the status bar", async () => {
    const { statusBarItem, session } = await hostileNote();
    await (await session()).setRole("lead");
    assert.doesNotMatch(statusBarItem.text, /bell|bold/);
    assertText(statusBarItem.tooltip);
  });

  it("is one row in the list of notes", async () => {
    const { prompts, run } = await hostileNote();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await run("copyLink", undefined, "enter");
    const asked = prompts.asked.findLast(({ kind }) => kind === "choice");
    assert.equal(asked?.offered?.length, 1);
    assertPlain(asked?.offered?.[0]);
  });

  it("leads to its one place in the work tree, and to no other file", async () => {
    const { run, note, session, ann } = await hostileNote();
    await run("showInCode", { note });
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? "", /\/src\/search\.ts$/);
    const live = (await session()).note(note);
    assert.ok(live);
    const places = await (await session()).places(live);
    const found = places.filter(({ status }) => status !== "orphaned").map(({ path }) => path);
    assert.deepEqual([...new Set(found)], ["src/search.ts"]);
    assert.equal(places.length, 3);
    assert.equal(await ann.git("status", "--porcelain"), "");
  });
});
