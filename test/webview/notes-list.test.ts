import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import type { PanelPage } from "../support/fake-host.ts";
import { frame, idOf, manyRows, notePage, rowOf, stateMessage } from "../support/panel-fixtures.ts";

const rows = manyRows(10_000);
const list = {
  state: { route: { section: "notes" as const }, notes: rows, frame: frame({ noteCount: rows.length }) },
};
const drawn = ({ page }: PanelPage) => page.locator(".note-rows [role=row]");

describe("the list of notes", () => {
  const panels = usePanels();

  it("holds 10,000 notes and draws only those in sight", async () => {
    const panel = await panels.panel(list);
    await drawn(panel).first().waitFor();
    await panel.page.getByText("10,000 notes").waitFor();
    assert.ok((await drawn(panel).count()) < 100);
    assert.equal(await panel.page.getByRole("table").getAttribute("aria-rowcount"), "10001");
  });

  it("scrolls to the last of them", async () => {
    const panel = await panels.panel(list);
    await drawn(panel).first().waitFor();
    await panel.page.locator("main").evaluate((area) => area.scrollTo(0, area.scrollHeight));
    await panel.page.locator('[aria-rowindex="10001"]').waitFor();
    assert.ok((await drawn(panel).count()) < 100);
  });

  it("answers a key in the search box within 100 ms", async () => {
    const panel = await panels.panel(list);
    await panel.box("search").fill("chec");
    await panel.settled();
    const milliseconds = await panel.page.evaluate(async () => {
      const host = document.querySelector<HTMLElement & { value: string }>('[data-focus="search"]');
      const box = host?.shadowRoot?.querySelector("input");
      if (box === null || box === undefined) throw new Error("no search box");
      const start = performance.now();
      box.value = "check";
      box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      await new Promise((done) => requestAnimationFrame(done));
      return performance.now() - start;
    });
    assert.ok(milliseconds < 100, `${milliseconds} ms`);
  });

  it("finds by words, and says how many there are", async () => {
    const panel = await panels.panel(list);
    await panel.box("search").fill("basket trusts");
    const expected = rows.filter(({ title }) => title.includes("basket") && title.includes("trusts")).length;
    await panel.page.getByText(`${expected.toLocaleString("en-GB")} of 10,000 notes`).waitFor();
    for (const text of await drawn(panel).allInnerTexts())
      assert.match(text, /basket has no test that anybody trusts/);
  });

  it("filters by status, kind and folder, mine and waiting for me", async () => {
    const panel = await panels.panel(list);
    await panel.at("filter.status").selectOption("decided");
    await panel.at("filter.kind").selectOption("constraint");
    await panel.at("filter.folder").selectOption("src");
    await panel.at("filter.mine").click();
    await panel.at("filter.waitsForMe").click();
    const expected = rows.filter(
      (row) =>
        row.status === "decided" &&
        row.kind === "constraint" &&
        row.folders.some((folder) => folder.startsWith("src")) &&
        row.mine &&
        row.waitsForMe,
    ).length;
    assert.ok(expected > 0);
    await panel.page.getByText(`${expected} of 10,000 notes`).waitFor();
    await panel.page.getByRole("button", { name: "Clear filters" }).click();
    await panel.page.getByText("10,000 notes", { exact: true }).waitFor();
    assert.equal(await panel.at("filter.status").inputValue(), "*");
    assert.equal(await panel.at("filter.mine").getAttribute("aria-checked"), "false");
  });

  it("has no filter, column or count of a person but oneself", async () => {
    const panel = await panels.panel(list);
    const labels = await panel.page.locator(".filters .box-label").allInnerTexts();
    assert.deepEqual(labels, ["Status", "Kind", "Folder", "Sort by"]);
    assert.deepEqual(await panel.page.getByRole("columnheader").allInnerTexts(), [
      "Title",
      "Status",
      "Kind",
      "Needed by",
    ]);
  });

  it("says when nothing matches, and offers the way back", async () => {
    const panel = await panels.panel(list);
    await panel.box("search").fill("zeppelin");
    await panel.page.getByText("No note matches.").waitFor();
    await panel.page.locator(".empty").getByText("Clear filters").click();
    await drawn(panel).first().waitFor();
    assert.equal(await panel.focusKey(), "search");
  });

  it("is searched from anywhere: typing in the top bar goes to the list and goes on typing", async () => {
    const panel = await panels.note(notePage(), {
      state: { notes: rows, route: { section: "notes", note: idOf("note search") } },
    });
    await panel.box("search").click();
    await panel.page.keyboard.type("invoice run");
    await drawn(panel).first().waitFor();
    assert.equal(await panel.focusKey(), "search");
    await panel.reads("search", "invoice run");
  });

  it("stands before all notes are there, and shows them when they are", async () => {
    const some = rows.slice(0, 300);
    const moreNotes = { list: 1, from: 200 };
    const panel = await panels.panel({ state: { ...list.state, notes: [] } });
    await panel.hold();
    await panel.emit(stateMessage({ ...list.state, notes: some.slice(0, 200), moreNotes }));
    await panel.page.getByText("Reading the notes …").waitFor();
    assert.deepEqual((await panel.asked("moreNotes")).more, moreNotes);
    await panel.emit({ type: "notesChanged", changed: [], removed: [some[250]!.id], unread: [] });
    await panel.answerNext("moreNotes", { type: "moreNotes", notes: some.slice(200) });
    await panel.release();
    await drawn(panel).first().waitFor();
    await panel.page.getByText("299 notes", { exact: true }).waitFor();
  });

  it("opens a note and comes back to the same row at the same height", async () => {
    const panel = await panels.panel(list);
    await drawn(panel).first().waitFor();
    await panel.page.locator("main").evaluate((area) => area.scrollTo(0, 40_000));
    await panel.settled();
    const row = drawn(panel).nth(12);
    const id = (await row.locator("a").getAttribute("data-focus"))!.slice("note.".length);
    await panel.setNote(notePage({ id, title: "The one that was opened" }));
    const before = await panel.page.locator("main").evaluate((area) => area.scrollTop);
    await row.locator("a").click();
    await panel.page.getByRole("heading", { name: "The one that was opened" }).waitFor();
    assert.equal(await panel.focusKey(), "title-text");
    await panel.at("back").click();
    await panel.page.waitForFunction(
      (key) => (document.activeElement as HTMLElement).dataset["focus"] === key,
      `note.${id}`,
    );
    const after = await panel.page.locator("main").evaluate((area) => area.scrollTop);
    assert.ok(Math.abs(after - before) <= 1, `${before} became ${after}`);
  });

  it("is walked with the arrow keys, Page Up and Down, Home and End, as one stop of the Tab key", async () => {
    const panel = await panels.panel(list);
    await drawn(panel).first().waitFor();
    const first = panel.page.locator('[aria-rowindex="2"] a');
    await first.focus();
    const row = async (index: number) => {
      await panel.page.waitForFunction(
        (wanted) =>
          document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex") === String(wanted),
        index + 2,
        { timeout: 3000 },
      );
    };
    await panel.page.keyboard.press("ArrowDown");
    await row(1);
    await panel.page.keyboard.press("PageDown");
    await row(11);
    await panel.page.keyboard.press("End");
    await row(9_999);
    await panel.page.keyboard.press("ArrowUp");
    await row(9_998);
    await panel.page.keyboard.press("Home");
    await row(0);
    assert.equal(await panel.page.locator('.note-rows a[tabindex="0"]').count(), 1);
  });

  it("keeps the arrow keys working when the row with the focus is scrolled away", async () => {
    const panel = await panels.panel(list);
    await drawn(panel).first().waitFor();
    await panel.page.locator('[aria-rowindex="2"] a').focus();
    await panel.page.locator("main").evaluate((area) => area.scrollTo(0, 50_000));
    await panel.page.locator('[aria-rowindex="1580"]').waitFor();
    await panel.page.keyboard.press("ArrowDown");
    await panel.page.waitForFunction(
      () => document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex") === "3",
    );
  });

  it("takes in changed, new and removed notes", async () => {
    const panel = await panels.panel({ state: { ...list.state, notes: rows.slice(0, 5) } });
    await drawn(panel).first().waitFor();
    await panel.emit({
      type: "notesChanged",
      changed: [
        { ...rows[0]!, title: "Another title" },
        rowOf(notePage({ id: idOf("brand new"), title: "A brand new note" })),
      ],
      removed: [rows[1]!.id],
      unread: [],
    });
    await panel.page.getByText("A brand new note").waitFor();
    await panel.page.getByText("Another title").waitFor();
    assert.equal(await drawn(panel).count(), 5);
    assert.equal(await panel.page.getByText(rows[1]!.title, { exact: true }).count(), 0);
  });

  it("says late in a word where a date has passed, but not of what is decided", async () => {
    const past = "2027-01-09";
    const panel = await panels.panel({
      state: {
        ...list.state,
        notes: [
          rowOf(notePage({ id: idOf("a"), title: "Open and late" }), { neededBy: past }),
          rowOf(notePage({ id: idOf("b"), title: "Decided in time" }), { neededBy: past, status: "decided" }),
        ],
      },
    });
    await drawn(panel).first().waitFor();
    assert.match(await drawn(panel).filter({ hasText: "Open and late" }).innerText(), /Late/);
    assert.doesNotMatch(await drawn(panel).filter({ hasText: "Decided in time" }).innerText(), /Late/);
  });

  it("counts records it can't read, and says why when asked", async () => {
    const panel = await panels.panel({
      state: {
        ...list.state,
        unread: [
          { id: idOf("newer"), repository: "shop", kind: "newer", why: "version 2", lines: 4 },
          { id: idOf("broken"), repository: "shop", kind: "unreadable", why: "not JSON", lines: 1 },
        ],
      },
    });
    await panel.page.locator("main").evaluate((area) => area.scrollTo(0, area.scrollHeight));
    await panel.page
      .getByRole("button", { name: /1 note was written by a newer Sightline.*1 note can't be read/ })
      .click();
    await panel.page.getByText("not JSON").waitFor();
  });
});
