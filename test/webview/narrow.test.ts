import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import type { PanelOptions, PanelPage } from "../support/fake-host.ts";
import {
  ann,
  barePage,
  contestedTitle,
  decidedPage,
  decision,
  ben,
  frame,
  manyRows,
  notePage,
  option,
  place,
  question,
} from "../support/panel-fixtures.ts";

const longWord = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung".repeat(3);
const longTitle = "Every search in the shop loads the whole catalogue before it looks at the first word, and "
  .repeat(4)
  .slice(0, 300);
const long = notePage({
  title: longTitle,
  impact: `${longWord} ${longTitle}`,
  options: Array.from("ABCDEFGHIJ").map((letter) =>
    option(letter, {
      title: longTitle,
      implications: longWord,
      effort: { likely: 3, unit: "weeks" },
      risks: [{ text: longWord }],
      assumptions: longTitle,
    }),
  ),
  questions: [question("long", { text: longWord, mine: false })],
  evidence: [
    {
      ...notePage().evidence[1]!,
      text: longWord,
      link: `https://${"a".repeat(60)}.${"b".repeat(60)}.example.org/${longWord}`,
    },
  ],
  owner: { name: longWord, email: longWord },
  labels: [{ id: notePage().labels[0]!.id, label: longWord }],
  costOfDelay: longWord,
  contested: [
    {
      ...contestedTitle,
      versions: contestedTitle.versions.map((version) => ({ ...version, text: longWord })),
    },
  ],
  places: [
    place({
      path: `src/${longWord}/${longWord}.ts`,
      symbol: longWord,
      quote: [`const ${longWord} = "${longWord}";`],
    }),
  ],
});

/** What is wider than the panel, but code. */
const tooWide = ({ page }: PanelPage): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const scrolling = (element: Element): boolean => {
      for (let one: Element | null = element; one !== null; one = one.parentElement)
        if (one.localName === "pre" || one.classList.contains("unseen") || one.classList.contains("scrolls"))
          return true;
      return false;
    };
    const wide = [...document.querySelectorAll("body *")]
      .filter(
        (element) =>
          !scrolling(element) &&
          element.getBoundingClientRect().right > room + 0.5 &&
          element.checkVisibility(),
      )
      .map(
        (element) =>
          `${element.localName}.${element.getAttribute("class") ?? ""} ends at ${element.getBoundingClientRect().right}`,
      );
    const area = document.querySelector("main");
    return [
      ...(area !== null && area.scrollWidth > area.clientWidth
        ? [`main scrolls sideways: ${area.scrollWidth} > ${area.clientWidth}`]
        : []),
      ...wide,
    ];
  });

describe("in little room", () => {
  const panels = usePanels();
  const lead: PanelOptions["state"] = { frame: frame({ role: "lead", me: ann }) };

  const views: Record<string, (options: PanelOptions) => Promise<PanelPage>> = {
    now: (options) => panels.panel(options),
    "the role's question": (options) => panels.panel({ ...options, state: { frame: frame({ role: null }) } }),
    list: (options) =>
      panels.panel({
        ...options,
        state: { route: { section: "notes" }, notes: manyRows(200), frame: frame({ noteCount: 200 }) },
      }),
    note: (options) => panels.note(notePage(), options),
    "a decided note": (options) => panels.note(decidedPage(), options),
    "a note decided twice": (options) =>
      panels.note(
        notePage({ badges: ["decidedTwice"], decisions: [decision("A", { by: ben }), decision("B")] }),
        options,
      ),
    composing: (options) => panels.note(barePage(), { ...options, state: lead }),
    "long words and titles": (options) => panels.note(long, options),
  };

  for (const [name, open] of Object.entries(views)) {
    it(`nothing scrolls sideways but code: ${name}`, async () => {
      for (const width of [250, 320, 479, 480, 640, 839, 840]) {
        const panel = await open({ width, height: 800 });
        const folded = panel.page.locator(".fold-head[aria-expanded=false]");
        while ((await folded.count()) > 0) await folded.first().click();
        await panel.settled();
        assert.deepEqual(await tooWide(panel), [], `${name} at ${width} px`);
      }
    });
  }

  it("the same with every form open", async () => {
    for (const opener of [
      "ask.open",
      "decide.open",
      "heard.open",
      "edit.title",
      "edit.neededBy",
      "evidence.open",
      "close.open",
    ]) {
      const panel = await panels.note(notePage(), { width: 250 });
      await panel.at(opener).click();
      await panel.settled();
      if (opener === "decide.open") await panel.at("decide.more").click();
      await panel.settled();
      assert.deepEqual(await tooWide(panel), [], opener);
    }
  });

  it("200 % zoom looks and works like half the width", async () => {
    const zoomed = await panels.note(notePage(), { width: 1280, height: 900 });
    // Zooming a page halves its CSS pixels; a browser's own zoom can't be driven from here.
    await zoomed.page.setViewportSize({ width: 640, height: 450 });
    await zoomed.settled();
    assert.deepEqual(await tooWide(zoomed), []);
    assert.equal(await zoomed.page.locator(".panel.medium").count(), 1);
    assert.equal(await zoomed.page.locator(".option-block").count(), 3);
  });

  it("has one dropdown in place of the tabs, and an icon with a label for the state of syncing", async () => {
    const panel = await panels.panel({ width: 250 });
    assert.equal(await panel.page.locator(".tab").count(), 0);
    assert.equal(
      await panel.page.getByRole("button", { name: "Synced 2 min ago. Sync now" }).innerText(),
      "",
    );
    await panel.at("sections").selectOption({ label: "Notes" });
    await panel.page.locator(".note-rows").waitFor();
    assert.equal(await panel.box("search").isVisible(), true);
  });

  it("folds the filters away, and says how many are on", async () => {
    const panel = await panels.panel({
      width: 250,
      state: { route: { section: "notes" }, notes: manyRows(50) },
    });
    assert.equal(await panel.at("filter.status").count(), 0);
    await panel.page.getByRole("button", { name: "Filters" }).click();
    await panel.at("filter.status").selectOption("decided");
    await panel.page.getByRole("button", { name: "Filters (1)" }).waitFor();
  });

  it("has buttons as wide as the panel in its forms, titles of two lines in its lists, and short dates", async () => {
    const note = await panels.note(notePage(), { width: 250 });
    await note.page.getByRole("button", { name: "Ask…" }).click();
    await note.settled();
    const button = (await note.at("ask.submit").boundingBox())!;
    assert.equal(button.width, 250 - 16);
    await note.page.getByText("Needed by 14 Mar", { exact: true }).waitFor();
    const now = await panels.panel({
      width: 250,
      state: { now: [{ ...(await import("../support/panel-fixtures.ts")).nowRows[0]!, title: longTitle }] },
    });
    const title = now.page.locator(".now .row-title").first();
    const lines = await title.evaluate(
      (element) => element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight),
    );
    assert.ok(Math.round(lines) === 2, `${lines} lines`);
  });

  it("changes its layout with the panel's width, and keeps what is typed", async () => {
    const panel = await panels.note(barePage(), { state: lead, width: 1100 });
    await panel.box("compose.0.title").fill("Rewrite the adapter");
    for (const width of [700, 250, 1100]) {
      await panel.page.setViewportSize({ width, height: 800 });
      await panel.settled();
      await panel.reads("compose.0.title", "Rewrite the adapter");
    }
  });
});
