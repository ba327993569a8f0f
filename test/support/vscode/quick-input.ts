import type { Locator, Page } from "playwright-core";
import { until } from "../until.ts";

const widget = (page: Page): Locator => page.locator(".quick-input-widget");

/** The text box of the quick input: the command palette, an input box or the filter of a quick pick. */
export const quickInput = (page: Page): Locator => widget(page).locator("input[type=text]").first();

const rows = (page: Page): Locator => widget(page).locator(".quick-input-list .monaco-list-row");

/** The labels of the rows on screen; a long list shows only some. */
export const quickPickLabels = (page: Page): Promise<string[]> =>
  rows(page).locator(".label-name").allInnerTexts();

/** What the quick input says about itself: its title, prompt, placeholder and error. */
export const quickInputWords = async (page: Page): Promise<string> => {
  if (!(await quickInput(page).isVisible())) return "";
  const texts = await widget(page).locator(".quick-input-title, .quick-input-message").allInnerTexts();
  return [...texts, (await quickInput(page).getAttribute("placeholder")) ?? ""].join("\n");
};

/**
 * Waits for the quick input that says `words` (in its title, prompt or placeholder). All quick inputs are one and the same element: without
 * this, an answer goes into the question before.
 */
export const untilAsked = async (page: Page, words: string, limit = 30_000): Promise<void> => {
  let seen = "";
  try {
    await until(
      "the question",
      async () => {
        seen = await quickInputWords(page);
        return seen.includes(words);
      },
      limit,
    );
  } catch {
    throw new Error(
      `nobody asked "${words}"; on screen is ${seen === "" ? "no question" : JSON.stringify(seen)}`,
    );
  }
};

/** Answers the input box that says `words`: types `text`, then Enter. */
export const answerInput = async (page: Page, words: string, text: string): Promise<void> => {
  await untilAsked(page, words);
  await quickInput(page).fill(text);
  await quickInput(page).press("Enter");
};

/**
 * Filters the quick pick on screen with `filter` and clicks the row whose label is exactly `label`. (Enter on a list that is still empty
 * does nothing, and on one that still loads takes the wrong row.)
 */
export const clickRow = async (page: Page, filter: string, label: string, limit = 30_000): Promise<void> => {
  await quickInput(page).fill(filter);
  const row = rows(page)
    .filter({ has: page.locator(".label-name").getByText(label, { exact: true }) })
    .first();
  try {
    await row.waitFor({ state: "visible", timeout: limit });
  } catch {
    const seen = await quickPickLabels(page);
    await page.keyboard.press("Escape");
    throw new Error(`the quick input has no row "${label}"; it shows ${JSON.stringify(seen)}`);
  }
  await row.click();
};

/** Answers the quick pick that says `words` with the row `label`. */
export const answerPick = async (page: Page, words: string, label: string): Promise<void> => {
  await untilAsked(page, words);
  await clickRow(page, label, label);
};

/** Leaves the quick input with Escape and waits until it is gone. */
export const dismissInput = async (page: Page): Promise<void> => {
  await page.keyboard.press("Escape");
  await quickInput(page).waitFor({ state: "hidden", timeout: 10_000 });
};

const ATTEMPTS = 5;

/**
 * Presses `key` until the quick input is there: a key pressed while the window still starts, or under a dialog, is lost, and some webviews
 * keep it to themselves.
 */
export const openQuickInput = async (page: Page, key: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press(key);
    try {
      await quickInput(page).waitFor({ state: "visible", timeout: 2_500 });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      // Puts the focus back into the workbench: an empty place in the status bar.
      await page
        .locator(".part.statusbar")
        .click({ position: { x: 600, y: 5 }, timeout: 1_000 })
        .catch(() => undefined);
    }
  }
};
