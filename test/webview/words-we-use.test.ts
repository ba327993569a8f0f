import assert from "node:assert/strict";
import type { HostMessage } from "../../src/protocol/messages.ts";
import type { WordsState } from "../../src/protocol/together-state.ts";
import { breaches } from "../support/axe-breaches.ts";
import { THEMES } from "../support/fake-host.ts";
import { usePanels } from "../support/panel-suite.ts";
import { idOf, notePage } from "../support/panel-fixtures.ts";

const words = (change: Partial<WordsState> = {}): WordsState => ({
  view: "words",
  repository: "shop",
  words: [
    {
      id: idOf("cold start"),
      term: "cold start",
      explanation: "The first seconds after a pause, in which a page is slow",
      terms: [],
      explanations: [],
    },
    {
      id: idOf("MRR"),
      term: "MRR",
      explanation: "What customers pay a month",
      terms: [],
      explanations: ["What customers pay a month", "Monthly recurring revenue"],
    },
  ],
  ...change,
});
const route = { section: "together", show: { view: "words" } } as const;
const glossary: Extract<HostMessage, { type: "glossary" }> = {
  type: "glossary",
  glossary: {
    words: [
      { term: "catalogue", explanation: "All products of a shop <b>&" },
      { term: "search", explanation: "Looking for a product" },
    ],
    people: ["Ann Keller"],
  },
};

describe("the words we use", () => {
  const panels = usePanels();

  it("are listed, searched, added, edited and taken off", async () => {
    const panel = await panels.panel({ views: [words()], state: { route } });
    await panel.page.getByRole("heading", { name: "Words we use" }).waitFor();
    await panel.box("words.search").fill("customers");
    await panel.page.getByText("cold start").waitFor({ state: "detached" });
    await panel.page.getByRole("button", { name: "Explain a word" }).click();
    await panel.page.locator('[data-form="explain"]').waitFor();
    await panel.page.keyboard.type("TTL");
    await panel.page.keyboard.press("Tab");
    await panel.page.keyboard.type("How long a copy is kept");
    await panel.page.keyboard.press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "openTerm",
      fields: { term: "TTL", explanation: "How long a copy is kept" },
    });
    await panel.forget();
    await panel.page.getByRole("button", { name: "Edit the word MRR" }).click();
    await panel.page.getByRole("button", { name: "Take it off the list" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editTerm",
      term: idOf("MRR"),
      fields: { withdrawn: true },
    });
  });

  it("show both explanations of a word, and let one be picked", async () => {
    const panel = await panels.panel({ views: [words()], state: { route } });
    await panel.page.getByRole("button", { name: "Use this one: Monthly recurring revenue" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editTerm",
      term: idOf("MRR"),
      fields: { explanation: "Monthly recurring revenue" },
    });
  });

  it("say what belongs here while there are none", async () => {
    const panel = await panels.panel({ views: [words({ words: [] })], state: { route } });
    await panel.page.getByText("No word is explained yet.", { exact: false }).waitFor();
  });

  it("are explained where they stand, as text, by hover, focus and description", async () => {
    const panel = await panels.note(
      notePage({ title: "Search loads the catalogue", impact: "The catalogue waits. Researching is fine." }),
    );
    await panel.emit(glossary);
    const inTitle = panel.page.locator("h1 dfn");
    await inTitle.first().waitFor();
    assert.deepEqual(await inTitle.allInnerTexts(), ["Search", "catalogue"]);
    const inImpact = panel.page.locator(".impact dfn");
    assert.deepEqual(await inImpact.allInnerTexts(), ["catalogue"]);
    assert.equal(await inImpact.getAttribute("title"), "All products of a shop <b>&");
    assert.equal(await panel.page.locator(".impact b").count(), 0);
    assert.equal(await panel.page.locator("h1").innerText(), "Search loads the catalogue");
    await panel.page.keyboard.press("Tab");
    await inImpact.focus();
    const style = await inImpact.evaluate((element) => getComputedStyle(element).textDecorationStyle);
    assert.equal(style, "dotted");
  });

  it("grow from a word that is selected on a note", async () => {
    const panel = await panels.note(notePage({ impact: "Checkout fails on replicas." }));
    await panel.page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector(".impact .said")!,
        NodeFilter.SHOW_TEXT,
      );
      let node = walker.nextNode();
      while (node !== null && !(node.textContent ?? "").includes("replicas")) node = walker.nextNode();
      if (node === null) throw new Error("no such word");
      const at = (node.textContent ?? "").indexOf("replicas");
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + "replicas".length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await panel.page.getByRole("button", { name: /Explain .*replicas.*…/ }).click();
    await panel.box("explain.explanation").fill("Copies of the data");
    await panel.page.getByRole("button", { name: "Add the word" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "openTerm",
      fields: { term: "replicas", explanation: "Copies of the data" },
    });
  });

  it("are missed where somebody writes for readers outside engineering", async () => {
    const panel = await panels.note(notePage());
    await panel.emit(glossary);
    await panel.at("edit.impact").click();
    await panel.box("impact").fill("Ann says the TTL of getUser() in src/cart.ts is bad");
    await panel.page
      .getByText("A reader outside engineering may stumble over: TTL, getUser(), src/cart.ts")
      .waitFor();
    await panel.page.getByText("Describe what happens, not who.").waitFor();
    await panel.box("impact").fill("Slow");
    await panel.page.getByText("What will a user notice, from when?", { exact: true }).waitFor();
    await panel.page.getByRole("button", { name: "Save" }).click();
    const action = await panel.performed();
    assert.deepEqual(
      action.type === "editNote" && action.fields,
      { impact: "Slow" },
      "a hint, never a block",
    );
  });

  for (const theme of THEMES)
    it(`have nothing that axe finds in ${theme}, and nothing wider than a narrow bar`, async () => {
      for (const width of [1100, 250]) {
        const panel = await panels.panel({ views: [words()], state: { route }, theme, width });
        await panel.page.getByRole("button", { name: "Edit the word MRR" }).click();
        await panel.settled();
        await panel.screenshot("words", theme, width);
        assert.deepEqual(await breaches(panel), []);
        const overflow = await panel.page.evaluate(() => {
          const area = document.querySelector("main.view");
          return area === null ? -1 : area.scrollWidth - area.clientWidth;
        });
        assert.equal(overflow, 0);
        await panels.finish(panel);
        const note = await panels.note(notePage(), { theme, width });
        await note.emit(glossary);
        await note.settled();
        await note.screenshot("explained", theme, width);
        assert.deepEqual(await breaches(note), []);
        await panels.finish(note);
      }
    });
});
