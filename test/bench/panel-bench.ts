import { stat } from "node:fs/promises";
import path from "node:path";
import { buildPackage } from "../../scripts/build-package.ts";
import { projectRoot } from "../../scripts/project.ts";
import { opened, saved } from "../support/app-world.ts";
import { PanelStage } from "../support/fake-host.ts";
import { frame, manyRows, nowRow } from "../support/panel-fixtures.ts";
import { hostedPage } from "../support/host/hosted-page.ts";
import { settled } from "../support/fake-time.ts";
import { MOST_NOW_ROWS } from "../../src/protocol/now-change.ts";
import { figure } from "./figure.ts";
import type { Figure } from "./figure.ts";
import type { BenchOptions } from "./run.ts";

const NOTES = 10_000;
const KIB = 1024;

/** How heavy the panel is, and whether it keeps up with scrolling and typing among 10,000 notes. */
export async function benchPanel({ say }: BenchOptions): Promise<readonly Figure[]> {
  const built = await buildPackage();
  if (!built.ok) throw new Error(built.reason);
  const { size } = await stat(path.join(projectRoot, "dist/panel.js"));
  return [
    figure(
      "panel.bundle",
      size / KIB,
      500,
      1,
      "KiB of the page's script, minified, the toolkit's 285 included",
    ),
    await longestFrame(say),
    await largestMessage(),
  ];
}

/** Milliseconds between two frames while somebody scrolls through the list and types in the search box. */
async function longestFrame(say: BenchOptions["say"]): Promise<Figure> {
  const stage = await PanelStage.open();
  try {
    const { page } = await stage.panel({
      state: {
        route: { section: "notes" },
        notes: manyRows(NOTES),
        now: Array.from({ length: MOST_NOW_ROWS }, (_, at) => nowRow(`row ${at}`)),
        frame: frame({ noteCount: NOTES }),
      },
    });
    await page.locator(".note-row").first().waitFor();
    const longest: number[] = [];
    // The first round is the one in which the script is compiled.
    for (let round = 0; round < 4; round++) {
      await page.evaluate((current) => {
        const gaps: number[] = [];
        let last = performance.now();
        const step = (now: number) => {
          gaps.push(now - last);
          last = now;
          if ((globalThis as unknown as { round: number }).round === current) requestAnimationFrame(step);
        };
        Object.assign(globalThis, { gaps, round: current });
        requestAnimationFrame(step);
      }, round);
      await page.mouse.move(500, 500);
      for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, 700);
      await page.locator('[data-focus="search"] input').fill("");
      await page.locator('[data-focus="search"] input').pressSequentially("invoice", { delay: 60 });
      const gaps = await page.evaluate(() => (globalThis as unknown as { gaps: number[] }).gaps.splice(0));
      say(`  round ${round}: longest ${Math.max(...gaps).toFixed(1)} ms of ${gaps.length} frames`);
      if (round > 0) longest.push(Math.max(...gaps));
    }
    const value = longest.sort((one, other) => one - other)[1] ?? NaN;
    return figure(
      "panel.frame",
      value,
      50,
      longest.length,
      "ms, the longest frame while scrolling and typing, 10,000 notes",
    );
  } finally {
    await stage.close();
  }
}

/** KiB that go to the page when one of 10,000 notes changes while it is on screen. */
async function largestMessage(): Promise<Figure> {
  const { ask, session, messages } = await hostedPage();
  await session.setRole("lead");
  let note = "";
  for (let at = 0; at < NOTES; at++) note = await opened(session, { title: `Note number ${at}` });
  await ask({ type: "ready" });
  await ask({ type: "watch", note });
  await settled();
  messages.length = 0;
  await saved(session, { type: "ask", note, text: "Help me understand what users would notice" });
  await settled();
  if (!messages.some(({ type }) => type === "note")) throw new Error("the page was not told of the change");
  const bytes = messages.reduce((sum, message) => sum + JSON.stringify(message).length, 0);
  return figure(
    "panel.message",
    bytes / KIB,
    64,
    1,
    "KiB to the page for a change of one note on screen, among 10,000",
  );
}
