import type { Locator, Page } from "playwright-core";

/** The status bar item whose text matches; wait for it to know that an extension has started. */
export const statusBarItem = (page: Page, text: string | RegExp): Locator =>
  page.locator(".part.statusbar .statusbar-item").filter({ hasText: text }).first();

/** The texts of all status bar items, from left to right. */
export const statusBarTexts = async (page: Page): Promise<string[]> => {
  const texts = await page.locator(".part.statusbar .statusbar-item-label").allInnerTexts();
  return texts.map((text) => text.trim()).filter((text) => text !== "");
};

/** What VS Code shows while the mouse rests on the item. */
export const statusBarTooltip = async (page: Page, text: string | RegExp): Promise<string> => {
  await statusBarItem(page, text).hover();
  const hover = page.locator(".workbench-hover .hover-contents").first();
  await hover.waitFor({ timeout: 20_000 });
  return hover.innerText();
};
