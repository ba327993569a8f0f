import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { control, openNote, openPanel, write } from "../support/journey/panel.ts";
import { sync } from "../support/journey/sync.ts";
import { git, twoPeople } from "../support/journey/two-people.ts";
import type { TwoPeople } from "../support/journey/two-people.ts";
import { pressDialogButton, readDialog } from "../support/vscode/dialog.ts";
import { openFile, selectLines } from "../support/vscode/editor.ts";
import { runCommand } from "../support/vscode/palette.ts";
import { answerInput, untilAsked } from "../support/vscode/quick-input.ts";
import { screenshot, screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { statusBarItem } from "../support/vscode/status-bar.ts";
import { webviewFrame } from "../support/vscode/webview.ts";
import { openWindow } from "../support/vscode/window.ts";

const FILE = "src/base/emitter.ts";
const TITLE = "One listener that fails is heard by nobody";
const IMPACT = "A view may stay as it was, from the first plug-in on";
const ASKED = "Help me understand what users would notice";

describe("a PM without the code, beside an engineer with a clone", () => {
  let people: TwoPeople | undefined;
  let pm: Page | undefined;
  screenshotsOnFailure(() => [people?.engineer.seat, people?.pm.seat]);
  const here = (): TwoPeople => people ?? assert.fail("nobody has sat down");
  const window = (): Page => pm ?? assert.fail("the PM has no window");

  before("two people sit down, one of them with no folder open", async () => {
    people = await twoPeople();
    await people.pm.page.close();
    pm = await openWindow(people.pm.seat, people.pm.machine, { folder: null });
    await statusBarItem(pm, "Sightline").waitFor({ timeout: 30_000 });
  });
  after(async () => people?.close());

  it("W1 the engineer flags code and shares it", async () => {
    const { page } = here().engineer;
    await statusBarItem(page, "Sightline").waitFor({ timeout: 30_000 });
    await openFile(page, FILE);
    await selectLines(page, FILE, 3, 8);
    await runCommand(page, "Sightline: Flag a Constraint");
    await answerInput(page, "What is in the way here?", TITLE);
    await answerInput(page, "What will a user or the roadmap notice, and from when?", IMPACT);
    await untilAsked(page, "What is it? Enter shares it.");
    await page.keyboard.press("Enter");
    await pressDialogButton(page, "Share");
    await statusBarItem(page, "Sharing · Undo").waitFor();
    await statusBarItem(page, "Sharing · Undo").waitFor({ state: "hidden", timeout: 20_000 });
    await sync(page);
  });

  it("W2 the PM opens the record by its address alone", async () => {
    const { remote } = here();
    const page = window();
    await runCommand(page, "Sightline: Open a Record…");
    await untilAsked(page, "Where is the repository?");
    await screenshot(page, "W2 where is the repository");
    await answerInput(page, "Where is the repository?", remote);
    await answerInput(page, "What do you call it?", "Shop");
    const { message, detail } = await readDialog(page);
    assert.equal(message, "Open the record of Shop?");
    assert.match(
      detail,
      /fetches the record from .*, and no code\. What you say goes back there with your name/,
    );
    await screenshot(page, "W2 what it means");
    await pressDialogButton(page, "Open the record");
    const panel = await webviewFrame(page, "Sightline");
    await control(panel, "role.pm").click({ timeout: 30_000 });
    await panel.locator(".now-row").filter({ hasText: TITLE }).first().waitFor();
    await panel.getByText(/The record of .?Shop.?, from/).waitFor();
    await screenshot(page, "W2 Now");
  });

  it("W3 reads the note with the code as quoted, and asks", async () => {
    const page = window();
    const panel = await openPanel(page);
    await openNote(panel, TITLE);
    await panel.getByText(IMPACT).first().waitFor();
    await panel.getByRole("button", { name: "1 place in the code" }).click();
    await panel.locator(".places").getByText("as quoted").waitFor();
    assert.equal(await panel.getByText("Go to the code").count(), 0);
    await screenshot(page, "W3 the note");
    await control(panel, "ask.open").click();
    await write(panel, "ask.text", ASKED);
    await control(panel, "ask.submit").click();
    await panel.getByText("what users would notice").first().waitFor();
    await sync(page);
  });

  it("W4 the engineer has the question in Now, and a repository as it was", async () => {
    const { engineer } = here();
    const panel = await openPanel(engineer.page);
    const row = panel.locator(".now-row").filter({ hasText: TITLE }).filter({ hasText: ASKED });
    await sync(engineer.page, () => row.waitFor({ timeout: 5_000 }));
    await screenshot(engineer.page, "W4 the engineer's Now");
    assert.equal(git(engineer.folder, "status", "--porcelain"), "");
  });

  it("W5 the record is there by itself in the PM's next window", async () => {
    const { pm: seat } = here();
    await window().close();
    pm = await openWindow(seat.seat, seat.machine, { folder: null });
    await statusBarItem(pm, /^Sightline/).waitFor({ timeout: 30_000 });
    const panel = await openPanel(pm);
    await panel.getByText(/The record of .?Shop.?, from/).waitFor();
    await openNote(panel, TITLE);
    await screenshot(pm, "W5 the next morning");
  });
});
