import type { Page } from "playwright-core";
import type { Machine } from "./machine.ts";

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
