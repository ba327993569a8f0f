import type { Locator, Page } from "playwright-core";

/**
 * The modal dialog on screen. Modal dialogs can only be tested through a window: inside the extension host, VS Code refuses to show any
 * while it runs tests.
 */
const dialog = (page: Page): Locator => page.locator(".monaco-dialog-box").first();

/** `buttons` from left to right: VS Code puts the first one at the right end on Linux. */
export type DialogWords = {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
};

/** Waits for a modal dialog and gives what it says. */
export const readDialog = async (page: Page, limit = 30_000): Promise<DialogWords> => {
  const box = dialog(page);
  await box.waitFor({ timeout: limit });
  const detail = box.locator(".dialog-message-detail");
  return {
    message: await box.locator(".dialog-message-text").innerText(),
    detail: (await detail.count()) > 0 ? await detail.first().innerText() : "",
    buttons: (await box.locator(".dialog-buttons .monaco-button").allInnerTexts()).map((text) => text.trim()),
  };
};

/** Presses a button of the modal dialog by its exact label, and waits until the dialog is gone. */
export const pressDialogButton = async (page: Page, label: string): Promise<void> => {
  const box = dialog(page);
  await box.waitFor({ timeout: 30_000 });
  await box.getByRole("button", { name: label, exact: true }).click({ timeout: 10_000 });
  await box.waitFor({ state: "hidden", timeout: 20_000 });
};
