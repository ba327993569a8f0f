import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import type { PanelPage } from "../support/fake-host.ts";
import {
  decidedPage,
  decision,
  frame,
  idOf,
  manyRows,
  notePage,
  nowRow,
  nowRows,
  question,
} from "../support/panel-fixtures.ts";

const scroll = ({ page }: PanelPage) => page.locator("main").evaluate((area) => area.scrollTop);
const long = "It takes a while to say. ".repeat(40);

describe("the page updates by itself without jumping", () => {
  const panels = usePanels();

  it("keeps the box in which somebody types where it is, whatever comes above it", async () => {
    const why = idOf("question why");
    const panel = await panels.note(notePage({ questions: [question("why", { mine: false })] }), {
      height: 600,
    });
    await panel.page.getByRole("button", { name: "Answer" }).click();
    await panel.box(`answer.${why}`).pressSequentially("Half of");
    const top = async () => (await panel.at(`answer.${why}`).boundingBox())!.y;
    const before = await top();
    await panel.emit({
      type: "note",
      note: decidedPage({
        impact: long,
        questions: [question("first", { text: long }), question("why", { mine: false })],
      }),
    });
    await panel.settled();
    assert.ok(Math.abs((await top()) - before) < 1.5, `${before} became ${await top()}`);
    await panel.page.keyboard.type(" it is the feed");
    await panel.reads(`answer.${why}`, "Half of it is the feed");
  });

  it("keeps what somebody reads where it is, without a focus", async () => {
    const panel = await panels.note(notePage(), { height: 600 });
    await panel.page.locator("main").evaluate((area) => area.scrollTo(0, 900));
    await panel.settled();
    const heading = panel.page.getByRole("heading", { name: "History" });
    const before = (await heading.boundingBox())!.y;
    await panel.emit({
      type: "note",
      note: notePage({ impact: long, decisions: [decision("A", { because: long, mayDiffer: false })] }),
    });
    await panel.settled();
    assert.ok(Math.abs((await heading.boundingBox())!.y - before) < 1.5);
  });

  it("does not move a page that is at its top", async () => {
    const panel = await panels.note(notePage());
    await panel.emit({ type: "note", note: notePage({ impact: long }) });
    await panel.settled();
    assert.equal(await scroll(panel), 0);
  });

  it("leaves the focus on the control that has it, in every part of the page", async () => {
    const panel = await panels.note(notePage());
    const keys = await panel.page
      .locator("[data-focus]")
      .evaluateAll((all) =>
        all
          .filter((one) => (one as HTMLElement).tabIndex >= 0 || one.localName.startsWith("vscode-"))
          .map((one) => (one as HTMLElement).dataset["focus"] ?? ""),
      );
    assert.ok(keys.length > 20, `${keys.length} controls`);
    for (const [index, key] of keys.entries()) {
      await panel.at(key).first().focus();
      await panel.emit({ type: "note", note: notePage({ title: `Title number ${index}` }) });
      await panel.settled();
      assert.equal(await panel.focusKey(), key);
    }
  });

  it("keeps a selection of text", async () => {
    const panel = await panels.note(notePage());
    await panel.page.evaluate(() => {
      const said = document.querySelector(".impact .said");
      const texts = said === null ? undefined : document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
      let next = texts?.nextNode();
      while (next instanceof Text && next.length < 6) next = texts?.nextNode();
      if (next === null || next === undefined) throw new Error("no text");
      getSelection()?.setBaseAndExtent(next, 0, next, 6);
    });
    const selected = () => panel.page.evaluate(() => getSelection()?.toString());
    const before = await selected();
    assert.ok(before !== undefined && before.length > 0);
    await panel.emit({ type: "note", note: notePage({ questions: [question("why"), question("more")] }) });
    await panel.settled();
    assert.equal(await selected(), before);
  });

  it("keeps folds open and the form's choices made", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "1 place in the code" }).click();
    await panel.page.getByRole("button", { name: "Decide…" }).click();
    await panel.page.getByRole("radio", { name: "B:" }).click();
    await panel.emit({ type: "note", note: notePage({ impact: "Other words" }) });
    await panel.settled();
    assert.equal(
      await panel.page.getByRole("button", { name: "1 place in the code" }).getAttribute("aria-expanded"),
      "true",
    );
    assert.equal(
      await panel.page.getByRole("radio", { checked: true }).getAttribute("aria-label"),
      "B: Move search to a service of its own",
    );
    await panel.page.getByRole("button", { name: "Decide for B" }).waitFor();
  });

  it("keeps Now and the list where they are", async () => {
    const now = await panels.panel({ height: 300 });
    await now.page.locator("main").evaluate((area) => area.scrollTo(0, 150));
    await now.settled();
    const row = now.page.locator(".now-row", { hasText: "chatbot needs" });
    const before = (await row.boundingBox())!.y;
    await now.emit({
      type: "now",
      now: [nowRow("x", { title: "New on top" }), nowRow("y", { title: "Another" }), ...nowRows],
      putOff: [],
    });
    await now.settled();
    assert.ok(Math.abs((await row.boundingBox())!.y - before) < 1.5);

    const rows = manyRows(2000);
    const list = await panels.panel({
      state: { route: { section: "notes" }, notes: rows, frame: frame({ noteCount: 2000 }) },
    });
    await list.page.locator(".note-rows [role=row]").first().waitFor();
    await list.page.locator("main").evaluate((area) => area.scrollTo(0, 20_000));
    await list.settled();
    await list.emit({
      type: "notesChanged",
      changed: [{ ...rows[7]!, title: "Changed far above" }],
      removed: [],
      unread: [],
    });
    await list.settled();
    assert.equal(await scroll(list), 20_000);
  });

  it("comes back after a reload to the same page, the same height and the same open form", async () => {
    const panel = await panels.note(notePage(), { height: 600 });
    await panel.page.getByRole("button", { name: "Add evidence" }).click();
    await panel.page.locator("main").evaluate((area) => area.scrollTo(0, 700));
    await panel.settled();
    await panel.page.waitForFunction(() => (sessionStorage.getItem("kept-by-vscode") ?? "").includes("700"));
    await panel.reload();
    await panel.page.locator('[data-form="evidence"]').waitFor();
    await panel.page.waitForFunction(() => document.querySelector("main")?.scrollTop === 700);
  });
});
