import assert from "node:assert/strict";
import type { PanelPage } from "./fake-host.ts";

/** Presses Tab until the focus is on a control. */
export async function tabTo(panel: PanelPage, key: string): Promise<void> {
  for (let step = 0; step < 150; step++) {
    if ((await panel.focusKey()) === key) return;
    await panel.page.keyboard.press("Tab");
  }
  assert.fail(`Tab never came to ${key}`);
}

/** Goes to a button or a link with Tab and presses Enter. */
export async function enter(panel: PanelPage, key: string): Promise<void> {
  await tabTo(panel, key);
  await panel.page.keyboard.press("Enter");
  await panel.settled();
}

/** Goes to a box with Tab and types. A day is typed as its parts, month first, as the browser of the tests has them. */
export async function type(panel: PanelPage, key: string, text: string): Promise<void> {
  await tabTo(panel, key);
  await panel.page.keyboard.type(text);
  await panel.settled();
}

/** Sends the form in which the focus is. */
export async function send(panel: PanelPage): Promise<void> {
  await panel.page.keyboard.press("Control+Enter");
}
