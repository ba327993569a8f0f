import type { Browser, BrowserContext, Page } from "playwright-core";
import { windowAddress } from "../../../scripts/vscode/window-address.ts";
import type { Machine } from "./machine.ts";

export type SeatOptions = {
  /**
   * The display language, such as "fr". Only the extension is translated: its manifest, and what it says through `vscode.l10n`. VS Code's
   * own words stay English, as their translation comes from its marketplace.
   */
  readonly language?: string;
  /** In CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
};

/**
 * Where a person sits: what VS Code keeps in the browser (`globalState`, `workspaceState`) lives as long as this does, over several windows
 * and reloads. A new seat is a first run. Close it to close its windows.
 */
export const takeSeat = async (
  browser: Browser,
  { language = "en", size = { width: 1400, height: 900 } }: SeatOptions = {},
): Promise<BrowserContext> => {
  const seat = await browser.newContext({
    viewport: size,
    locale: language === "en" ? "en-GB" : language,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  if (language !== "en") {
    await seat.addInitScript(
      (chosen) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: chosen }),
      language,
    );
  }
  return seat;
};

export type WindowOptions = {
  /** Left out: the machine's folder. Null: an empty window. */
  readonly folder?: string | null;
  /** Folders of extensions under development to load, besides those installed. */
  readonly developing?: readonly string[];
  /** In milliseconds. */
  readonly limit?: number;
};

/**
 * Opens a VS Code window and waits until its frame stands. Extensions start a few seconds later, and nothing on screen says when: wait for
 * something of theirs, such as a status bar item.
 */
export const openWindow = async (
  seat: BrowserContext,
  machine: Machine,
  { folder = machine.folder ?? null, developing = [], limit = 60_000 }: WindowOptions = {},
): Promise<Page> => {
  const page = await seat.newPage();
  await page.goto(windowAddress(machine.server, folder, developing), {
    waitUntil: "domcontentloaded",
    timeout: limit,
  });
  await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: limit });
  return page;
};

/** Reloads a window as a person does: a new extension host starts, what is in the browser stays, secrets are gone. */
export const reloadWindow = async (page: Page, limit = 60_000): Promise<void> => {
  await page.reload({ waitUntil: "domcontentloaded", timeout: limit });
  await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: limit });
};
