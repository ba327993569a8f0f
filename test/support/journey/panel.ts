import type { FrameLocator, Locator, Page } from "playwright-core";
import { runCommand } from "../vscode/palette.ts";
import { webviewFrame } from "../vscode/webview.ts";

/** Opens the panel, or brings it to the front, and gives its document. */
export async function openPanel(page: Page): Promise<FrameLocator> {
  await runCommand(page, "Sightline: Open Panel");
  const panel = await webviewFrame(page, "Sightline");
  await panel.locator('[data-focus="section.now"]').waitFor({ timeout: 20_000 });
  return panel;
}

/** What a person presses, by the name under which the page finds its own focus again. */
export const control = (panel: FrameLocator, focus: string): Locator =>
  panel.locator(`[data-focus="${focus}"]`).first();

/** Types into a box of the panel as a person does: click, then the text. */
export async function write(panel: FrameLocator, focus: string, text: string): Promise<void> {
  const box = control(panel, focus).locator("textarea, input").first();
  await box.click();
  await box.fill(text);
}

/** Goes to a note of the panel through the list. */
export async function openNote(panel: FrameLocator, title: string): Promise<void> {
  await control(panel, "section.notes").click();
  await panel
    .getByRole("link", { name: title })
    .or(panel.getByText(title, { exact: true }))
    .first()
    .click();
  await panel.locator("#note-title").filter({ hasText: title }).waitFor();
}
