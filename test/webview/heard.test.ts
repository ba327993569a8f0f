import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import { decidedPage, idOf, notePage } from "../support/panel-fixtures.ts";

const note = idOf("note search");

describe("heard", () => {
  const panels = usePanels();

  it("is said with one click", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Heard", exact: true }).click();
    assert.deepEqual(await panel.performed(), { type: "hear", note });
    await panel.page.getByText("Saved", { exact: true }).waitFor();
  });

  it("may carry a sentence and a day to come back", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Heard, with a sentence…" }).click();
    await panel.box("heard.text").fill("The date can't move; we can drop the export");
    await panel.at("heard.backBy").fill("2027-03-01");
    await panel.page.locator(".drawer").getByText("Heard", { exact: true }).click();
    assert.deepEqual(await panel.performed(), {
      type: "hear",
      note,
      text: "The date can't move; we can drop the export",
      backBy: "2027-03-01",
    });
  });

  it("shows who said it and what, and one's own as said", async () => {
    const { page } = await panels.note(decidedPage());
    const text = (await page.locator(".heard").innerText()).replace(/[\u2068\u2069]/g, "");
    assert.match(
      text,
      /Priya Nair said “Heard” on 20 February: “The date can't move; we can drop the export”/,
    );
    assert.match(text, /Comes back to it by 1 March\./);
    assert.equal(await page.getByRole("button", { name: "Heard", exact: true }).count(), 0);
  });

  it("is never recorded by opening or reading", async () => {
    const panel = await panels.note(notePage());
    await panel.page.locator("main").evaluate((area) => area.scrollTo(0, area.scrollHeight));
    await panel.settled();
    assert.deepEqual([...new Set((await panel.requests()).map(({ type }) => type))], ["ready", "watch"]);
  });
});
