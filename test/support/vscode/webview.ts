import type { FrameLocator, Page } from "playwright-core";
import { until } from "../until.ts";

/**
 * The document inside a webview, by the title of its panel or view. A webview sits in two frames, at the top level of the page and not
 * inside the editor that it covers. Hidden webviews are there too.
 */
export const webviewFrame = async (page: Page, title: string, limit = 20_000): Promise<FrameLocator> =>
  until(
    `a webview titled "${title}"`,
    async () => {
      for (const outer of await page.locator("iframe.webview").all()) {
        const inner = outer.contentFrame().locator(`iframe#active-frame[title=${JSON.stringify(title)}]`);
        // The outer frame may go away while it is looked at.
        if ((await inner.count().catch(() => 0)) > 0) return inner.contentFrame();
      }
      return undefined;
    },
    limit,
  );
