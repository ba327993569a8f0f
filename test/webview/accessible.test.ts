import assert from "node:assert/strict";
import { breaches } from "../support/axe-breaches.ts";
import { usePanels } from "../support/panel-suite.ts";
import { THEMES } from "../support/fake-host.ts";
import type { PanelOptions, PanelPage } from "../support/fake-host.ts";
import {
  ann,
  barePage,
  ben,
  contestedTitle,
  decidedPage,
  decision,
  frame,
  idOf,
  manyRows,
  notePage,
  place,
} from "../support/panel-fixtures.ts";

type View = (options: PanelOptions) => Promise<PanelPage>;

/** What opens on a page, and what is wrong with one; the pages themselves are looked at in every-page.test.ts. */
describe("axe finds nothing", () => {
  const panels = usePanels();
  const lead: PanelOptions["state"] = { frame: frame({ role: "lead", me: ann }) };
  const list: PanelOptions["state"] = {
    route: { section: "notes" },
    notes: manyRows(300),
    frame: frame({ noteCount: 300 }),
  };
  const opened =
    (key: string, open: View): View =>
    async (options) => {
      const panel = await open(options);
      await panel.at(key).click();
      await panel.settled();
      return panel;
    };
  const openedMore =
    (open: View): View =>
    async (options) => {
      const panel = await open(options);
      await panel.page
        .getByRole("button", { name: /More about th/ })
        .first()
        .click();
      await panel.settled();
      return panel;
    };
  const note: View = (options) => panels.note(notePage(), options);

  const views: Record<string, View> = {
    "list, nothing found": (options) => panels.panel({ ...options, state: { ...list, notes: [] } }),
    "closing a note": async (options) => {
      const panel = await opened("close.open", note)(options);
      await panel.page.getByRole("radio", { name: "Done" }).click();
      await panel.at("close.beforeItHurt").selectOption("Partly");
      await panel.settled();
      return panel;
    },
    "a note decided twice, with two versions": (options) =>
      panels.note(
        notePage({
          contested: [contestedTitle],
          unread: [{ id: idOf("x"), kind: "newer", why: "version 2" }],
          decisions: [decision("A", { by: ben }), decision("B")],
        }),
        options,
      ),
    "a bare note": (options) => panels.note(barePage(), options),
    places: opened("fold.places", (options) =>
      panels.note(notePage({ places: [place(), place({ id: idOf("2"), status: "orphaned" })] }), options),
    ),
    composing: openedMore((options) => panels.note(barePage(), { ...options, state: lead })),
    "changing an option": opened(`edit.option.${idOf("option A")}`, note),
    asking: opened("ask.open", note),
    deciding: async (options) => opened("decide.more", opened("decide.open", note))(options),
    "saying heard": opened("heard.open", note),
    closing: opened("close.open", note),
    "adding evidence": opened("evidence.open", note),
    "seeing it differently": opened(`differ.${idOf("decision B")}.open`, (options) =>
      panels.note(decidedPage(), options),
    ),
    "being asked for a name": async (options) => {
      const panel = await panels.note(notePage(), { ...options, state: { frame: frame({ me: null }) } });
      await panel.at("heard.now").click();
      await panel.settled();
      return panel;
    },
    "a refusal": async (options) => {
      const panel = await opened("ask.open", note)(options);
      await panel.at("ask.submit").click();
      await panel.settled();
      return panel;
    },
  };

  for (const theme of THEMES) {
    for (const [name, open] of Object.entries(views)) {
      it(`in ${theme}: ${name}`, async () => {
        const panel = await open({ theme });
        assert.deepEqual(await breaches(panel), []);
      });
    }
  }

  for (const [name, width] of [
    ["medium", 700],
    ["narrow", 250],
  ] as const) {
    for (const view of ["closing a note", "composing", "deciding"]) {
      it(`${name}: ${view}`, async () => {
        const panel = await views[view]!({ width });
        assert.deepEqual(await breaches(panel), []);
      });
    }
  }
});
