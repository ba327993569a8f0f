import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { startMachine } from "../support/vscode/machine.ts";
import type { Machine } from "../support/vscode/machine.ts";
import { commandsOffered } from "../support/vscode/palette.ts";
import { screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { statusBarItem } from "../support/vscode/status-bar.ts";
import { openWindow, takeSeat } from "../support/vscode/window.ts";

describe("the .vsix, installed from file into VS Code", () => {
  const own = mkdtempSync(path.join(tmpdir(), "sightline-installed-"));
  const folder = path.join(own, "folder");
  let browser: Browser | undefined;
  let machine: Machine | undefined;
  let seat: BrowserContext | undefined;
  screenshotsOnFailure(() => [seat]);

  const open = async (language = "en"): Promise<Page> => {
    assert.ok(browser && machine);
    seat = await takeSeat(browser, { language });
    return openWindow(seat, machine);
  };

  before(async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "notes.txt"), "no repository here\n");
    machine = await startMachine({ name: "installed", folder });
    browser = await launchBrowser();
  });

  afterEach(() => seat?.close());

  after(async () => {
    await browser?.close();
    await machine?.stop();
    await rm(own, { recursive: true, force: true });
  });

  it("starts by itself and offers its commands, also where there is no repository", async () => {
    const page = await open();
    await statusBarItem(page, "Sightline").waitFor({ timeout: 60_000 });
    const offered = await commandsOffered(page, "Sightline: Flag");
    assert.ok(offered.includes("Sightline: Flag a Constraint"), offered.join("\n"));
  });

  it("speaks French in a French VS Code", async () => {
    const page = await open("fr");
    await statusBarItem(page, "Sightline").waitFor({ timeout: 60_000 });
    const offered = await commandsOffered(page, "Sightline: Signaler");
    assert.ok(offered.includes("Sightline: Signaler une contrainte"), offered.join("\n"));
  });
});
