import assert from "node:assert/strict";
import { breaches } from "../support/axe-breaches.ts";
import { THEMES } from "../support/fake-host.ts";
import type { PanelOptions } from "../support/fake-host.ts";
import { frame, manyRows, notePage, place } from "../support/panel-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";

const repositories = [{ id: "shop", name: "Shop", recordOf: "github.com" }];
const LINK = "https://github.com/acme/shop/blob/0123/src/search.ts#L3-L5";
/** The name stands by itself, whichever way it is read. */
const NAMED = /The record of .?Shop.?, from github\.com/;
const REFUSED =
  "github.com lets you read this record, not add to it. Your words are kept on this computer. Ask for write access to the branch “sightline”, then Sync.";

const readOnly: PanelOptions = {
  state: {
    frame: frame({
      role: "pm",
      repositories,
      sync: { kind: "mayNotPush", waiting: 0, explanation: REFUSED },
    }),
  },
};
const quoted = notePage({ places: [place({ status: "quoted", reason: "", link: LINK })] });

describe("a record without its code", () => {
  const panels = usePanels();

  it("is named above every view", async () => {
    const { page } = await panels.panel({ state: { frame: frame({ role: "pm", repositories }) } });
    await page.getByText(NAMED).waitFor();
  });

  it("offers to tell the PM to everybody but the one who looks after the product", async () => {
    const link = 'main [data-focus="tellYourPm"]';
    const asPm = await panels.note(quoted, { state: { frame: frame({ role: "pm", repositories }) } });
    assert.equal(await asPm.page.locator(link).count(), 0);
    const asLead = await panels.note(quoted, { state: { frame: frame({ role: "lead", repositories }) } });
    assert.equal(await asLead.page.locator(link).count(), 1);
  });

  it("shows code as quoted, with the page of its git host and nothing that needs the code", async () => {
    const { page } = await panels.note(quoted, { state: { frame: frame({ role: "pm", repositories }) } });
    await page.getByRole("button", { name: "1 place in the code" }).click();
    const places = page.locator(".places");
    await places.getByText("as quoted").waitFor();
    const link = places.getByRole("link", { name: "Open github.com" });
    assert.equal(await link.getAttribute("href"), LINK);
    assert.equal(await link.getAttribute("rel"), "noreferrer");
    for (const name of ["Go to the code", "Search for it", "Choose the lines", "Fill in from history"])
      assert.equal(await page.getByText(name).count(), 0, name);
  });

  it("offers no flag and no count of changes", async () => {
    const { page } = await panels.panel({
      state: {
        route: { section: "notes" },
        notes: manyRows(3),
        frame: frame({ role: "lead", repositories, noteCount: 3 }),
      },
    });
    await page.getByText(NAMED).waitFor();
    assert.equal(await page.getByText("Places that change often").count(), 0);
  });

  it("says on top of each form that it can't be sent, before a word is typed", async () => {
    const panel = await panels.note(quoted, readOnly);
    const { page } = panel;
    await page.getByRole("button", { name: "Ask…" }).click();
    const form = page.getByRole("group", { name: /ask/i });
    await form.getByText("lets you read this record, not add to it").waitFor();
    assert.ok((await form.innerText()).trim().startsWith(REFUSED));
    await page.getByText("Read only").waitFor();
  });

  for (const theme of THEMES)
    for (const width of [1100, 250])
      it(`reads well and breaks no rule: ${theme}, ${width} px`, async () => {
        const panel = await panels.note(quoted, { ...readOnly, theme, width });
        await panel.page.getByRole("button", { name: "1 place in the code" }).click();
        await panel.page.getByRole("button", { name: "Ask…" }).click();
        await panel.settled();
        assert.deepEqual(await breaches(panel), []);
        await panel.screenshot("record", theme, width);
      });
});
