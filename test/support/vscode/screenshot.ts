import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { projectRoot } from "../../../scripts/project.ts";

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 100);

/** Takes a picture of the page into out/screenshots/, and gives its path. */
export const screenshot = async (page: Page, title: string): Promise<string> => {
  const file = path.join(projectRoot, "out/screenshots", `${fileName(title)}.png`);
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  return file;
};

/**
 * Takes a picture of every page when a test fails, and names them in its message. Call it once in a `describe`; `seats` gives what is open
 * at that moment.
 */
export const screenshotsOnFailure = (seats: () => readonly (BrowserContext | undefined)[]): void => {
  afterEach("pictures of what failed", async function () {
    const failed = this.currentTest;
    if (failed?.state !== "failed") return;
    const pages = seats().flatMap((seat) => seat?.pages() ?? []);
    const files: string[] = [];
    for (const [index, page] of pages.entries()) {
      const file = await screenshot(page, `failed ${index + 1} ${failed.fullTitle()}`).catch(() => undefined);
      if (file !== undefined) files.push(path.relative(projectRoot, file));
    }
    if (failed.err !== undefined && files.length > 0)
      failed.err.stack = `${failed.err.stack ?? failed.err.message}\nPictures: ${files.join(", ")}`;
  });
};
