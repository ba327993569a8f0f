import type { Page } from "playwright-core";
import { until } from "../until.ts";
import { clickRow, dismissInput, openQuickInput, quickInput, quickPickLabels } from "./quick-input.ts";

/** Runs a command by the title that the palette shows, such as "Sightline: Flag a Constraint". */
export const runCommand = async (page: Page, title: string, limit = 30_000): Promise<void> => {
  await openPalette(page, title);
  await clickRow(page, `>${title}`, title, limit);
  // What the command opens next must not be taken for the palette.
  await until("the palette to close", async () => {
    const input = quickInput(page);
    return !(await input.isVisible()) || (await input.inputValue()) !== `>${title}`;
  });
};

const ATTEMPTS = 4;

/** Types a title into the palette. A page of a webview that takes the focus at that moment closes it again: then it is opened anew. */
const openPalette = async (page: Page, title: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    await openQuickInput(page, "F1");
    try {
      await quickInput(page).fill(`>${title}`, { timeout: 3_000 });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
};

/**
 * The commands starting with `words` that the palette offers at this moment, which are fewer than are registered where `when` clauses hide
 * some.
 */
export const commandsOffered = async (page: Page, words: string): Promise<string[]> => {
  await openQuickInput(page, "F1");
  await quickInput(page).fill(`>${words}`);
  let before = "";
  const labels = await until("the palette to settle", async () => {
    const seen = await quickPickLabels(page);
    const same = seen.length > 0 && seen.join() === before;
    before = seen.join();
    await page.waitForTimeout(200); // the list is filtered a moment after the typing, and nothing tells when it is done
    return same && seen;
  });
  await dismissInput(page);
  return labels.filter((label) => label.startsWith(words));
};
