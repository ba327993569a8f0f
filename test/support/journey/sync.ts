import type { Page } from "playwright-core";
import { pressDialogButton, readDialog } from "../vscode/dialog.ts";
import type { DialogWords } from "../vscode/dialog.ts";
import { runCommand } from "../vscode/palette.ts";
import { statusBarItem } from "../vscode/status-bar.ts";

/** Syncs by hand and waits until the status bar says so. */
export async function sync(page: Page): Promise<void> {
  await runCommand(page, "Sightline: Sync");
  await statusBarItem(page, "Synced").waitFor({ timeout: 20_000 });
  // The word goes away by itself: the next sync must not be taken for this one.
  await statusBarItem(page, "Synced").waitFor({ state: "hidden", timeout: 20_000 });
}

/** The first sync of a clone, which asks. Gives what it said. */
export async function syncForTheFirstTime(page: Page): Promise<DialogWords> {
  await runCommand(page, "Sightline: Sync");
  const words = await readDialog(page);
  await pressDialogButton(page, "Share");
  await statusBarItem(page, "Synced").waitFor({ timeout: 20_000 });
  await statusBarItem(page, "Synced").waitFor({ state: "hidden", timeout: 20_000 });
  return words;
}
