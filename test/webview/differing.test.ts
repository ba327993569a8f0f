import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import { decidedPage, decision, idOf, notePage } from "../support/panel-fixtures.ts";

describe("seeing it differently", () => {
  const panels = usePanels();
  const key = `differ.${idOf("decision B")}`;

  it("shows what was said, with its commitment", async () => {
    const { page } = await panels.note(decidedPage());
    await page.getByText("A would have been live before the first large shop.").waitFor();
    await page.getByText(/Ben Okafor.*23 February\. Said it, and supports the decision\./).waitFor();
  });

  it("is one form with both halves, and neither alone", async () => {
    const panel = await panels.note(decidedPage());
    await panel.page.getByRole("button", { name: "I see it differently…" }).click();
    await panel.page.getByRole("button", { name: "Say it" }).click();
    await panel.page.getByRole("alert").getByText("Say why you see it differently.").waitFor();
    await panel.box(key).fill("A is enough for March");
    await panel.page.getByRole("button", { name: "Say it" }).click();
    await panel.page.getByRole("alert").getByText("Both halves belong together", { exact: false }).waitFor();
    assert.equal(await panel.focusKey(), "differ.commits");
    await panel.page.getByRole("checkbox", { name: "I said it, and I support the decision." }).click();
    await panel.page.getByRole("button", { name: "Say it" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "differ",
      note: idOf("note search"),
      decision: idOf("decision B"),
      because: "A is enough for March",
      commits: true,
    });
  });

  it("starts without the tick", async () => {
    const panel = await panels.note(decidedPage());
    await panel.page.getByRole("button", { name: "I see it differently…" }).click();
    assert.equal(await panel.page.getByRole("checkbox", { checked: true }).count(), 0);
  });

  it("is not offered twice, nor before a decision", async () => {
    const said = await panels.note(decidedPage({ decisions: [decision("B", { mayDiffer: false })] }));
    assert.equal(await said.page.getByText("I see it differently").count(), 0);
    const undecided = await panels.note(notePage());
    assert.equal(await undecided.page.getByText("I see it differently").count(), 0);
  });
});
