import type { Page } from "playwright-core";
import type { Machine } from "./machine.ts";
import { screenshot } from "./screenshot.ts";

/** The themes that every VS Code brings, and the class that its window then has. */
const themes = {
  "Default Dark Modern": "vs-dark",
  "Default Light Modern": "vs",
  "Default High Contrast": "hc-black",
  "Default High Contrast Light": "hc-light",
} as const;

export type Theme = keyof typeof themes;
export const themeNames = Object.keys(themes) as Theme[];

/** Changes the machine's theme, and waits until `page` shows it. */
export const setTheme = async (machine: Machine, page: Page, theme: Theme): Promise<void> => {
  await machine.changeSettings({ "workbench.colorTheme": theme });
  await page.locator(`.monaco-workbench.${themes[theme]}`).waitFor({ timeout: 30_000 });
};

/** Takes a picture of the page in a dark, a light and a high contrast theme; the dark one stays. */
export const pictureInThemes = async (machine: Machine, page: Page, title: string): Promise<void> => {
  for (const [theme, name] of [
    ["Default Light Modern", "light"],
    ["Default High Contrast", "high contrast"],
    ["Default Dark Modern", "dark"],
  ] as const) {
    await setTheme(machine, page, theme);
    await screenshot(page, `${title} ${name}`);
  }
};
