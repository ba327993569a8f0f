import type { Browser } from "playwright-core";
import { startBrowser } from "../../scripts/browser/start-browser.ts";

/**
 * A headless Chromium-based browser, as found or fetched for this machine (see scripts/browser/start-browser.ts for the order, and for
 * SIGHTLINE_BROWSER). The caller closes it. Starting takes 0.2 to 1 s: start one for a file, and a context for a test.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const started = await startBrowser(() => undefined);
  if (!started.ok) throw new Error(`There is no browser to test with: ${started.reason.because}`);
  return started.value.browser;
};
