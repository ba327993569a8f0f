import type { Page } from "playwright-core";
import { pressDialogButton, readDialog } from "../vscode/dialog.ts";
import type { DialogWords } from "../vscode/dialog.ts";
import { runCommand } from "../vscode/palette.ts";
import { statusBarItem } from "../vscode/status-bar.ts";

/** What has to be on the screen within so many seconds of a sync: looked for as soon as the status bar says that it is done. */
type Seen = () => Promise<unknown>;

/** Syncs by hand and waits until the status bar says so. */
export async function sync(page: Page, seen?: Seen): Promise<void> {
  await runCommand(page, "Sightline: Sync");
  await untilSynced(page, seen);
}

/** The first sync of a clone, which asks. Gives what it said. */
export async function syncForTheFirstTime(page: Page, seen?: Seen): Promise<DialogWords> {
  await runCommand(page, "Sightline: Sync");
  const words = await readDialog(page);
  await pressDialogButton(page, "Share");
  await untilSynced(page, seen);
  return words;
}

async function untilSynced(page: Page, seen: Seen | undefined): Promise<void> {
  await statusBarItem(page, "Synced").waitFor({ timeout: 20_000 });
  await seen?.();
  // The word goes away by itself: the next sync must not be taken for this one.
  await statusBarItem(page, "Synced").waitFor({ state: "hidden", timeout: 20_000 });
}
