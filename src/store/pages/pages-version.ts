import type { Page } from "../store.ts";

/** Raised whenever the same events would give other bytes. */
export const PAGES_VERSION = 3;

/** Where the branch says which version wrote its pages. */
export const PAGES_VERSION_PATH = "pages-version";

export const versionPage: Page = { path: PAGES_VERSION_PATH, text: `${PAGES_VERSION}\n` };

/**
 * Whether this version may write pages onto a tree that holds `text` at {@link PAGES_VERSION_PATH} (undefined: no such file). Pages of a
 * newer renderer are left alone: two versions would undo each other's at every push. The lines of the record are sent all the same.
 */
export function mayWritePages(text: string | undefined): boolean {
  const version = /^\d{1,9}$/.exec(text?.trim() ?? "")?.[0];
  return version === undefined || Number(version) <= PAGES_VERSION;
}
