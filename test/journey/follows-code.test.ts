import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import { linesOf, onEdited, onMain, onMoved, onOlder, withNames } from "../support/followed/notes.ts";
import type { Expectation } from "../support/followed/notes.ts";
import { openNote, openPanel } from "../support/journey/panel.ts";
import { followedWindow } from "../support/journey/followed-window.ts";
import type { FollowedWindow } from "../support/journey/followed-window.ts";
import { until } from "../support/until.ts";
import { focusFile, gutterMarks, hoverLine, openFile } from "../support/vscode/editor.ts";
import { runCommand } from "../support/vscode/palette.ts";
import { answerPick } from "../support/vscode/quick-input.ts";
import { screenshot, screenshotsOnFailure } from "../support/vscode/screenshot.ts";
import { openSideBar, treeRow } from "../support/vscode/side-bar.ts";
import { statusBarItem } from "../support/vscode/status-bar.ts";

const NOTES = [
  "the total",
  "the loop of the refund",
  "the tax",
  "the cache",
  "the query in a loop",
  "returns",
];

describe("notes follow the code, in a window", () => {
  let window: FollowedWindow | undefined;
  screenshotsOnFailure(() => [window?.seat]);
  const here = (): FollowedWindow => {
    if (window === undefined) throw new Error("no window is open");
    return window;
  };

  before("somebody sits down", async () => {
    window = await followedWindow(...NOTES);
    await statusBarItem(window.page, "Sightline").waitFor({ timeout: 30_000 });
    await openSideBar(window.page, "Sightline");
    await treeRow(window.page, "the total", "Notes").waitFor({ timeout: 30_000 });
  });
  after(async () => window?.close());

  /** Waits until the marks beside the text of a file in front are at the first lines of its notes, and nowhere else among them. */
  const marked = async (file: string, expectation: Expectation): Promise<void> => {
    const text = await here().read(file);
    for (const note of NOTES) {
      const spot = expectation[note] ?? "gone";
      const lines = spot === "gone" || spot[0] !== file ? undefined : linesOf(spot, text);
      if (lines === undefined) continue;
      await until(
        `the mark of "${note}" at line ${lines.startLine} of ${file}`,
        // A line that is being drawn anew is not in view for a moment.
        () =>
          gutterMarks(here().page, file, lines.startLine).then(
            (marks) => marks.length > 0,
            () => false,
          ),
        20_000,
      );
    }
    await treeRow(here().page, "In this file", "Notes").waitFor({ timeout: 20_000 });
  };

  it("F1 where they were made", async () => {
    const { page } = here();
    await openFile(page, "server/cart.ts");
    await marked("server/cart.ts", onMain);
    await screenshot(page, "F1 on main");
  });

  it("F2 on a branch where it was edited: what changed is said, and shown then and now", async () => {
    const { page, git } = here();
    git("checkout", "--quiet", "edited");
    await page.getByText("giftWrap").first().waitFor({ timeout: 20_000 });
    await marked("server/cart.ts", onEdited);
    await screenshot(page, "F2 edited");
    await openFile(page, "server/prices.ts");
    await marked("server/prices.ts", onEdited);
    const hover = await hoverLine(page, "server/prices.ts", 7);
    await hover.getByText("The code here has changed").waitFor();
    await until("the hover to stand", () =>
      hover.evaluate((element) => getComputedStyle(element).opacity === "1"),
    );
    await screenshot(page, "F2 changed");
    await hover.getByText("Then and now").click();
    await page.getByText("when it was flagged ↔ now").first().waitFor({ timeout: 20_000 });
    await until("both sides", async () => {
      const texts = await page.locator(".monaco-diff-editor .view-lines").allInnerTexts();
      return texts.join().includes("300") && texts.join().includes("900");
    });
    await screenshot(page, "F2 then and now");
    await runCommand(page, "View: Close All Editors");
  });

  it("F3 on a branch where it is in another file", async () => {
    const { page, git } = here();
    git("checkout", "--quiet", "moved");
    await openFile(page, "server/tax.ts");
    await marked("server/tax.ts", onMoved);
    await screenshot(page, "F3 moved");
    await openFile(page, "server/cart.ts");
    await marked("server/cart.ts", onMoved);
    await screenshot(page, "F3 where it was");
  });

  it("F4 in a folder that was renamed", async () => {
    const { page, git, folder } = here();
    git("checkout", "--quiet", "main");
    await runCommand(page, "View: Close All Editors");
    renameSync(path.join(folder, "server"), path.join(folder, "backend"));
    // Not by its name: VS Code would offer the old one first, which was open before.
    await runCommand(page, "Sightline: Show in Code");
    await answerPick(page, "Which note?", "the total");
    await page.locator(".breadcrumbs-control").getByText("backend").waitFor({ timeout: 20_000 });
    await marked("backend/cart.ts", withNames(onMain, { server: "backend" }));
    await screenshot(page, "F4 renamed folder");
  });

  it("F5 after a formatter", async () => {
    const { page, folder } = here();
    const prettier = path.join(projectRoot, "node_modules/prettier/bin/prettier.cjs");
    execFileSync(process.execPath, [prettier, "--write", "--log-level", "warn", "backend", "site"], {
      cwd: folder,
    });
    await focusFile(page, "cart.ts");
    await page.getByText("./prices").first().waitFor();
    await marked("backend/cart.ts", withNames(onMain, { server: "backend" }));
    await screenshot(page, "F5 formatted");
  });

  it("F6 after a reset to what is older: of code that only other branches have, the note says so", async () => {
    const { page, git } = here();
    await runCommand(page, "View: Close All Editors");
    git("reset", "--quiet", "--hard", "older");
    git("clean", "--quiet", "--force", "-d");
    // Not by its name: VS Code would offer the one that was open before, although it is gone.
    await runCommand(page, "Sightline: Show in Code");
    await answerPick(page, "Which note?", "the total");
    await page.locator(".breadcrumbs-control").getByText("server").waitFor({ timeout: 20_000 });
    await marked("server/cart.ts", onOlder);
    await treeRow(page, "Lost their code", "Notes").waitFor({ state: "hidden", timeout: 20_000 });
    await screenshot(page, "F6 reset");
    const panel = await openPanel(page);
    await openNote(panel, "the cache");
    await panel.getByText("1 place in the code").click();
    const where = panel.getByText("The code is not on this branch.").first();
    await where.waitFor({ timeout: 20_000 });
    await where.scrollIntoViewIfNeeded();
    await screenshot(page, "F6 elsewhere");
  });
});
