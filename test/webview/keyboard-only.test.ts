import assert from "node:assert/strict";
import { tabTo } from "../support/by-keyboard.ts";
import { usePanels } from "../support/panel-suite.ts";
import { ann, decidedPage, idOf, manyRows, notePage, priya, question } from "../support/panel-fixtures.ts";

describe("by keyboard alone", () => {
  const panels = usePanels();

  it("a product manager comes from Now to a decision", async () => {
    const panel = await panels.panel();
    await tabTo(panel, "now.decide.action");
    await panel.page.keyboard.press("Enter");
    await panel.page.waitForFunction(() => document.activeElement?.localName === "vscode-radio");
    await panel.page.keyboard.press("Space");
    await panel.page.keyboard.press("ArrowDown");
    await tabTo(panel, "decide.because");
    await panel.page.keyboard.type("large shops decide in March");
    await panel.page.keyboard.press("Control+Enter");
    const action = await panel.performed();
    assert.equal(action.type === "decide" && action.option, idOf("option B"));
  });

  it("reaches every control of a note with Tab, in the order in which they are read", async () => {
    for (const width of [1100, 700, 250]) {
      const panel = await panels.note(notePage({ questions: [question("why", { mine: false })] }), {
        width,
        height: 2400,
      });
      const all = await panel.page.locator("[data-focus]").evaluateAll((elements) =>
        elements
          .filter((one) => one.localName.startsWith("vscode-") || (one as HTMLElement).tabIndex === 0)
          .filter((one) => one.checkVisibility())
          .map((one) => (one as HTMLElement).dataset["focus"] ?? ""),
      );
      await panel.at(width === 250 ? "sections" : "section.now").focus();
      await panel.page.keyboard.press("Shift+Tab");
      const seen: { key: string; top: number; inside: string }[] = [];
      for (let step = 0; step < all.length + 30; step++) {
        await panel.page.keyboard.press("Tab");
        const here = await panel.page.evaluate(() => {
          const focused = document.activeElement as HTMLElement;
          return {
            key: focused.dataset["focus"] ?? "",
            top: focused.getBoundingClientRect().top,
            inside: focused.closest("header.top-bar, article, footer")?.localName ?? "",
          };
        });
        if (here.key !== "" && seen.some(({ key }) => key === here.key)) break;
        if (here.key !== "") seen.push(here);
      }
      assert.deepEqual(
        all.filter((key) => !seen.some((one) => one.key === key)),
        [],
        `not reached at ${width} px`,
      );
      const order = seen.filter(({ inside }) => inside === "article").map(({ key }) => key);
      assert.deepEqual(
        order,
        all.filter((key) => order.includes(key)),
      );
    }
  });

  it("Esc closes what is open, keeps the words and gives the focus back", async () => {
    const panel = await panels.note(decidedPage());
    const openers = [
      "edit.title",
      "edit.impact",
      "edit.context",
      "edit.neededBy",
      "evidence.open",
      "close.open",
      "ask.open",
      "decide.open",
      "heard.open",
      "comment.open",
    ];
    for (const opener of openers) {
      await panel.at(opener).focus();
      await panel.page.keyboard.press("Enter");
      await panel.page.locator("[data-form]").waitFor();
      await panel.page.waitForFunction(() => document.activeElement?.closest("[data-form]") !== null);
      await panel.page.keyboard.press("Escape");
      await panel.page.locator("[data-form]").waitFor({ state: "detached" });
      assert.equal(await panel.focusKey(), opener);
    }
  });

  it("keeps the focus near when a button has done its work and is gone", async () => {
    const panel = await panels.note(notePage());
    await panel.at("heard.now").focus();
    await panel.page.keyboard.press("Enter");
    await panel.emit({
      type: "note",
      note: notePage({
        heard: [{ id: idOf("heard"), by: priya, at: "2027-02-24T10:00:00+01:00", mine: true }],
      }),
    });
    await panel.page.waitForFunction(
      () => (document.activeElement as HTMLElement).dataset["focus"] === "heard.open",
    );
    const why = idOf("question why");
    const answered = question("why", {
      waitsFor: "asker",
      replies: [{ id: idOf("reply"), by: ann, at: "2027-02-23T10:00:00+01:00", kind: "answer", text: "So." }],
    });
    await panel.emit({ type: "note", note: notePage({ questions: [answered] }) });
    await panel.at(`accept.${why}`).focus();
    await panel.page.keyboard.press("Enter");
    await panel.emit({ type: "note", note: notePage({ questions: [{ ...answered, waitsFor: "nobody" }] }) });
    await panel.page.waitForFunction(
      (key) => (document.activeElement as HTMLElement).dataset["focus"] === key,
      `fold.question.${why}`,
    );
  });

  it("goes from the search box down to what was found", async () => {
    const panel = await panels.panel({ state: { route: { section: "notes" }, notes: manyRows(300) } });
    await panel.box("search").fill("basket");
    await panel.page.keyboard.press("ArrowDown");
    await panel.page.waitForFunction(
      () => document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex") === "2",
    );
    assert.match(
      await panel.page.evaluate(() => (document.activeElement as HTMLElement).innerText),
      /basket/,
    );
  });

  it("has no single-letter key: every letter typed on the page does nothing", async () => {
    const panel = await panels.note(notePage());
    const before = await panel.page.locator("article").innerHTML();
    for (const letter of "abcdefghijklmnopqrstuvwxyz?/1234567890") await panel.page.keyboard.press(letter);
    await panel.settled();
    assert.equal(await panel.page.locator("article").innerHTML(), before);
    assert.deepEqual([...new Set((await panel.requests()).map(({ type }) => type))], ["ready", "watch"]);
  });

  it("shows the focus on every control, with at least 24 by 24 px to hit", async () => {
    const panel = await panels.note(decidedPage());
    const small = await panel.page.locator("[data-focus]").evaluateAll((elements) =>
      elements
        .filter((one) => one.localName.startsWith("vscode-") || (one as HTMLElement).tabIndex === 0)
        .map((one) => ({
          key: (one as HTMLElement).dataset["focus"] ?? "",
          box: one.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ key, box }) => `${key} ${box.width} x ${box.height}`),
    );
    assert.deepEqual(small, []);
    for (const key of [
      "back",
      "edit.title",
      "decider",
      "evidence.open",
      "fold.places",
      "history.all",
      "sync",
      "section.now",
    ].filter((one) => one !== "decider")) {
      await panel.page.keyboard.press("Tab");
      await panel.at(key).focus();
      const outline = await panel.at(key).evaluate((element) => getComputedStyle(element).outline);
      assert.match(outline, /1px/, `${key}: ${outline}`);
    }
  });

  it("brings what has the focus out from under the bars", async () => {
    const panel = await panels.note(decidedPage(), { height: 400 });
    const hidden: string[] = [];
    await panel.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (let step = 0; step < 40; step++) {
      await panel.page.keyboard.press("Tab");
      const key = await panel.page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const area = document.querySelector("main");
        if (area === null || !area.contains(focused)) return undefined;
        const box = focused.getBoundingClientRect();
        const edge = area.getBoundingClientRect();
        return box.bottom > edge.bottom + 1 || box.top < edge.top - 1 ? focused.dataset["focus"] : undefined;
      });
      if (key !== undefined) hidden.push(key);
    }
    assert.deepEqual(hidden, []);
  });
});
