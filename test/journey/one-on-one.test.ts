import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { control, openPanel, write } from "../support/journey/panel.ts";
import { agreeToShare } from "../support/journey/sit-down.ts";
import { sync } from "../support/journey/sync.ts";
import { git, twoPeople } from "../support/journey/two-people.ts";
import type { TwoPeople } from "../support/journey/two-people.ts";
import { until } from "../support/until.ts";
import { runCommand } from "../support/vscode/palette.ts";
import { screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { statusBarItem } from "../support/vscode/status-bar.ts";
import { pictureInThemes } from "../support/vscode/theme.ts";
import { webviewFrame } from "../support/vscode/webview.ts";
import { reloadWindow } from "../support/vscode/window.ts";

// Put together here, so that the code under test, which is this project's own, does not hold them.
const PRIVATE = ["The vendor", "will not keep", "what was agreed"].join(" ");
const PUBLIC = "The search vendor is late";

describe("a 1:1, beside another window", () => {
  let people: TwoPeople | undefined;
  screenshotsOnFailure(() => [people?.engineer.seat, people?.pm.seat]);
  const here = (): TwoPeople => people ?? assert.fail("nobody has sat down");
  before("two people sit down", async () => {
    people = await twoPeople();
    await agreeToShare(people);
  });
  after(async () => people?.close());

  const open = async (page: Page): Promise<FrameLocator> => {
    await runCommand(page, "Sightline: Open 1:1");
    const panel = await webviewFrame(page, "Sightline");
    await panel.getByText("Private. Only on this machine, never shared.").waitFor({ timeout: 20_000 });
    return panel;
  };
  /** Files under Sightline's folder that hold the words, by their path in it. */
  const filesHolding = async (words: string): Promise<readonly string[]> => {
    const folder = path.join(here().engineer.folder, ".git/sightline");
    const found: string[] = [];
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && (await readFile(file)).includes(words)) found.push(path.relative(folder, file));
    }
    return found;
  };
  /** Everything git keeps of the record, here and on the remote, as text. */
  const objects = (): string => {
    const { engineer, remote } = here();
    const store = path.join(engineer.folder, ".git/sightline/store.git");
    return [
      git(store, "cat-file", "--batch-all-objects", "--batch"),
      git(remote, "log", "--patch", "sightline"),
    ].join("\n");
  };

  it("O1 is three questions over empty boxes, opened by its command though nothing is on record", async () => {
    const { engineer } = here();
    const panel = await open(engineer.page);
    await control(panel, "section.together").waitFor();
    for (const words of [
      "What's on your mind?",
      "What's getting in your way?",
      "What do you wish I understood better?",
    ])
      await panel.getByRole("heading", { name: words }).waitFor();
    await pictureInThemes(engineer.machine, engineer.page, "O1 empty");
  });

  it("O2 is on disk while it is typed, in a private file alone, and there again after a reload", async () => {
    const { page } = here().engineer;
    await write(await open(page), "mind", PRIVATE);
    const files = await until("the words on disk", async () => {
      const found = await filesHolding(PRIVATE);
      return found.length > 0 && found;
    });
    assert.equal(files.length, 1, files.join());
    assert.match(files[0] ?? "", /^private[\\/]one-on-one[\\/][0-9a-f]{64}\.json$/);
    await reloadWindow(page);
    await statusBarItem(page, "Sightline").waitFor({ timeout: 60_000 });
    const again = await open(page);
    await until("the words in the box", async () => {
      const box = control(again, "mind").locator("textarea").first();
      return (await box.inputValue()) === PRIVATE;
    });
  });

  it("O3 gives a line to the record in other words, after a preview; the other window sees those alone", async () => {
    const { engineer, pm } = here();
    const panel = await open(engineer.page);
    await control(panel, "line.note.mind.open").click();
    await write(panel, "line.note.mind.0", PUBLIC);
    const preview = panel.getByRole("note", { name: "What others will see" });
    await preview.getByText(PUBLIC).waitFor();
    await pictureInThemes(engineer.machine, engineer.page, "O3 what others will see");
    await control(panel, "line.note.mind.submit").click();
    await panel.locator("#note-title").filter({ hasText: PUBLIC }).waitFor();
    await sync(engineer.page);
    const others = await openPanel(pm.page);
    await control(others, "section.notes").click();
    await sync(pm.page, () => others.getByText(PUBLIC).first().waitFor({ timeout: 5_000 }));
    assert.equal(await others.getByText(PRIVATE).count(), 0);
    const kept = objects();
    assert.ok(kept.includes(PUBLIC), "this looks where nothing is");
    assert.ok(!kept.includes(PRIVATE), "what is private is in git");
    assert.equal((await filesHolding(PRIVATE)).length, 1, "what was not in the preview stays where it was");
  });

  it("O4 the other's 1:1 is empty", async () => {
    const { pm } = here();
    const panel = await open(pm.page);
    assert.equal(await control(panel, "mind").locator("textarea").first().inputValue(), "");
    assert.equal(await panel.getByText(/^Earlier ones/).count(), 0);
  });

  it("O5 is finished, stands below, and is deleted for good", async () => {
    const { engineer } = here();
    const panel = await open(engineer.page);
    await control(panel, "oneOnOne.finish").click();
    const earlier = panel.getByRole("button", { name: "Earlier ones (1)" });
    await earlier.click();
    await panel.locator('[data-focus^="fold.oneOnOne."]').last().click();
    await panel.getByText(PRIVATE).waitFor();
    await pictureInThemes(engineer.machine, engineer.page, "O5 an earlier one");
    await panel.getByRole("button", { name: /^Delete: / }).click();
    await panel.getByRole("button", { name: "Delete for good" }).click();
    await earlier.waitFor({ state: "detached" });
    assert.deepEqual(await filesHolding(PRIVATE), []);
  });
});
