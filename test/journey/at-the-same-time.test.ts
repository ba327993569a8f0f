import assert from "node:assert/strict";
import path from "node:path";
import type { FrameLocator } from "playwright-core";
import { git, twoPeople } from "../support/journey/two-people.ts";
import type { Colleague, TwoPeople } from "../support/journey/two-people.ts";
import { control, openNote, openPanel, write } from "../support/journey/panel.ts";
import { sync, syncForTheFirstTime } from "../support/journey/sync.ts";
import type { Looked } from "../support/snapshot-repository.ts";
import { snapshotRepository } from "../support/snapshot-repository.ts";
import { openFile, selectLines } from "../support/vscode/editor.ts";
import { untilAsked } from "../support/vscode/quick-input.ts";
import { screenshot, screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { statusBarItem } from "../support/vscode/status-bar.ts";
import { pressDialogButton } from "../support/vscode/dialog.ts";

const FILE = "src/domain/fold.ts";
const looked = ({ folder }: Colleague): Looked => ({
  folder,
  repository: { commonFolder: path.join(folder, ".git") },
  git: (...args) => Promise.resolve(git(folder, ...args)),
});
const TITLE = "Every change works a note out from its first event";

async function atTheNote({ page }: Colleague): Promise<FrameLocator> {
  const panel = await openPanel(page);
  await openNote(panel, TITLE);
  return panel;
}

describe("two people who say something at the same time", () => {
  let people: TwoPeople | undefined;
  const untouched = new Map<Colleague, Awaited<ReturnType<typeof snapshotRepository>>>();
  screenshotsOnFailure(() => [people?.engineer.seat, people?.pm.seat]);
  const here = (): TwoPeople => {
    if (people === undefined) throw new Error("nobody has sat down");
    return people;
  };

  before("two people sit down", async () => {
    // VS Code's own git refreshes the index: without it, whatever changes in the git folder was us.
    people = await twoPeople({ settings: { "git.enabled": false } });
    for (const one of [people.engineer, people.pm]) untouched.set(one, await snapshotRepository(looked(one)));
  });
  after(async () => people?.close());

  it("T1 both have a note", async () => {
    const { engineer, pm } = here();
    await statusBarItem(engineer.page, "Sightline").waitFor({ timeout: 30_000 });
    await openFile(engineer.page, FILE);
    await selectLines(engineer.page, FILE, 30, 41);
    await engineer.page.keyboard.press("ControlOrMeta+K");
    await engineer.page.keyboard.press("n");
    for (const [asked, said] of [
      ["What is in the way here?", TITLE],
      ["What will a user or the roadmap notice, and from when?", "Large notes open slowly from spring on"],
      ["What is it? Enter shares it.", ""],
    ] as const) {
      await untilAsked(engineer.page, asked);
      if (said !== "") await engineer.page.keyboard.insertText(said);
      await engineer.page.keyboard.press("Enter");
    }
    await pressDialogButton(engineer.page, "Share");
    await statusBarItem(engineer.page, "Sharing · Undo").waitFor();
    await statusBarItem(engineer.page, "Sharing · Undo").waitFor({ state: "hidden", timeout: 30_000 });
    await sync(engineer.page);
    await syncForTheFirstTime(pm.page);
    for (const one of [engineer, pm]) await atTheNote(one);
  });

  it("T2 both write before either syncs: both edits are there on both sides, and nobody's typing is touched", async () => {
    const { engineer, pm } = here();
    const [ours, theirs] = [await atTheNote(engineer), await atTheNote(pm)];
    for (const [panel, impact, cost] of [
      [ours, "Notes of over a thousand lines open slowly", "Half a day of waiting a week"],
      [theirs, "Support sees a blank page for large customers", ""],
    ] as const) {
      await control(panel, "edit.impact").click();
      await write(panel, "impact", impact);
      await control(panel, "impact").locator("textarea").press("ControlOrMeta+Enter");
      await panel.locator(".impact").filter({ hasText: impact }).waitFor();
      if (cost === "") continue;
      await control(panel, "edit.costOfDelay").click();
      await write(panel, "costOfDelay", cost);
      await control(panel, "costOfDelay").locator("textarea").press("ControlOrMeta+Enter");
    }
    // A sentence the PM has begun when the others' words arrive.
    await control(theirs, "ask.open").click();
    await write(theirs, "ask.text", "Help me understand why");
    await sync(engineer.page);
    await sync(pm.page);
    assert.equal(
      await control(theirs, "ask.text").locator("textarea").inputValue(),
      "Help me understand why",
    );
    await sync(engineer.page);
    for (const [panel, { page, name }] of [
      [ours, engineer],
      [theirs, pm],
    ] as const) {
      await panel.getByText("Half a day of waiting a week").first().waitFor({ timeout: 5_000 });
      const versions = panel.locator(".contested .version");
      await versions
        .filter({ hasText: "Notes of over a thousand lines open slowly" })
        .waitFor({ timeout: 5_000 });
      await versions.filter({ hasText: "Support sees a blank page for large customers" }).waitFor();
      await screenshot(page, `T2 two versions, ${name}`);
    }
  });

  it("T3 a person settles it, and both have the one that was picked", async () => {
    const { engineer, pm } = here();
    const [ours, theirs] = [await atTheNote(engineer), await atTheNote(pm)];
    await theirs
      .locator(".contested .version")
      .filter({ hasText: "Support sees a blank page" })
      .getByRole("button", { name: "Take this one" })
      .click();
    await theirs.locator(".contested").waitFor({ state: "hidden" });
    await sync(pm.page);
    await sync(engineer.page);
    await ours.locator(".contested").waitFor({ state: "hidden", timeout: 5_000 });
    await ours
      .locator(".impact")
      .filter({ hasText: "Support sees a blank page for large customers" })
      .waitFor();
    await screenshot(engineer.page, "T3 settled");
  });

  it("T4 neither repository was touched, but for the folder sightline in its git folder", async () => {
    for (const [one, before] of untouched)
      assert.deepEqual(await snapshotRepository(looked(one)), before, one.name);
    const branches = git(here().remote, "for-each-ref", "--format=%(refname)", "refs/heads").split("\n");
    assert.ok(branches.includes("refs/heads/sightline"), branches.join());
  });
});
