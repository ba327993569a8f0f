import type { Locator, Page } from "playwright-core";

/** Shows a view container of the Activity Bar by its title; a second click would hide it, so it looks first. */
export const openSideBar = async (page: Page, title: string): Promise<void> => {
  const icon = page
    .locator(`.part.activitybar .action-item:has(a[aria-label^=${JSON.stringify(title)}])`)
    .first();
  await icon.waitFor({ timeout: 30_000 });
  if ((await icon.getAttribute("aria-selected")) !== "true") await icon.click();
  await page.locator(".part.sidebar .composite.title").waitFor({ timeout: 30_000 });
};

/** A view of the side bar by its title. */
export const sideBarView = (page: Page, title: string): Locator =>
  page
    .locator(".part.sidebar .pane")
    .filter({ has: page.locator(`.pane-header[aria-label^=${JSON.stringify(title)}]`) })
    .first();

/** A row of a tree by a part of its text, in any view or in the one with the title `view`. Clicking a row with children opens it. */
export const treeRow = (page: Page, text: string | RegExp, view?: string): Locator =>
  (view === undefined ? page.locator(".part.sidebar") : sideBarView(page, view))
    .locator(".monaco-list-row[role=treeitem]")
    .filter({ hasText: text })
    .first();

/** The texts of the rows on screen in a tree, from the top; a long tree shows only some. */
export const treeTexts = async (page: Page, view: string): Promise<string[]> => {
  const texts = await sideBarView(page, view).locator(".monaco-list-row[role=treeitem]").allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, " ").trim());
};
