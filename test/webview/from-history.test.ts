import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import { projectRoot } from "../../scripts/project.ts";
import type { HistoryEvidence, OftenChanged } from "../../src/protocol/history-evidence.ts";
import { THEMES } from "../support/fake-host.ts";
import type { PanelPage } from "../support/fake-host.ts";
import { notePage } from "../support/panel-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";

const folder = path.join(projectRoot, "out/screenshots/webview");

const often = "This code changed 31 times in the last year, by 4 people; 12 of the changes were fixes.";
const told: HistoryEvidence = {
  kind: "found",
  facts: [
    { text: often, figure: "18 in the last six months, 13 in the six before" },
    { text: "This code was first written on 14 March 2021 and last changed on 3 February." },
  ],
  source: "git history up to 1234567890",
  date: "2027-02-24",
  figures: [
    {
      title: "src/search/a-file-with-quite-a-long-name-that-has-to-break-somewhere.ts",
      rows: [
        { label: "Changes in the last year", value: "31" },
        { label: "Commit", value: "1234567890".repeat(4) },
      ],
    },
  ],
};
const list: OftenChanged = {
  kind: "found",
  files: [
    {
      repository: "r",
      path: "src/checkout/total.ts",
      reason: "Changed 48 times in six months and is long; it has no note.",
    },
  ],
};

async function violations({ page }: PanelPage): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

describe("evidence from the history", () => {
  const panels = usePanels();

  it("is counted on a click, and goes on the note sentence by sentence, by hand", async () => {
    const panel = await panels.note(notePage());
    assert.ok(!(await panel.requests()).some(({ type }) => type === "historyEvidence"));
    await panel.answerNext("historyEvidence", { type: "historyEvidence", told });
    await panel.at("historyEvidence").click();
    await panel.page.getByText("This code changed 31 times").waitFor();
    assert.ok(!(await panel.page.locator(".evidence").innerText()).includes("src/search"), "no path unasked");
    assert.ok(!(await panel.requests()).some(({ type }) => type === "perform"), "nothing by itself");
    await panel.at("historyEvidence.0").click();
    assert.deepEqual(await panel.performed(), {
      type: "addEvidence",
      note: notePage().id,
      text: often,
      figure: "18 in the last six months, 13 in the six before",
      source: "git history up to 1234567890",
      date: "2027-02-24",
    });
    await panel.at("fold.historyFigures").click();
    assert.match(await panel.page.locator(".history-figures").innerText(), /Changes in the last year\s+31/);
  });

  it("says what is on the note already", async () => {
    const { evidence, ...note } = notePage();
    const added = {
      id: "e".repeat(64),
      by: { name: "Ann", email: "" },
      at: "2027-02-24T09:00:00+01:00",
      text: often,
      source: "git history up to 1234567890",
    };
    const panel = await panels.note({ ...note, evidence: [...evidence, added] });
    await panel.answerNext("historyEvidence", { type: "historyEvidence", told });
    await panel.at("historyEvidence").click();
    await panel.page.getByText("On the note", { exact: true }).waitFor();
    assert.equal(await panel.at("historyEvidence.0").count(), 0);
    assert.equal(await panel.at("historyEvidence.1").count(), 1);
  });

  it("can be stopped while it counts, and asked again", async () => {
    const panel = await panels.note(notePage());
    await panel.answerNext("historyEvidence", { type: "historyEvidence", told: { kind: "cancelled" } });
    await panel.hold();
    await panel.at("historyEvidence").click();
    await panel.page.getByText("Counting the changes …").waitFor();
    await panel.page.getByText("Stop counting").click();
    assert.deepEqual(await panel.asked("stopCounting"), { type: "stopCounting", what: "historyEvidence" });
    await panel.release();
    await panel.page.getByText("Counting was stopped.").waitFor();
    assert.equal(await panel.page.getByText("Fill in from history").count(), 1);
  });

  it("says why there is nothing to count", async () => {
    const panel = await panels.note(notePage());
    const explanation = "This window is in Restricted Mode, so git is not asked for the history.";
    await panel.answerNext("historyEvidence", {
      type: "historyEvidence",
      told: { kind: "nothing", explanation },
    });
    await panel.at("historyEvidence").click();
    await panel.page.getByText(explanation).waitFor();
  });

  it("lists places that change often once that is opened, to flag or to look at", async () => {
    const panel = await panels.panel({ state: { route: { section: "notes" } } });
    assert.ok(!(await panel.requests()).some(({ type }) => type === "oftenChanged"));
    await panel.answerNext("oftenChanged", { type: "oftenChanged", told: list });
    await panel.at("fold.oftenChanged").click();
    await panel.page.getByText("Changed 48 times in six months").waitFor();
    const file = { repository: "r", path: "src/checkout/total.ts" };
    await panel.page.getByRole("button", { name: "Flag it: src/checkout/total.ts" }).click();
    assert.deepEqual(await panel.asked("flagFile"), { type: "flagFile", ...file });
    await panel.page.getByRole("button", { name: "Show: src/checkout/total.ts" }).click();
    assert.deepEqual(await panel.asked("showFile"), { type: "showFile", ...file });
  });

  for (const theme of THEMES) {
    it(`passes axe and stays within its width, in ${theme}`, async () => {
      mkdirSync(path.join(folder, theme), { recursive: true });
      for (const width of [1100, 250]) {
        const note = await panels.note(notePage(), { theme, width, height: 1000 });
        await note.answerNext("historyEvidence", { type: "historyEvidence", told });
        await note.at("historyEvidence").click();
        await note.at("fold.historyFigures").click();
        const notes = await panels.panel({ theme, width, state: { route: { section: "notes" } } });
        await notes.answerNext("oftenChanged", { type: "oftenChanged", told: list });
        await notes.at("fold.oftenChanged").click();
        await notes.page.getByText("Changed 48 times").waitFor();
        for (const [name, panel, part] of [
          ["history", note, ".from-history"],
          ["often-changed", notes, ".often-changed"],
        ] as const) {
          await panel.settled();
          assert.deepEqual(await violations(panel), []);
          const shown = panel.page.locator(part);
          await shown.scrollIntoViewIfNeeded();
          const box = await shown.boundingBox();
          assert.ok(box !== null && box.x + box.width <= width, `${name} at ${width}`);
          await panel.page.screenshot({ path: path.join(folder, theme, `${name}-${width}.png`) });
          await panels.finish(panel);
        }
      }
    });
  }
});
