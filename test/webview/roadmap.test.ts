import assert from "node:assert/strict";
import type { ViewState } from "../../src/protocol/views.ts";
import { usePanels } from "../support/panel-suite.ts";
import { chatbotPage, roadmapRows } from "../support/roadmap-fixtures.ts";

const views: ViewState[] = [
  { view: "roadmap", repository: "shop", milestones: [...roadmapRows] },
  chatbotPage(),
];

describe("Roadmap", () => {
  const panels = usePanels();

  it("lists the dates, and opens one", async () => {
    const panel = await panels.panel({ views });
    await panel.page.getByRole("button", { name: "Roadmap" }).click();
    await panel.page.getByRole("link", { name: "Returns chatbot" }).click();
    await panel.page.getByRole("heading", { name: "Returns chatbot", level: 1 }).waitFor();
    await panel.page.getByRole("link", { name: "Roadmap" }).click();
    await panel.page.getByRole("link", { name: "Returns chatbot" }).waitFor();
  });

  it("says what belongs here while there is nothing, and adds a date", async () => {
    const panel = await panels.panel({ views: [{ view: "roadmap", repository: "shop", milestones: [] }] });
    await panel.page.getByRole("button", { name: "Roadmap" }).click();
    await panel.page.getByText("No dates yet. Add what was promised.").waitFor();
    await panel.page.getByRole("button", { name: "Add a date" }).click();
    await panel.page.locator('[data-form="milestone"]').waitFor();
    await panel.page.keyboard.type("Returns chatbot");
    await panel.page.getByLabel("For which day?").fill("2027-03-31");
    await panel.page.getByRole("button", { name: "Add the date" }).click();
    const { action, repository } = await panel.asked("perform");
    assert.equal(repository, "shop");
    assert.deepEqual(action, {
      type: "openMilestone",
      day: "2027-03-31",
      fields: { title: "Returns chatbot", promisedTo: "", firmness: "target" },
    });
  });
});
