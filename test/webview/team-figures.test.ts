import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import type { TeamFigures } from "../../src/protocol/team-figures-state.ts";
import { breaches } from "../support/axe-breaches.ts";
import { THEMES } from "../support/fake-host.ts";
import type { PanelOptions } from "../support/fake-host.ts";
import { noFigures, someFigures, tooFew } from "../support/figures-fixtures.ts";
import { idOf } from "../support/panel-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";
import { retroState } from "../support/retro-fixtures.ts";

const route = { section: "together", show: { view: "retro" } } as const;

/** The page where no retro is open. */
const retro = (figures: TeamFigures) => retroState(null, { figures, others: [] });

/** Figures with as many cases as are ever listed. */
const many: TeamFigures = {
  figures: someFigures.figures.map((figure) => ({
    ...figure,
    months: [
      tooFew("Too few to say: fewer than three people are behind these.", 20, 4_980),
      { ...tooFew("Too early to say: 4 of 5 moved dates.", 4), label: "The six months before" },
    ],
  })),
};

describe("how we are doing, on screen", () => {
  const panels = usePanels();
  const open = (figures: TeamFigures, options: PanelOptions = {}) =>
    panels.panel({ ...options, views: [retro(figures)], state: { route } });

  it("says each figure in sentences, under what it counts", async () => {
    const panel = await open(someFigures);
    const section = panel.page.getByRole("region", { name: "How we are doing" });
    await section.waitFor();
    assert.deepEqual(
      await section.locator("h3").allInnerTexts(),
      someFigures.figures.map(({ title }) => title),
    );
    const text = await section.innerText();
    for (const { definition, months } of someFigures.figures)
      for (const words of [definition, ...months.flatMap(({ label, sentences }) => [label, ...sentences])])
        assert.ok(text.includes(words), words);
    assert.doesNotMatch(text, /%|↑|↓|▲|▼/);
  });

  it("is one sentence while there is nothing to say, also where there is no retro", async () => {
    const panel = await open(noFigures);
    const section = panel.page.getByRole("region", { name: "How we are doing" });
    assert.equal(
      (await section.innerText()).replaceAll(/\s+/g, " "),
      "How we are doing Too early to say: 2 of 5 closed notes. This page counts for the team only, never for a person.",
    );
  });

  it("lists the cases where there is no figure, and each leads to its page, by keyboard", async () => {
    const panel = await open(someFigures);
    assert.equal(await panel.page.locator(".team-figures li").count(), 2, "few stand there, more are folded");
    await panel.at("fold.figures.surfaced.1").focus();
    await panel.page.keyboard.press("Enter");
    await panel.page.getByText("A question waited 5 days.").waitFor();
    await panel.page.keyboard.press("Tab");
    assert.equal(await panel.focusKey(), "figures.surfaced.1.0");
    await panel.page.keyboard.press("Tab");
    await panel.page.keyboard.press("Enter");
    assert.equal((await panel.asked("watch")).note, idOf("case 1"));
  });

  it("says how many more there are than it lists", async () => {
    const panel = await open(many);
    await panel.page.getByRole("button", { name: "The cases (5,000)" }).first().click();
    await panel.page.getByText("And 4,980 older ones.").waitFor();
    assert.equal(await panel.page.locator(".team-figures li").count(), 20 + 4 * 4);
  });

  it("has no colour of its own: no figure is good or bad", async () => {
    const panel = await open(someFigures);
    const colours = await panel.page
      .locator(".team-figures dd > p")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
    assert.equal(new Set(colours).size, 1);
  });

  for (const theme of THEMES)
    it(`has no breach that axe finds, and fits 250 px, in ${theme}`, async function () {
      this.timeout(120_000);
      const folder = path.join(projectRoot, "out/screenshots/webview", theme);
      mkdirSync(folder, { recursive: true });
      for (const [name, figures] of Object.entries({ some: someFigures, none: noFigures, many }))
        for (const width of [1100, 250]) {
          const panel = await open(figures, { theme, width, height: 1400 });
          await panel.page.locator(".team-figures").waitFor();
          for (const head of await panel.page.locator(".team-figures .fold-head").all()) await head.click();
          await panel.settled();
          assert.deepEqual(await breaches(panel), [], `${name}, ${width} px`);
          const scrolls = await panel.page.evaluate(
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
          );
          assert.equal(scrolls, false, `${name}, ${width} px`);
          await panel.page.screenshot({ path: path.join(folder, `figures-${name}-${width}.png`) });
          await panels.finish(panel);
        }
    });
});
