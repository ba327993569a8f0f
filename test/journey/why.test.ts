import assert from "node:assert/strict";
import { daysAhead } from "../support/journey/days-ahead.ts";
import { knownLimits } from "../support/journey/known-limit.ts";
import { control, openPanel, write } from "../support/journey/panel.ts";
import { agreeToShare } from "../support/journey/sit-down.ts";
import { sync } from "../support/journey/sync.ts";
import { twoPeople } from "../support/journey/two-people.ts";
import type { TwoPeople } from "../support/journey/two-people.ts";
import { goToLine, hoverLine, openFile } from "../support/vscode/editor.ts";
import { screenshot, screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { openSideBar, treeRow } from "../support/vscode/side-bar.ts";
import { statusBarTooltip } from "../support/vscode/status-bar.ts";
import { pictureInThemes } from "../support/vscode/theme.ts";
import { webviewFrame } from "../support/vscode/webview.ts";

const WHY =
  "A shop with many products opens the panel every morning and waits five seconds. Then it opens at once.";
const FILE = "src/domain/causal-order.ts";
const known = [
  { file: FILE, lines: [30, 41], title: "The order is worked out anew at every read" },
  { file: "src/domain/note.ts", lines: [3, 6], title: "A note carries all of its history" },
  { file: "src/domain/milestone/milestone.ts", lines: [3, 6], title: "A date knows every note behind it" },
] as const;
const ELSEWHERE = "One listener that fails is heard by nobody";
const AGAINST = "The first morning after a holiday stays slow";
const ANSWER = "That is one morning a year: we tell support.";

describe("a why, in two windows on two clones", () => {
  let people: TwoPeople | undefined;
  screenshotsOnFailure(() => [people?.engineer.seat, people?.pm.seat]);
  const here = (): TwoPeople => people ?? assert.fail("nobody has sat down");

  before("two people sit down; three limits are known where the sprint goes, one elsewhere", async () => {
    people = await twoPeople({
      prepare: (folder) =>
        knownLimits(
          folder,
          [...known, { file: "src/base/emitter.ts", lines: [3, 8] as const, title: ELSEWHERE }].map(
            (one) => ({
              ...one,
              impact: "The panel opens late for large shops",
            }),
          ),
        ),
    });
    await agreeToShare(people);
    // What was known before anybody sat down has to be with both.
    await sync(people.engineer.page);
    await sync(people.pm.page);
  });
  after(async () => people?.close());

  it("B1 shows exactly the three known limits of its area, before it is shared", async () => {
    const { pm } = here();
    const panel = await openPanel(pm.page);
    await control(panel, "section.roadmap").click();
    await control(panel, "why.write").click();
    await panel.getByRole("heading", { name: "Write the why" }).waitFor();
    await write(panel, "why.text", WHY);
    await write(panel, "why.name", "Sprint 14");
    await control(panel, "why.from").fill(daysAhead(0));
    await control(panel, "why.to").fill(daysAhead(13));
    await panel.getByRole("button", { name: "Folders and files" }).click();
    await write(panel, "why.another", "src/domain/**");
    await control(panel, "why.another.add").click();
    await panel.getByText("3 known constraints in this area. Look before you start:").waitFor();
    const titles = await panel.locator(".area-facts .row-title").allInnerTexts();
    assert.deepEqual(titles.toSorted(), known.map(({ title }) => title).toSorted());
    await control(panel, "why.facts").scrollIntoViewIfNeeded();
    await pictureInThemes(pm.machine, pm.page, "B1 before the sprint");
    await control(panel, "why.submit").click();
    await panel.locator(".why-text").getByText(WHY).waitFor();
    await panel.getByText("3 known constraints in this area. Look before you start:").waitFor();
    await pictureInThemes(pm.machine, pm.page, "B1 the why");
    await sync(pm.page);
  });

  it("B2 stands in the engineer's status bar, tree and hover", async () => {
    const { page } = here().engineer;
    await openSideBar(page, "Sightline");
    const row = treeRow(page, `Why: ${WHY}`, "Notes");
    await sync(page, () => row.waitFor({ timeout: 5_000 }));
    assert.match(await statusBarTooltip(page, "Sightline"), new RegExp(`Why: ${WHY}`));
    await openFile(page, FILE);
    await goToLine(page, FILE, 30);
    const hover = await hoverLine(page, FILE, 30);
    await hover.getByText(`Why: ${WHY}`).waitFor();
    await screenshot(page, "B2 the why at the code");
  });

  it("B3 the engineer opens it from the tree and challenges it", async () => {
    const { page } = here().engineer;
    await treeRow(page, `Why: ${WHY}`, "Notes").click();
    const panel = await webviewFrame(page, "Sightline");
    await panel.getByRole("button", { name: "Challenge it…" }).click();
    await write(panel, "challenge.challenge", AGAINST);
    await screenshot(page, "B3 challenging");
    await control(panel, "challenge.challenge.submit").click();
    await panel.getByText("Waits for an answer.").waitFor();
    await sync(page);
  });

  it("B4 it waits in the PM's Now until it is answered, and the engineer closes it", async () => {
    const { engineer, pm } = here();
    const panel = await openPanel(pm.page);
    await control(panel, "section.now").click();
    const row = panel.locator(".now-row").filter({ hasText: "Sprint 14" }).first();
    await sync(pm.page, () => row.waitFor({ timeout: 5_000 }));
    await pictureInThemes(pm.machine, pm.page, "B4 it waits for an answer");
    await row.getByRole("link").first().click();
    await panel.getByText(AGAINST).waitFor();
    await panel.getByRole("button", { name: "Answer", exact: true }).click();
    await panel.locator("[data-focus^='answer.'] textarea").fill(ANSWER);
    await panel.locator("[data-focus^='answer.'] textarea").press("ControlOrMeta+Enter");
    await panel.locator("blockquote").getByText(ANSWER).waitFor();
    await sync(pm.page);
    const others = await webviewFrame(engineer.page, "Sightline");
    await sync(engineer.page, () => others.getByText(ANSWER).waitFor({ timeout: 5_000 }));
    await others.getByRole("button", { name: "That answers it" }).click();
    await others.getByText("Answered", { exact: true }).waitFor();
    await pictureInThemes(engineer.machine, engineer.page, "B4 answered");
  });
});
