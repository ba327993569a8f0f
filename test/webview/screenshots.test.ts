import assert from "node:assert/strict";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import type { Route } from "../../src/protocol/route.ts";
import { chatbotPage, roadmapRows } from "../support/roadmap-fixtures.ts";
import { newWhyPage, whyPage, whyRow } from "../support/why-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";
import { THEMES } from "../support/fake-host.ts";
import type { PanelOptions, PanelPage } from "../support/fake-host.ts";
import {
  ann,
  barePage,
  contestedTitle,
  decidedPage,
  frame,
  manyRows,
  notePage,
} from "../support/panel-fixtures.ts";

const folder = path.join(projectRoot, "out/screenshots/webview");
const WIDTHS = { wide: 1120, medium: 700, narrow: 250 } as const;

type View = (options: PanelOptions) => Promise<PanelPage>;

describe("screenshots, to be looked at", () => {
  const panels = usePanels();
  const lead = frame({ role: "lead", me: ann });

  const roadmap =
    (show: Extract<Route, { section: "roadmap" }>["show"]): View =>
    (options) =>
      panels.panel({
        ...options,
        views: [
          { view: "roadmap", repository: "shop", milestones: [...roadmapRows], briefs: [whyRow] },
          chatbotPage(),
          whyPage(),
          newWhyPage(),
        ],
        state: { route: { section: "roadmap", show } },
      });
  const views: Record<string, View> = {
    roadmap: roadmap({ view: "roadmap" }),
    date: roadmap({ view: "milestone", id: chatbotPage().id }),
    why: roadmap({ view: "brief", id: whyRow.id }),
    writing: roadmap({ view: "newBrief" }),
    now: (options) => panels.panel(options),
    first: (options) =>
      panels.panel({ ...options, state: { now: [], notes: [], frame: frame({ role: null, noteCount: 0 }) } }),
    list: (options) =>
      panels.panel({
        ...options,
        state: { route: { section: "notes" }, notes: manyRows(500), frame: frame({ noteCount: 500 }) },
      }),
    note: (options) => panels.note(notePage(), options),
    decided: (options) => panels.note(decidedPage({ contested: [contestedTitle] }), options),
    composing: async (options) => {
      const panel = await panels.note(barePage({ impact: "Nobody can pay after June." }), {
        ...options,
        state: { frame: lead },
      });
      await panel.box("compose.0.title").fill("Rewrite the adapter");
      await panel.box("compose.0.implications").fill("Nothing changes for users.");
      await panel.box("compose.0.effort").fill("2-3 weeks");
      await panel.box("compose.1.effort").fill("2 months");
      return panel;
    },
    asking: async (options) => {
      const panel = await panels.note(notePage(), options);
      await panel.at("ask.open").click();
      return panel;
    },
    deciding: async (options) => {
      const panel = await panels.note(notePage(), options);
      await panel.at("decide.open").click();
      await panel.page.getByRole("radio", { name: "B:" }).click();
      return panel;
    },
  };

  for (const theme of THEMES) {
    it(`of every view, wide, medium and narrow, in ${theme}`, async function () {
      this.timeout(300_000);
      mkdirSync(path.join(folder, theme), { recursive: true });
      for (const [name, open] of Object.entries(views)) {
        for (const [breadth, width] of Object.entries(WIDTHS)) {
          const panel = await open({ theme, width, height: 1000 });
          await panel.settled();
          const file = path.join(folder, theme, `${name}-${breadth}.png`);
          await panel.page.screenshot({ path: file });
          assert.ok(statSync(file).size > 2_000, `${file} shows something`);
          await panels.finish(panel);
        }
      }
    });
  }
});
