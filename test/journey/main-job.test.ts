import assert from "node:assert/strict";
import { control, openNote, openPanel, write } from "../support/journey/panel.ts";
import { sync, syncForTheFirstTime } from "../support/journey/sync.ts";
import { twoPeople } from "../support/journey/two-people.ts";
import type { TwoPeople } from "../support/journey/two-people.ts";
import { until } from "../support/until.ts";
import { pressDialogButton, readDialog } from "../support/vscode/dialog.ts";
import {
  focusFile,
  goToLine,
  gutterMarks,
  hoverLine,
  openFile,
  selectLines,
} from "../support/vscode/editor.ts";
import { runCommand } from "../support/vscode/palette.ts";
import { quickInput, quickInputWords, untilAsked } from "../support/vscode/quick-input.ts";
import { screenshot, screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { openSideBar, treeRow } from "../support/vscode/side-bar.ts";
import { statusBarItem } from "../support/vscode/status-bar.ts";

const FILE = "src/domain/causal-order.ts";
const [FIRST, LAST] = [30, 41];
const TITLE = "The order of events is worked out anew at every read";
const IMPACT = "Opening the panel takes over 5 s for large teams; the first is expected in March";
const QUESTION = "Help me understand what users would notice";
const ANSWER = "A blank panel for five seconds, every morning. Nothing is lost.";
const BECAUSE = "March is fixed, and two weeks leave room for the export";

describe("the main job, in two windows on two clones", () => {
  let people: TwoPeople | undefined;
  screenshotsOnFailure(() => [people?.engineer.seat, people?.pm.seat]);
  const here = (): TwoPeople => {
    if (people === undefined) throw new Error("nobody has sat down");
    return people;
  };

  before("two people sit down", async () => {
    people = await twoPeople();
  });
  after(async () => people?.close());

  it("J1 an engineer flags twelve lines in five keys beyond the words", async () => {
    const { page } = here().engineer;
    await statusBarItem(page, "Sightline").waitFor({ timeout: 30_000 });
    await openFile(page, FILE);
    await selectLines(page, FILE, FIRST, LAST);
    // Key 1 and 2: the chord. What is typed goes to the box that is there when it is pressed.
    await page.keyboard.press("ControlOrMeta+K");
    await page.keyboard.press("n");
    await untilAsked(page, "What is in the way here?");
    await screenshot(page, "J1 flag, what is in the way");
    await page.keyboard.insertText(TITLE);
    await page.keyboard.press("Enter"); // key 3
    await untilAsked(page, "What will a user or the roadmap notice, and from when?");
    await page.keyboard.insertText(IMPACT);
    await page.keyboard.press("Enter"); // key 4
    await untilAsked(page, "What is it? Enter shares it.");
    await screenshot(page, "J1 flag, what is it");
    await page.keyboard.press("Enter"); // key 5
    const words = await readDialog(page);
    assert.equal(words.message, "Share notes with everyone who can read this repository?");
    assert.match(words.detail, /push notes to the branch "sightline" on origin/);
    assert.match(words.detail, /Your branches, commits and settings are not touched\./);
    await screenshot(page, "J1 first share asks");
    await pressDialogButton(page, "Share");
    await statusBarItem(page, "Sharing · Undo").waitFor();
    await screenshot(page, "J1 sharing can be undone");
    assert.equal(await quickInput(page).isVisible(), false, await quickInputWords(page));
    await statusBarItem(page, "Sharing · Undo").waitFor({ state: "hidden", timeout: 20_000 });
    await until("the mark in the gutter", async () => (await gutterMarks(page, FILE, FIRST)).length > 0);
    await sync(page);
    await screenshot(page, "J1 flagged");
  });

  it("J2 the PM's panel shows it in Now within five seconds of a sync, in plain words", async () => {
    const { page } = here().pm;
    const panel = await openPanel(page);
    await screenshot(page, "J2 the first morning");
    await control(panel, "role.pm").click();
    const row = panel.locator(".now-row").filter({ hasText: TITLE }).first();
    await syncForTheFirstTime(page, () => row.waitFor({ timeout: 5_000 }));
    await screenshot(page, "J2 Now");
    await openNote(panel, TITLE);
    await panel.getByText(IMPACT).first().waitFor();
    await screenshot(page, "J2 the note");
  });

  it("J3 the PM asks, the engineer answers in the thread at the line, the PM accepts", async () => {
    const { engineer, pm } = here();
    const panel = await openPanel(pm.page);
    await openNote(panel, TITLE);
    await control(panel, "ask.open").click();
    await panel.getByText("what users would notice", { exact: true }).first().click();
    await screenshot(pm.page, "J3 asking");
    await control(panel, "ask.text").locator("textarea").press("ControlOrMeta+Enter");
    await panel.getByText("Waits for an answer.").waitFor();
    await sync(pm.page);

    await sync(engineer.page);
    await goToLine(engineer.page, FILE, FIRST);
    await runCommand(engineer.page, "Sightline: Discuss");
    const thread = engineer.page.locator(".review-widget").first();
    await thread.getByText(QUESTION).waitFor();
    await screenshot(engineer.page, "J3 the question at the line");
    await thread.locator(".review-thread-reply-button").click();
    await engineer.page.keyboard.insertText(ANSWER);
    await thread
      .locator(".form-actions .monaco-button")
      .filter({ hasText: /^Answer$/ })
      .click();
    await thread.locator(".comment-body").getByText(ANSWER).waitFor();
    await screenshot(engineer.page, "J3 answered at the line");
    await sync(engineer.page);

    await sync(pm.page, () => panel.getByText(ANSWER).first().waitFor({ timeout: 5_000 }));
    await screenshot(pm.page, "J3 the answer");
    await panel.getByRole("button", { name: "That answers it" }).click();
    await panel.getByText("Answered", { exact: true }).first().waitFor();
  });

  it("J4 two options are composed side by side and put on the table", async () => {
    const { page } = here().engineer;
    const panel = await openPanel(page);
    if (await control(panel, "role.lead").isVisible()) await control(panel, "role.lead").click();
    await openNote(panel, TITLE);
    // For the one who leads, the two empty columns are there already.
    await control(panel, "compose.0.title").waitFor();
    const options = [
      [
        "Keep the order beside the record",
        "The panel opens at once, for teams of any size",
        "2 months",
        "The export moves to April",
      ],
      [
        "Read only what changed",
        "The panel opens within a second; the first time after a holiday takes five",
        "2-3 weeks",
        "Teams above 10,000 notes wait",
      ],
    ] as const;
    for (const [slot, words] of options.entries())
      for (const [at, field] of (["title", "implications", "effort", "givesUp"] as const).entries())
        await write(panel, `compose.${slot}.${field}`, words[at] ?? "");
    await screenshot(page, "J4 composing");
    await panel.getByRole("button", { name: "Put on the table" }).click();
    await panel.getByRole("table", { name: "Ways to go" }).waitFor();
    await screenshot(page, "J4 on the table");
    await sync(page);
  });

  it("J5 the PM sees A and B side by side and decides B, with a reason and a day to look again", async () => {
    const { page } = here().pm;
    const panel = await openPanel(page);
    await openNote(panel, TITLE);
    const table = panel.getByRole("table", { name: "Ways to go" });
    await sync(page, () => table.waitFor({ timeout: 5_000 }));
    await table.getByText("The panel opens at once, for teams of any size").waitFor();
    await screenshot(page, "J5 the comparison");
    await control(panel, "decide.open").click();
    assert.equal(
      await panel.locator("vscode-radio[aria-checked=true]").count(),
      0,
      "an option was chosen beforehand",
    );
    await panel.getByRole("radio", { name: /^B: / }).click();
    await write(panel, "decide.because", BECAUSE);
    await control(panel, "decide.more").click();
    await control(panel, "decide.revisitOn").fill("2027-03-01");
    await screenshot(page, "J5 deciding");
    await panel.getByRole("button", { name: "Decide for B" }).click();
    await panel
      .locator(".decision")
      // What people wrote stands between invisible marks that keep its reading direction to itself.
      .filter({ hasText: new RegExp(`Decided: B, because .?${BECAUSE}`) })
      .waitFor();
    await screenshot(page, "J5 decided");
    await sync(page);
  });

  it("J6 the engineer sees the decision in the thread, the tree and the hover", async () => {
    const { page } = here().engineer;
    await focusFile(page, FILE);
    await goToLine(page, FILE, FIRST);
    await runCommand(page, "Sightline: Discuss");
    const before = await gutterMarks(page, FILE, FIRST);
    const decided = `Decided: B, because ${BECAUSE}`;
    const inThread = page.locator(".review-widget").first().getByText(decided).first();
    await sync(page, () => inThread.waitFor({ timeout: 5_000 }));
    await screenshot(page, "J6 the decision in the thread");
    await until(
      "another mark in the gutter",
      async () => (await gutterMarks(page, FILE, FIRST)).join() !== before.join(),
    );
    await page.keyboard.press("Escape");
    await openSideBar(page, "Sightline");
    await treeRow(page, TITLE, "Notes").waitFor();
    // On screen the mark says it; a screen reader says the word.
    assert.match((await treeRow(page, TITLE, "Notes").getAttribute("aria-label")) ?? "", /Decided/);
    await focusFile(page, FILE);
    await goToLine(page, FILE, FIRST);
    const hover = await hoverLine(page, FILE, FIRST);
    await hover.getByText(decided).waitFor();
    await screenshot(page, "J6 the decision in tree and hover");
  });
});
