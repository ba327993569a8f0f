import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import type { Page } from "playwright-core";
import { control, openPanel } from "../support/journey/panel.ts";
import { sync, syncForTheFirstTime } from "../support/journey/sync.ts";
import { twoPeople } from "../support/journey/two-people.ts";
import type { TwoPeople } from "../support/journey/two-people.ts";
import { openFile, selectLines } from "../support/vscode/editor.ts";
import { quickInput, untilAsked } from "../support/vscode/quick-input.ts";
import { screenshot, screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { statusBarItem } from "../support/vscode/status-bar.ts";
import { webviewFrame } from "../support/vscode/webview.ts";

const FILE = "src/domain/causal-order.ts";
const TITLE = "Nobody can pay by card, in all shops";

/** Milliseconds between two keys of somebody who types quickly, not in a hurry: about 70 words a minute. */
const KEY_MS = 170;

/** From the command to the recorded decision, in milliseconds. */
const A_MINUTE = 60_000;

const type = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: KEY_MS });

describe("a call at night, in two windows on two clones", () => {
  let people: TwoPeople | undefined;
  screenshotsOnFailure(() => [people?.engineer.seat, people?.pm.seat]);
  const here = (): TwoPeople => {
    if (people === undefined) throw new Error("nobody has sat down");
    return people;
  };

  before("two people sit down, and have agreed to share", async () => {
    people = await twoPeople();
    for (const { page } of [people.engineer, people.pm]) {
      await statusBarItem(page, "Sightline").waitFor({ timeout: 30_000 });
      await syncForTheFirstTime(page);
    }
  });
  after(async () => people?.close());

  it("I1 from the command to a recorded roll-back in under a minute, without a network", async () => {
    const { remote, engineer } = here();
    const { page } = engineer;
    await openFile(page, FILE);
    await selectLines(page, FILE, 30, 41);
    renameSync(remote, `${remote}.off`);
    const began = Date.now();
    await page.keyboard.press("F1");
    await quickInput(page).waitFor();
    await type(page, "Start an Incident");
    await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await page.keyboard.press("Enter");
    await untilAsked(page, "What is broken, for whom?");
    await type(page, TITLE);
    await page.keyboard.press("Enter");
    await untilAsked(page, "Since when?");
    await type(page, "20 min ago");
    await page.keyboard.press("Enter");
    const panel = await webviewFrame(page, "Sightline");
    const head = panel.getByRole("button", { name: "Roll back", exact: true });
    await head.waitFor();
    await screenshot(page, "I1 the page of a second ago");
    await head.press("Tab");
    await type(page, "20 min");
    await page.keyboard.press("Tab");
    await type(page, "Orders of the last hour are typed in again");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await panel.getByText("Roll back. Decided with:").waitFor();
    await type(page, "Product manager, Sam");
    await page.keyboard.press("Enter");
    await panel.getByText("Decided: Roll back.").first().waitFor();
    const took = Date.now() - began;
    assert.ok(took < A_MINUTE, `it took ${took / 1000} s`);
    await panel.getByText("back to normal in 20 minutes", { exact: false }).waitFor();
    await panel.getByText("As said on the call", { exact: false }).first().waitFor();
    await statusBarItem(page, "Incident since").waitFor();
    await screenshot(page, "I1 decided");
  });

  it("I2 is in the PM's Now, who says that it is right", async () => {
    const { remote, engineer, pm } = here();
    renameSync(`${remote}.off`, remote);
    await sync(engineer.page);
    const panel = await openPanel(pm.page);
    const row = panel
      .locator(".now-row")
      .filter({ hasText: "You are named in a decision made on a call at" });
    await sync(pm.page, () => row.waitFor({ timeout: 5_000 }));
    await screenshot(pm.page, "I2 named");
    await row.getByRole("button", { name: "That is right" }).click();
    await row.waitFor({ state: "detached" });
    await sync(pm.page);
    await sync(engineer.page);
    const page = await openPanel(engineer.page);
    await page.locator(".now-row").filter({ hasText: TITLE }).first().getByRole("link").click();
    // The name is set apart from the sentence, whatever way it is written.
    const answer = page.locator(".answers li").filter({ hasText: "that is right." });
    await answer.filter({ hasText: "Product manager" }).waitFor();
  });

  it("I3 is over, and its page is a review", async () => {
    const { page } = here().engineer;
    const panel = await webviewFrame(page, "Sightline");
    await control(panel, "over.open").click();
    await control(panel, "over.submit").click();
    await panel.getByRole("heading", { name: "What happened" }).waitFor();
    await panel.getByText("It was over.").waitFor();
    await screenshot(page, "I3 the review");
  });
});
