import type { Locator, Page } from "playwright-core";

/** A notification on screen by a part of its text. */
export const notification = (page: Page, text: string | RegExp): Locator =>
  page.locator(".notifications-toasts .notification-toast").filter({ hasText: text }).first();

/** Presses a button of a notification. */
export const pressNotificationButton = async (
  page: Page,
  text: string | RegExp,
  label: string,
): Promise<void> => {
  await notification(page, text).getByRole("button", { name: label, exact: true }).click({ timeout: 30_000 });
};

/** The texts of the notifications on screen. */
export const notificationTexts = (page: Page): Promise<string[]> =>
  page.locator(".notifications-toasts .notification-list-item-message").allInnerTexts();
