import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { until } from "../until.ts";
import { clickRow, openQuickInput, quickInput } from "./quick-input.ts";

/** The group of editors whose front tab is `file` (a name without folder). */
const group = (page: Page, file: string): Locator =>
  page
    .locator(".editor-group-container")
    .filter({ has: page.locator(`.tab.active[data-resource-name=${JSON.stringify(path.basename(file))}]`) })
    .first();

/** Opens a file by its path inside the folder, and waits until its text is there. */
export const openFile = async (page: Page, file: string): Promise<void> => {
  await openQuickInput(page, "ControlOrMeta+P");
  await clickRow(page, file, path.basename(file));
  await group(page, file).locator(".monaco-editor .view-line").first().waitFor({ timeout: 30_000 });
};

/** Brings the tab of an open file to the front with the focus in its text, also when a webview has it. */
export const focusFile = async (page: Page, file: string): Promise<void> => {
  await page
    .locator(`.tab[data-resource-name=${JSON.stringify(path.basename(file))}]`)
    .first()
    .click({ timeout: 20_000 });
  await group(page, file).locator(".monaco-editor .view-line").first().waitFor({ timeout: 20_000 });
};

/** Puts the cursor at the start of a line, from 1, of an open file. */
export const goToLine = async (page: Page, file: string, line: number): Promise<void> => {
  await focusFile(page, file);
  await openQuickInput(page, "F1");
  await quickInput(page).fill(`:${line}`);
  const row = page.locator(".quick-input-list .monaco-list-row").getByText(`Go to line ${line}`);
  await row.first().waitFor({ timeout: 10_000 });
  await quickInput(page).press("Enter");
  await quickInput(page).waitFor({ state: "hidden", timeout: 10_000 });
  await untilCursorAt(page, line);
};

/** The cursor's line is known from the status bar only, which says "Ln 3, Col 1 (40 selected)". */
const untilCursorAt = (page: Page, line: number): Promise<boolean> =>
  until(`the cursor in line ${line}`, async () => {
    const texts = await page.locator(".statusbar-item-label").allInnerTexts();
    return texts.some((text) => text.startsWith(`Ln ${line}, `));
  });

/** Selects whole lines of an open file, from 1, both included. The cursor and the focus are at the end of the last one afterwards. */
export const selectLines = async (page: Page, file: string, first: number, last: number): Promise<void> => {
  await goToLine(page, file, first);
  await page.keyboard.press("Home");
  for (let line = first; line < last; line += 1) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+End");
  await untilCursorAt(page, last);
};

/** Types text at the cursor, exactly as given (machines for tests add no brackets). The focus must be in the editor. */
export const insertText = (page: Page, text: string): Promise<void> => page.keyboard.insertText(text);

/** Saves the changed file in front, and waits until its tab says so. */
export const saveFile = async (page: Page, file: string): Promise<void> => {
  const changed = page.locator(
    `.tab.active.dirty[data-resource-name=${JSON.stringify(path.basename(file))}]`,
  );
  await changed.waitFor({ state: "attached", timeout: 20_000 });
  await page.keyboard.press("ControlOrMeta+S");
  await changed.waitFor({ state: "detached", timeout: 20_000 });
};

type Strip = { readonly x: number; readonly y: number; readonly height: number; readonly numberX: number };

/** Where a line of an open file is on screen, in pixels; the line must be in view. `x` is the left edge of its text, `numberX` within its number. */
const lineOnScreen = async (page: Page, file: string, line: number): Promise<Strip> => {
  const editor = group(page, file).locator(".monaco-editor").first();
  const number = editor.locator(".margin .line-numbers").getByText(String(line), { exact: true }).first();
  const [at, text] = [
    await number.boundingBox({ timeout: 20_000 }),
    await editor.locator(".view-lines").first().boundingBox(),
  ];
  if (at === null || text === null) throw new Error(`line ${line} of ${file} is not in view`);
  return { x: text.x, y: at.y, height: at.height, numberX: at.x + at.width - 5 };
};

/** Points to click: in the text of a line that is in view, or on its number. */
export const pointInLine = async (
  page: Page,
  file: string,
  line: number,
): Promise<{ x: number; y: number }> => {
  const strip = await lineOnScreen(page, file, line);
  return { x: strip.x + 14, y: strip.y + strip.height / 2 };
};

export const pointOnLineNumber = async (
  page: Page,
  file: string,
  line: number,
): Promise<{ x: number; y: number }> => {
  const strip = await lineOnScreen(page, file, line);
  return { x: strip.numberX, y: strip.y + strip.height / 2 };
};

/** Rests the mouse on the text of a line until a hover shows, and gives the hover. */
export const hoverLine = async (page: Page, file: string, line: number): Promise<Locator> => {
  const strip = await lineOnScreen(page, file, line);
  const hover = page
    .locator(".monaco-hover.monaco-resizable-hover, .monaco-resizable-hover .monaco-hover")
    .first();
  await until(`a hover at line ${line} of ${file}`, async () => {
    // A hover opens after the mouse has moved and then rested; before its provider has registered it stays away.
    await page.mouse.move(strip.x + 2, strip.y - strip.height);
    const { x, y } = await pointInLine(page, file, line);
    await page.mouse.move(x, y, { steps: 3 });
    return hover.waitFor({ state: "visible", timeout: 1_500 }).then(
      () => true,
      () => false,
    );
  });
  return hover;
};

/** The marks (glyphs) in the gutter of a line that is in view: one picture address each, or the class names where there is none. */
export const gutterMarks = async (page: Page, file: string, line: number): Promise<string[]> => {
  const strip = await lineOnScreen(page, file, line);
  const marks = await group(page, file).locator(".monaco-editor .glyph-margin-widgets .cgmr").all();
  const seen: string[] = [];
  for (const mark of marks) {
    const box = await mark.boundingBox();
    if (box === null || Math.abs(box.y - strip.y) > strip.height / 2) continue;
    const picture = await mark.evaluate((element) => getComputedStyle(element).backgroundImage);
    seen.push(picture === "none" ? ((await mark.getAttribute("class")) ?? "") : picture);
  }
  return seen;
};
