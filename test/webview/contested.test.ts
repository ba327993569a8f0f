import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import { ann, ben, contestedTitle, idOf, notePage, optionB } from "../support/panel-fixtures.ts";
import type { ContestedField } from "../../src/protocol/panel-state.ts";

const note = idOf("note search");
const contestedEffort: ContestedField = {
  option: optionB.id,
  field: "effort",
  label: "Option B: How long",
  versions: [
    { event: idOf("effort 1"), by: ann, at: "2027-02-20T10:00:00+01:00", text: "2-4 months" },
    { event: idOf("effort 2"), by: ben, at: "2027-02-20T11:00:00+01:00", text: "6 weeks" },
  ],
  writable: true,
};

describe("two versions of a field", () => {
  const panels = usePanels();
  const open = (contested: ContestedField[]) => panels.note(notePage({ contested, badges: ["twoVersions"] }));

  it("shows both, who wrote them, and what can be done", async () => {
    const { page } = await open([contestedTitle]);
    await page
      .getByText("without seeing each other's. Both are kept: pick one, or write a third.", { exact: false })
      .waitFor();
    assert.equal(await page.locator(".version").count(), 2);
    assert.match(
      (await page.locator(".version").last().innerText()).replace(/[\u2068\u2069]/g, ""),
      /Search reads the whole catalogue each time\s+Ben Okafor, 20 February/,
    );
  });

  it("picks one", async () => {
    const panel = await open([contestedTitle]);
    await panel.page.getByRole("button", { name: /Take this one: .*Search reads/ }).click();
    assert.deepEqual(await panel.performed(), {
      type: "settle",
      note,
      field: "title",
      version: idOf("title 2"),
    });
  });

  it("writes a third", async () => {
    const panel = await open([contestedTitle]);
    await panel.page.getByRole("button", { name: "Write a third" }).click();
    await panel.reads("third.note.title", "One query loads every product of the shop");
    await panel.box("third.note.title").fill("Search loads every product");
    await panel.page.keyboard.press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "editNote",
      note,
      fields: { title: "Search loads every product" },
    });
  });

  it("settles a field of an option, and reads an estimate that is typed", async () => {
    const panel = await open([contestedEffort]);
    await panel.page.getByRole("button", { name: /Take this one: .*6 weeks/ }).click();
    assert.deepEqual(await panel.performed(), {
      type: "settle",
      note,
      option: optionB.id,
      field: "effort",
      version: idOf("effort 2"),
    });
    await panel.page.getByRole("button", { name: "Write a third" }).click();
    await panel.box(`third.${optionB.id}.effort`).fill("some time");
    await panel.page.keyboard.press("Control+Enter");
    await panel.page.getByRole("alert").getByText("This is not understood.", { exact: false }).waitFor();
    await panel.box(`third.${optionB.id}.effort`).fill("6-10 weeks");
    await panel.forget();
    await panel.page.keyboard.press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "editOption",
      note,
      option: optionB.id,
      fields: { effort: { low: 6, high: 10, unit: "weeks" } },
    });
  });

  it("offers no third where it can't be typed", async () => {
    const { page } = await open([{ ...contestedTitle, field: "kind", label: "Kind", writable: false }]);
    assert.equal(await page.getByRole("button", { name: "Write a third" }).count(), 0);
  });

  it("says of several that they are several, and of an emptied one that it is empty", async () => {
    const { page } = await open([
      {
        ...contestedTitle,
        versions: [
          ...contestedTitle.versions,
          { event: idOf("title 3"), by: ann, at: "2027-02-21T10:00:00+01:00", text: "" },
        ],
      },
    ]);
    await page.getByText("Several people changed", { exact: false }).waitFor();
    await page.getByText("Left empty").waitFor();
  });
});
