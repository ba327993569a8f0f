import type { Locator, Page } from "playwright-core";
import { until } from "../until.ts";

type Target = Locator | { readonly x: number; readonly y: number };

const openMenu = async (page: Page, target: Target): Promise<Locator> => {
  if ("x" in target) await page.mouse.click(target.x, target.y, { button: "right" });
  else await target.click({ button: "right", timeout: 20_000 });
  const entries = page.locator(".monaco-menu .action-menu-item .action-label");
  await entries.first().waitFor({ timeout: 20_000 });
  return entries;
};

/** Right-clicks something on the page, or a point of it, and chooses an entry of the menu by its label. */
export const chooseFromMenu = async (page: Page, target: Target, label: string): Promise<void> => {
  const entries = await openMenu(page, target);
  const entry = entries.and(page.getByText(label, { exact: true })).first();
  // A menu that has just opened is deaf to the mouse for 0.1 s.
  await until("the menu to close", async () => {
    await entry.click({ timeout: 10_000 });
    return entry.waitFor({ state: "hidden", timeout: 500 }).then(
      () => true,
      () => false,
    );
  });
};

/** The labels of the menu that a right click opens; the menu is closed again. */
export const menuLabels = async (page: Page, target: Target): Promise<string[]> => {
  const labels = await (await openMenu(page, target)).allInnerTexts();
  await page.keyboard.press("Escape");
  return labels.map((label) => label.trim()).filter((label) => label !== "");
};
