import type { FrameLocator, Locator } from "playwright-core";
import { control, openPanel, write } from "../support/journey/panel.ts";
import { sync, syncForTheFirstTime } from "../support/journey/sync.ts";
import { twoPeople } from "../support/journey/two-people.ts";
import type { TwoPeople } from "../support/journey/two-people.ts";
import { runCommand } from "../support/vscode/palette.ts";
import { screenshot, screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { statusBarItem } from "../support/vscode/status-bar.ts";
import { webviewFrame } from "../support/vscode/webview.ts";

const VENDOR = "The vendor changed the interface twice, and we heard of it from the build.";
const PROMISED = "I promised the date before I asked what the printer needs.";
const TO_DO = "Ask engineering before a date is promised";

describe("a retro, in two windows on two clones", () => {
  let people: TwoPeople | undefined;
  screenshotsOnFailure(() => [people?.engineer.seat, people?.pm.seat]);
  const here = (): TwoPeople => {
    if (people === undefined) throw new Error("nobody has sat down");
    return people;
  };
  const shared = (panel: FrameLocator, text: string): Locator =>
    panel.locator(".retro-words").filter({ hasText: text });

  before("two people sit down, have agreed to share, and said what they do", async () => {
    people = await twoPeople();
    for (const { page, role } of [
      { page: people.engineer.page, role: "I write code" },
      { page: people.pm.page, role: "I look after the product" },
    ]) {
      await statusBarItem(page, "Sightline").waitFor({ timeout: 30_000 });
      await syncForTheFirstTime(page);
      const panel = await openPanel(page);
      await panel.getByRole("button", { name: role }).click();
      await panel.getByRole("button", { name: role }).waitFor({ state: "detached" });
    }
  });
  after(async () => people?.close());

  it("R1 the engineer opens it by its command and writes at once", async () => {
    const { engineer } = here();
    await runCommand(engineer.page, "Sightline: Open the Retro");
    const panel = await webviewFrame(engineer.page, "Sightline");
    await control(panel, "openRetro.open").click();
    await write(panel, "openRetro.0.name", "Sprint 14");
    await control(panel, "openRetro.0.from").fill("2026-01-01");
    await control(panel, "openRetro.0.to").fill("2026-12-31");
    await control(panel, "openRetro.submit").click();
    await panel.getByRole("heading", { name: /^Retro: .?Sprint 14/ }).waitFor();
    await panel.getByText("The PM goes first. You can write below at once.").waitFor();
    await write(panel, "retro.inTheWay", VENDOR);
    await control(panel, "retro.inTheWay.submit").click();
    await shared(panel, VENDOR).waitFor();
    await screenshot(engineer.page, "R1 the engineer has written");
    await sync(engineer.page);
  });

  it("R2 it waits in the PM's Now, without a word of what the engineer wrote", async () => {
    const { pm } = here();
    const panel = await openPanel(pm.page);
    const row = panel.locator(".now-row").filter({ hasText: "Retro: Sprint 14" });
    await sync(pm.page, () => row.waitFor({ timeout: 5_000 }));
    await screenshot(pm.page, "R2 the PM goes first");
    await row.getByRole("link").first().click();
    await panel.getByText("Others have written already.").waitFor();
    if ((await shared(panel, VENDOR).count()) > 0) throw new Error("it is shown before its time");
  });

  it("R3 shows what the engineer wrote once the PM has shared the first box", async () => {
    const { engineer, pm } = here();
    const panel = await webviewFrame(pm.page, "Sightline");
    await write(panel, "retro.mine", PROMISED);
    await control(panel, "retro.mine.submit").click();
    await shared(panel, PROMISED).waitFor();
    await shared(panel, VENDOR).waitFor();
    await screenshot(pm.page, "R3 both are shown");
    await sync(pm.page);
    const others = await webviewFrame(engineer.page, "Sightline");
    await sync(engineer.page, () => shared(others, PROMISED).waitFor({ timeout: 5_000 }));
  });

  it("R4 makes a note of an action, which the engineer reads", async () => {
    const { engineer, pm } = here();
    const panel = await webviewFrame(pm.page, "Sightline");
    await write(panel, "retro.action", TO_DO);
    await control(panel, "retro.action.submit").click();
    await panel.getByRole("button", { name: new RegExp(`^Make it a note: .?${TO_DO}`) }).click();
    await panel.getByRole("note", { name: "What others will see" }).getByText(TO_DO).waitFor();
    await screenshot(pm.page, "R4 what others will see");
    await panel.getByRole("button", { name: "Put it on record" }).click();
    await panel.getByText("Became a note:").waitFor();
    await sync(pm.page);
    const others = await webviewFrame(engineer.page, "Sightline");
    const made = others.locator(".retro-actions").getByRole("link", { name: TO_DO });
    await sync(engineer.page, () => made.waitFor({ timeout: 5_000 }));
    await screenshot(engineer.page, "R4 the action became a note");
    await made.click();
    await others.locator("#note-title").filter({ hasText: TO_DO }).waitFor();
  });
});
