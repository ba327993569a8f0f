import assert from "node:assert/strict";
import type { ViewState } from "../../src/protocol/views.ts";
import { idOf } from "../support/panel-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";
import { newWhyPage, whyPage, whyRow } from "../support/why-fixtures.ts";

const roadmap: ViewState = { view: "roadmap", repository: "shop", milestones: [], briefs: [whyRow] };

describe("the why", () => {
  const panels = usePanels();
  const shared = (change: Parameters<typeof whyPage>[0] = {}) =>
    panels.panel({
      views: [roadmap, whyPage(change)],
      state: { route: { section: "roadmap", show: { view: "brief", id: whyRow.id } } },
    });

  it("is written in one box, for a sprint, with the places picked by name", async () => {
    const panel = await panels.panel({
      views: [{ ...roadmap, briefs: [] }, newWhyPage()],
      state: { route: { section: "roadmap", show: { view: "roadmap" } } },
    });
    const { page } = panel;
    await page.getByText("This sprint has no why yet.").waitFor();
    await page.getByRole("button", { name: "Write the why" }).click();
    await page.getByRole("heading", { name: "Write the why" }).waitFor();
    await panel.box("why.text").fill("People who send something back wait eleven days.");
    await panel.box("why.name").fill("Sprint 14");
    await page.getByLabel("First day").fill("2027-02-22");
    await page.getByLabel("Last day").fill("2027-03-05");
    await page.getByRole("button", { name: "Returns" }).click();
    await page.getByText("2 known constraints in this area. Look before you start:").waitFor();
    await page.getByRole("button", { name: "Share the why" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "openBrief",
      fields: {
        text: "People who send something back wait eleven days.",
        scope: { kind: "sprint", name: "Sprint 14", from: "2027-02-22", to: "2027-03-05" },
        areas: [{ name: "Returns", paths: ["src/returns/**"] }],
      },
    });
  });

  it("gives a link to itself to the host's clipboard", async () => {
    const panel = await shared();
    await panel.page.getByRole("button", { name: "Copy link" }).click();
    assert.deepEqual(await panel.asked("copyLink"), { type: "copyLink", of: "why", id: whyRow.id });
  });

  it("says what is missing, and where", async () => {
    const panel = await panels.panel({
      views: [roadmap, newWhyPage()],
      state: { route: { section: "roadmap", show: { view: "newBrief" } } },
    });
    await panel.page.getByRole("button", { name: "Share the why" }).click();
    await panel.page.getByText("Write the paragraph first").waitFor();
    await panel.box("why.text").fill("People wait.");
    await panel.page.getByRole("button", { name: "Share the why" }).click();
    await panel.page.getByText("Choose the first day.").waitFor();
  });

  it("shows exactly the notes in its area, and opens one", async () => {
    const panel = await shared();
    const { page } = panel;
    assert.deepEqual(await page.locator(".area-facts .row-title").allInnerTexts(), [
      "Returns wait for the label printer's new interface",
      "Every country has a tax table of its own",
    ]);
    await page.getByRole("link", { name: "Returns wait" }).click();
    assert.equal((await panel.asked("watch")).note, idOf("note returns"));
  });

  it("is challenged, and the product manager answers", async () => {
    const panel = await shared();
    const { page } = panel;
    await page.getByRole("button", { name: "Challenge it…" }).click();
    await page.keyboard.type("Who says that they call twice?");
    await page.keyboard.press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "challengeBrief",
      brief: whyRow.id,
      kind: "challenge",
      text: "Who says that they call twice?",
    });
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await page.keyboard.type("Four days are ours.");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() =>
      fakeHost.requests.some(
        (request) => request.type === "perform" && request.action.type === "answerChallenge",
      ),
    );
  });

  it("tells which places in its areas change often, folded", async () => {
    const { page } = await shared();
    const fold = page.getByRole("button", { name: "1 place here changes often" });
    assert.equal(await page.getByText("src/returns/label.ts").count(), 0);
    await fold.click();
    await page.getByText("src/returns/label.ts").waitFor();
    await page.getByText("Changed 41 times in six months and is long.").waitFor();
  });

  it("says that nobody has named the places, and how to", async () => {
    const { page } = await shared({ areas: [], facts: { notes: [], often: [] } });
    await page.getByText("Nobody has said yet which parts of the product it touches").waitFor();
    await page.getByRole("button", { name: "Name the places" }).click();
    await page.getByText("Which parts of the product does it touch?").waitFor();
  });
});
