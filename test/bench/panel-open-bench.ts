import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { buildPackage } from "../../scripts/build-package.ts";
import { launchBrowser } from "../support/browser.ts";
import { until } from "../support/until.ts";
import { startMachine } from "../support/vscode/machine.ts";
import { runCommand } from "../support/vscode/palette.ts";
import { statusBarItem } from "../support/vscode/status-bar.ts";
import { openWindow, takeSeat } from "../support/vscode/window.ts";
import { figure, inTurn } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { filledWorld, synced } from "./record/filled-world.ts";
import type { BenchOptions } from "./run.ts";

const NOTES = 10_000;
const RUNS = 7;
const EMPTY = "Open the empty page";

/** A status bar item that opens a webview with one script in it. */
const emptyExtension = `
const vscode = require("vscode");
exports.activate = (context) => {
  const item = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left);
  item.text = ${JSON.stringify(EMPTY)};
  item.command = "sightline-empty.open";
  item.show();
  context.subscriptions.push(item, vscode.commands.registerCommand("sightline-empty.open", () => {
    const view = vscode.window.createWebviewPanel("sightline-empty", "Empty", vscode.ViewColumn.Active, { enableScripts: true });
    view.webview.html = '<!DOCTYPE html><body><script>document.body.innerHTML = "<p class=now-row>Here</p>";</script></body>';
  }));
};
`;

/**
 * `panel.open`: from a click on the status bar item until *Now* stands with its rows, in a real VS Code with 10,000 notes on record, against
 * a webview with a paragraph in it.
 */
export async function benchPanelOpen({ say }: BenchOptions): Promise<readonly Figure[]> {
  const built = await buildPackage();
  if (!built.ok) throw new Error(built.reason);
  const { world } = await filledWorld(NOTES);
  const own = await mkdtemp(path.join(tmpdir(), "sightline-panel-open-"));
  const browser = await launchBrowser();
  try {
    await synced(world.ann.store());
    await mkdir(path.join(own, "empty"));
    await writeFile(path.join(own, "empty/main.js"), emptyExtension);
    await writeFile(path.join(own, "empty/package.json"), JSON.stringify(manifest));
    const machine = await startMachine({ name: "panel-open", folder: world.ann.folder });
    try {
      const seat = await takeSeat(browser);
      await seat.addInitScript("globalThis.__name = (named) => named;");
      await seat.addInitScript(mark);
      const page = await openWindow(seat, machine, { developing: [path.join(own, "empty")] });
      // The record has been read when it says what waits.
      const ours = statusBarItem(page, /^Sightline \d/);
      await ours.waitFor({ timeout: 120_000 });
      const empty = statusBarItem(page, EMPTY);
      await empty.waitFor();
      const measured = await inTurn(
        RUNS,
        () => opening(page, ours),
        () => opening(page, empty),
      );
      say(`  ours ${measured.ours.toFixed(0)} ms, an empty webview ${measured.floor.toFixed(0)} ms`);
      return [
        figure(
          "panel.open",
          measured.ratio,
          1.5,
          RUNS,
          `the panel from the click until *Now* stands, ${NOTES} notes, against an empty webview in the same VS Code`,
        ),
      ];
    } finally {
      await machine.stop();
    }
  } finally {
    await browser.close();
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
    await world.close();
  }
}

const manifest = {
  name: "empty",
  publisher: "sightline",
  version: "0.0.1",
  engines: { vscode: "^1.100.0" },
  main: "./main.js",
  activationEvents: ["onStartupFinished"],
};

/** Milliseconds from the click until the page has drawn its first row, by the clock that all frames of a window share. */
async function opening(page: Page, item: Locator): Promise<number> {
  await item.click();
  const clicked = await page.evaluate(() => (globalThis as unknown as Marks).clicked);
  const drawn = await until("the page to stand", async () => {
    for (const frame of page.frames()) {
      const at = await frame.evaluate(() => (globalThis as unknown as Marks).drawn).catch(() => undefined);
      if (at !== undefined) return at;
    }
    return undefined;
  });
  await runCommand(page, "View: Close All Editors");
  await page.locator("iframe.webview").first().waitFor({ state: "detached" });
  return drawn - clicked;
}

interface Marks {
  readonly clicked: number;
  readonly drawn: number | undefined;
}

/** Runs in every frame: says when something was clicked, and when the first row has been drawn. */
function mark(): void {
  addEventListener("mousedown", () => Object.assign(globalThis, { clicked: Date.now() }), true);
  // VS Code writes the page into a document that is there already, with which its animation frames would end. A timer lives on.
  const timer = setInterval(() => {
    if (document.querySelector(".now-row") === null) return;
    clearInterval(timer);
    requestAnimationFrame(() => Object.assign(globalThis, { drawn: Date.now() }));
  }, 4);
}
