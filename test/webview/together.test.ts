import assert from "node:assert/strict";
import type { OneOnOneState } from "../../src/protocol/together-state.ts";
import { breaches } from "../support/axe-breaches.ts";
import { THEMES } from "../support/fake-host.ts";
import { usePanels } from "../support/panel-suite.ts";
import { decidedPage, frame, idOf, manyRows } from "../support/panel-fixtures.ts";

const id = idOf("1:1");
const earlier = idOf("earlier 1:1");
const oneOnOne = (change: Partial<OneOnOneState> = {}): OneOnOneState => ({
  view: "oneOnOne",
  repository: "shop",
  id,
  typed: {},
  earlier: [],
  ...change,
});
const written = oneOnOne({
  typed: { mind: "The vendor\nHolidays in March", way: "Builds take an hour" },
  since: [
    {
      of: "note",
      record: idOf("note search"),
      title: "Search loads every product",
      sentence: "Decided for B, because it is ready in March",
    },
  ],
  earlier: [
    {
      id: earlier,
      finished: "2027-02-17T10:00:00+01:00",
      texts: { mind: "Hiring", way: "", understand: "Why March" },
    },
  ],
});
const route = { section: "together", show: { view: "oneOnOne" } } as const;

describe("Together", () => {
  const panels = usePanels();

  it("waits for five notes, or for somebody who asks for it", async () => {
    const tab = { name: "Together" } as const;
    const first = await panels.panel({ state: { frame: frame({ noteCount: 4 }) } });
    assert.equal(await first.page.getByRole("button", tab).count(), 0);
    const many = await panels.panel({ state: { frame: frame({ noteCount: 5 }) } });
    await many.page.getByRole("button", tab).waitFor();
    const asked = await panels.panel({ state: { frame: frame({ noteCount: 1, togetherOpened: true }) } });
    await asked.page.getByRole("button", tab).waitFor();
  });
});

describe("a 1:1 on screen", () => {
  const panels = usePanels();

  it("is three questions over empty boxes, and nothing else", async () => {
    const panel = await panels.panel({ views: [oneOnOne()], state: { route } });
    await panel.page.getByText("Private. Only on this machine, never shared.").waitFor();
    assert.deepEqual(await panel.page.locator("main h2").allInnerTexts(), [
      "What's on your mind?",
      "What's getting in your way?",
      "What do you wish I understood better?",
    ]);
    assert.equal(await panel.page.locator("main vscode-text-area").count(), 3);
    assert.deepEqual(await panel.page.locator("main").getByRole("button").allInnerTexts(), [
      "1:1",
      "Retro",
      "Words we use",
    ]);
  });

  it("hands each letter to the host, and lets VS Code keep none", async () => {
    const panel = await panels.panel({ views: [oneOnOne()], state: { route } });
    await panel.at("mind").click();
    await panel.page.keyboard.type("only between us");
    await panel.settled();
    const kept = (await panel.requests()).filter(({ type }) => type === "keepTyped");
    assert.deepEqual(kept.at(-1), { type: "keepTyped", note: id, key: "mind", text: "only between us" });
    assert.ok(kept.length >= 15, "at once, not after a pause");
    await panel.page.getByRole("button", { name: "Make it a note… From: What's on your mind?" }).click();
    await panel.page.locator('[data-form="line.note.mind"]').waitFor();
    await panel.page.keyboard.type("!");
    await panel.page.waitForTimeout(300);
    const byVsCode = await panel.page.evaluate(() => sessionStorage.getItem("kept-by-vscode") ?? "");
    assert.ok(byVsCode.includes("fromLine"), "the open form is kept, the words are not");
    assert.equal(byVsCode.includes("between us"), false);
  });

  it("makes a note of a line, and shows before what others will see", async () => {
    const panel = await panels.panel({ views: [written], state: { route } });
    await panel.page.getByRole("button", { name: "Make it a note… From: What's on your mind?" }).click();
    await panel.page.getByLabel("Which line?").selectOption({ label: "Holidays in March" });
    const preview = panel.page.getByRole("note", { name: "What others will see" });
    await preview.getByText("Holidays in March").waitFor();
    assert.equal((await preview.innerText()).includes("vendor"), false);
    await panel.page.getByRole("button", { name: "Put it on record" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "openNote",
      fields: { title: "Holidays in March", kind: "problem" },
      anchors: [],
      options: [],
      threatens: [],
    });
  });

  it("makes a question of a line, about a note", async () => {
    const panel = await panels.panel({ views: [written], state: { route, notes: manyRows(3) } });
    await panel.page
      .getByRole("button", { name: "Make it a question… From: What's getting in your way?" })
      .click();
    await panel.page.getByRole("button", { name: "Ask" }).click();
    await panel.page.getByRole("alert").getByText("Choose the note").waitFor();
    await panel.page.getByRole("combobox", { name: "Note" }).selectOption({ index: 1 });
    await panel.page.getByRole("button", { name: "Ask" }).click();
    const action = await panel.performed();
    assert.ok(action.type === "ask");
    assert.equal(action.text, "Builds take an hour");
  });

  it("is finished, copied, and deleted after a question", async () => {
    const panel = await panels.panel({ views: [written], state: { route } });
    await panel.page.getByRole("button", { name: "Copy as Markdown" }).click();
    assert.deepEqual((await panel.asked("oneOnOne")).do, { type: "copy", id });
    await panel.page.getByText("Copied as Markdown.").waitFor();
    await panel.page.getByRole("button", { name: "Delete", exact: true }).click();
    await panel.page.getByRole("button", { name: "Not now" }).click();
    await panel.page.getByRole("button", { name: "Finish this one" }).click();
    await panel.page.getByText("Finished. It stands below, on this machine only.").waitFor();
    assert.deepEqual((await panel.asked("oneOnOne")).do, { type: "finish", id });
    await panel.page.getByRole("button", { name: "Earlier ones (1)" }).click();
    await panel.page.getByRole("button", { name: "17 February" }).click();
    await panel.page.getByText("Why March").waitFor();
    await panel.page.getByRole("button", { name: "Delete: 17 February" }).click();
    await panel.page.getByRole("button", { name: "Delete for good" }).click();
    await panel.page.getByText("Deleted for good.").waitFor();
    assert.deepEqual((await panel.asked("oneOnOne")).do, { type: "delete", id: earlier });
  });

  it("says what changed since last time, folded", async () => {
    const panel = await panels.panel({ views: [written], state: { route } });
    const fold = panel.page.getByRole("button", { name: "Since last time (1)" });
    assert.equal(await fold.getAttribute("aria-expanded"), "false");
    await fold.press("Enter");
    await panel.page.getByText("Decided for B, because it is ready in March").waitFor();
    await panel.page.getByRole("link", { name: "Search loads every product" }).press("Enter");
    await panel.page.locator("article.note").waitFor();
  });

  it("takes what somebody sees differently, first and in private", async () => {
    const panel = await panels.note(decidedPage());
    await panel.page.getByRole("button", { name: "I see it differently…" }).click();
    await panel.box(`differ.${idOf("decision B")}`).fill("A is enough");
    await panel.page
      .getByRole("button", { name: "Put it there: into your 1:1, which stays on this machine" })
      .click();
    const { do: doing } = await panel.asked("oneOnOne");
    assert.ok(doing.type === "put");
    assert.match(doing.text, /^I see the decision for B differently: .*\. A is enough$/);
    await panel.page.getByText("It stands in your 1:1. Only on this machine.").waitFor();
    assert.equal((await panel.requests()).filter(({ type }) => type === "perform").length, 0);
  });
});

describe("Together, for every eye", () => {
  const panels = usePanels();

  for (const theme of THEMES)
    it(`has nothing that axe finds in ${theme}, and nothing wider than a narrow bar`, async () => {
      for (const width of [1100, 250]) {
        const panel = await panels.panel({ views: [written], state: { route }, theme, width });
        await panel.page.getByRole("button", { name: "Since last time (1)" }).click();
        await panel.page.getByRole("button", { name: "Earlier ones (1)" }).click();
        await panel.page.getByRole("button", { name: "Make it a note… From: What's on your mind?" }).click();
        await panel.settled();
        await panel.screenshot("one-on-one", theme, width);
        assert.deepEqual(await breaches(panel), []);
        const overflow = await panel.page.evaluate(() => {
          const area = document.querySelector("main.view");
          return area === null ? -1 : area.scrollWidth - area.clientWidth;
        });
        assert.equal(overflow, 0);
        await panels.finish(panel);
      }
    });
});
