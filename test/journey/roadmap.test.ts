import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { daysAhead } from "../support/journey/days-ahead.ts";
import { knownLimits } from "../support/journey/known-limit.ts";
import { control, openNote, openPanel, write } from "../support/journey/panel.ts";
import { agreeToShare } from "../support/journey/sit-down.ts";
import { sync } from "../support/journey/sync.ts";
import { twoPeople } from "../support/journey/two-people.ts";
import type { Colleague, TwoPeople } from "../support/journey/two-people.ts";
import { until } from "../support/until.ts";
import { answerInput, quickInput, untilAsked } from "../support/vscode/quick-input.ts";
import { pressDialogButton } from "../support/vscode/dialog.ts";
import { openFile } from "../support/vscode/editor.ts";
import { runCommand } from "../support/vscode/palette.ts";
import { screenshot, screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { pictureInThemes } from "../support/vscode/theme.ts";
import { webviewFrame } from "../support/vscode/webview.ts";

const DATE = "Returns chatbot";
const LIMIT = "The carrier answers one question a second";
const CONCERNS = "It holds if the carrier answers in time";
const CAUSE = "The carrier lifts its limit two weeks later";
const WHY = "Whoever returns a parcel writes to support and waits two days.";

describe("the roadmap, in two windows on two clones", () => {
  let people: TwoPeople | undefined;
  screenshotsOnFailure(() => [people?.engineer.seat, people?.pm.seat]);
  const here = (): TwoPeople => people ?? assert.fail("nobody has sat down");

  before("two people sit down; an engineer has flagged a limit, with two ways out", async () => {
    people = await twoPeople({
      prepare: (folder) =>
        knownLimits(folder, [
          {
            file: "src/base/emitter.ts",
            lines: [3, 8],
            title: LIMIT,
            impact: "Customers wait up to a minute for an answer, on Mondays",
            options: [
              {
                fields: {
                  title: "Ask the carrier for more",
                  implications: "The chatbot answers at once",
                  effort: { low: 2, high: 3, unit: "weeks" },
                },
              },
              {
                fields: {
                  title: "Keep answers for an hour",
                  implications: "An answer may be an hour old",
                  effort: { low: 3, high: 5, unit: "days" },
                },
              },
            ],
          },
        ]),
    });
    await agreeToShare(people);
  });
  after(async () => people?.close());

  it("M1 the PM adds a date that was promised, and why it can't move", async () => {
    const { pm } = here();
    const panel = await openPanel(pm.page);
    await control(panel, "section.roadmap").click();
    await panel.getByText("No dates yet. Add what was promised, or import a CSV or calendar file.").waitFor();
    await screenshot(pm.page, "M1 no dates yet");
    await control(panel, "milestone").click();
    await write(panel, "milestone.title", DATE);
    await control(panel, "milestone.day").fill(daysAhead(60));
    await write(panel, "milestone.promisedTo", "support");
    await control(panel, "milestone.firmness").selectOption("Fixed");
    await control(panel, "milestone.submit").click();
    await control(panel, "section.roadmap").click();
    await panel.locator(".date-line").filter({ hasText: DATE }).click();
    await panel.locator("#milestone-title").filter({ hasText: DATE }).waitFor();
    await control(panel, "whyThisDate.write").click();
    await write(panel, "editDate.whyThisDate", "The advertisement is booked");
    await control(panel, "editDate.submit").click();
    await panel.locator(".impact").getByText("The advertisement is booked").waitFor();
    await sync(pm.page);
  });

  it("M2 engineering is asked in Now, says which limit threatens it, and agrees with concerns", async () => {
    const { engineer } = here();
    const panel = await openPanel(engineer.page);
    const row = panel.locator(".now-row").filter({ hasText: DATE }).first();
    await sync(engineer.page, () => row.waitFor({ timeout: 5_000 }));
    await pictureInThemes(engineer.machine, engineer.page, "M2 engineering is asked");
    await openNote(panel, LIMIT);
    await control(panel, "threaten.open").click();
    await control(panel, "threaten.submit").click();
    await panel.getByRole("link", { name: DATE }).first().click();
    await panel.locator("#milestone-title").filter({ hasText: DATE }).waitFor();
    await panel.getByRole("button", { name: "We agree, with concerns …" }).click();
    await write(panel, "agree.text", CONCERNS);
    await control(panel, "agree.submit").click();
    await panel.locator(".agreement-word").filter({ hasText: "Agreed, with concerns" }).waitFor();
    await sync(engineer.page);
  });

  it("M3 the PM decides the way out, and writes why the date is there", async () => {
    const { pm } = here();
    const panel = await webviewFrame(pm.page, "Sightline");
    await sync(pm.page, () => panel.getByText(CONCERNS).waitFor({ timeout: 5_000 }));
    await openNote(panel, LIMIT);
    await control(panel, "decide.open").click();
    await panel.getByRole("radio", { name: /^B: / }).click();
    await write(panel, "decide.because", "An hour is young enough for a parcel");
    await panel.getByRole("button", { name: "Decide for B" }).click();
    await panel.locator(".decision").waitFor();
    await panel.getByRole("link", { name: DATE }).first().click();
    await control(panel, "why.write").click();
    await panel.getByRole("heading", { name: "Write the why" }).waitFor();
    await write(panel, "why.text", WHY);
    await control(panel, "why.submit").click();
    await panel.locator(".why-text").getByText(WHY).waitFor();
  });

  it("M4 says what the date touches before it is moved with its cause, and asks engineering again", async () => {
    const { pm } = here();
    const panel = await webviewFrame(pm.page, "Sightline");
    await control(panel, "why.milestone").click();
    await control(panel, "moveDate.open").click();
    const touched = await panel.locator(".before-moving").innerText();
    assert.equal(
      touched.replaceAll(/[\u2066-\u2069]/g, ""),
      "Promised to support. Engineering agreed to the old date, with concerns. It touches 1 decision and 1 why.",
    );
    await control(panel, "moveDate.to").fill(daysAhead(74));
    await write(panel, "moveDate.because", CAUSE);
    await panel.getByRole("checkbox", { name: LIMIT }).click();
    await pictureInThemes(pm.machine, pm.page, "M4 before it is moved");
    await control(panel, "moveDate.submit").click();
    await panel.locator(".agreement-word").filter({ hasText: "Not asked" }).waitFor();
    await panel.getByText(CAUSE).first().waitFor();
    await screenshot(pm.page, "M4 moved");
    await sync(pm.page);
  });

  it("M5 engineering agrees to the new date in the other window", async () => {
    const { engineer, pm } = here();
    const panel = await openPanel(engineer.page);
    await control(panel, "section.now").click();
    const row = panel
      .locator(".now-row")
      .filter({ hasText: DATE })
      .filter({ hasText: "Can engineering agree?" });
    await sync(engineer.page, () => row.waitFor({ timeout: 5_000 }));
    await row.getByRole("link").first().click();
    await panel.getByText(CAUSE).first().waitFor();
    await panel.getByRole("button", { name: "We agree", exact: true }).click();
    await panel
      .locator(".agreement-word")
      .filter({ hasText: /^Agreed$/ })
      .waitFor();
    await sync(engineer.page);
    const others = await webviewFrame(pm.page, "Sightline");
    const agreed = others.locator(".agreement-word").filter({ hasText: /^Agreed$/ });
    await sync(pm.page, () => agreed.waitFor({ timeout: 5_000 }));
  });

  it("M6 the picture, its sentence and its table say the same", async () => {
    const { pm } = here();
    const panel = await webviewFrame(pm.page, "Sightline");
    await control(panel, "section.roadmap").click();
    const line = panel.locator(".date-line").filter({ hasText: DATE });
    await line.waitFor();
    const sentence = (await line.locator(".unseen").first().innerText()).replaceAll(/[\u2066-\u2069]/g, "");
    assert.match(sentence, /^Returns chatbot, fixed, .*, promised to support\. Moved once by 2 weeks/i);
    assert.match(sentence, /One note threatens it|1 note threatens it/);
    await pictureInThemes(pm.machine, pm.page, "M6 the picture");
    await control(panel, "roadmap.asTable").click();
    const row = panel.getByRole("row").filter({ hasText: DATE });
    for (const said of ["support", "Fixed", CAUSE, "1 note", "Agreed"])
      await row.getByText(said).first().waitFor();
    await pictureInThemes(pm.machine, pm.page, "M6 the table");
  });

  it("M7 the dates go out as a table and as a calendar", async () => {
    const { pm } = here();
    const exported = async (name: string): Promise<string> => {
      const file = path.join(pm.folder, name);
      await saveAs(pm, file);
      return until(`${name} on disk`, () => readFile(file, "utf8").catch(() => undefined));
    };
    const csv = await exported("dates.csv");
    assert.match(csv, new RegExp(`"${DATE}","${daysAhead(74)}","support"`));
    const ics = await exported("dates.ics");
    assert.match(ics, new RegExp(`DTSTART;VALUE=DATE:${daysAhead(74).replaceAll("-", "")}`));
    assert.match(ics, new RegExp(`SUMMARY:${DATE}`));
  });

  it("M8 a table that is kept elsewhere moves the date, with its cause, after showing what it would do", async () => {
    const { pm } = here();
    const file = path.join(pm.folder, "dates.csv");
    await writeFile(file, (await readFile(file, "utf8")).replace(daysAhead(74), daysAhead(88)));
    const panel = await webviewFrame(pm.page, "Sightline");
    await control(panel, "importDates").click();
    await nameFile(pm.page, file);
    await untilAsked(pm.page, "0 new, 1 moved, 0 changed, 0 as they are. Nothing is removed.");
    await pictureInThemes(pm.machine, pm.page, "M8 what it would do");
    await pm.page.keyboard.press("Enter");
    await answerInput(pm.page, "because …", "The printer comes later");
    await panel.getByRole("row").filter({ hasText: "The printer comes later" }).waitFor();
  });

  it("M9 a link opens the date, over the file that covers the panel", async () => {
    const { engineer, pm } = here();
    await sync(pm.page);
    await sync(engineer.page);
    const [id] = /[0-9a-f]{64}/.exec(await readFile(path.join(pm.folder, "dates.csv"), "utf8")) ?? [];
    await openFile(engineer.page, "src/base/emitter.ts");
    await runCommand(engineer.page, "Open URL");
    await untilAsked(engineer.page, "URL");
    await quickInput(engineer.page).fill(`vscode://sightline.sightline/date/${id}`);
    await quickInput(engineer.page).press("Enter");
    await pressDialogButton(engineer.page, "Open");
    const panel = await webviewFrame(engineer.page, "Sightline");
    await panel.locator("#milestone-title").filter({ hasText: DATE }).waitFor();
    await panel.getByText("The printer comes later").first().waitFor();
    await screenshot(engineer.page, "M9 opened by a link");
  });

  /** Presses *Export dates…* and names the file in VS Code's own box. */
  async function saveAs({ page }: Colleague, file: string): Promise<void> {
    const panel = await webviewFrame(page, "Sightline");
    await control(panel, "exportDates").click();
    await nameFile(page, file);
  }

  /**
   * Names a file in VS Code's own box, which lists its folder first and writes it over what was typed meanwhile, and does nothing at an Enter
   * that comes before it has looked the name up.
   */
  async function nameFile(page: Page, file: string): Promise<void> {
    const input = quickInput(page);
    // Another question may stand in its place: that one does not begin with a path.
    const named = async () => {
      const value = (await input.isVisible())
        ? await input.inputValue({ timeout: 1_000 }).catch(() => "")
        : "";
      return value.startsWith("/") ? value : undefined;
    };
    await until("the box for the file", named);
    await until("the box to take the file", async () => {
      const value = await named();
      if (value === undefined) return true;
      if (value !== file) {
        await input.fill(file);
        await page.waitForTimeout(500);
        return undefined;
      }
      await page.keyboard.press("Enter");
      // Time for it to go: a second Enter would answer the question that comes next.
      for (let tenths = 0; tenths < 20; tenths++) {
        if ((await named()) !== file) return undefined;
        await page.waitForTimeout(100);
      }
      return undefined;
    });
  }
});
