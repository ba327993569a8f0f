import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import { frame, idOf, notePage, priya } from "../support/panel-fixtures.ts";
import { EXAMPLE_NOTE } from "../../src/protocol/messages.ts";
import type { Frame } from "../../src/protocol/panel-state.ts";

const empty = (change: Partial<Frame>) => ({
  state: { now: [], notes: [], frame: frame({ noteCount: 0, ...change }) },
});

describe("the first time", () => {
  const panels = usePanels();

  it("shows three sections, and no more", async () => {
    const { page } = await panels.panel(empty({}));
    assert.deepEqual(await page.locator(".tab").allInnerTexts(), ["Now", "Notes", "Roadmap"]);
  });

  it("asks what one does here, inline and once", async () => {
    const panel = await panels.panel(empty({ role: null }));
    await panel.page.getByText("What do you do here?").first().waitFor();
    await panel.page.getByRole("button", { name: "I look after the product" }).click();
    assert.deepEqual(await panel.asked("setRole"), { type: "setRole", role: "pm" });
    await panel.emit({ type: "frame", frame: frame({ role: "pm", noteCount: 0 }) });
    await panel.page.getByText("Your engineers have not flagged anything yet.", { exact: false }).waitFor();
    assert.equal(await panel.page.getByText("What do you do here?").count(), 0);
  });

  it("has something to read below the question", async () => {
    const { page } = await panels.panel({ state: { frame: frame({ role: null }) } });
    await page.getByText("What do you do here?").first().waitFor();
    await page.getByText("Decide by 14 March", { exact: false }).waitFor();
  });

  it("says to an engineer what belongs here, and flags", async () => {
    const panel = await panels.panel(empty({ role: "engineer" }));
    await panel.page
      .getByText("Nothing is on record here yet. Select code that will hurt later and flag it.")
      .waitFor();
    await panel.page.getByRole("button", { name: "Flag a Constraint" }).click();
    await panel.asked("flag");
  });

  it("shows an example to whoever has nothing to read yet", async () => {
    for (const role of ["engineer", "pm"] as const) {
      const panel = await panels.panel({
        ...empty({ role }),
        notes: [notePage({ id: EXAMPLE_NOTE, title: "Example: a note" })],
      });
      await panel.page.getByRole("button", { name: "See an example" }).click();
      await panel.page.getByRole("heading", { name: "Example: a note" }).waitFor();
    }
  });

  it("lets a product manager open a problem, and goes to it", async () => {
    const panel = await panels.panel(empty({ role: "pm" }));
    await panel.page.getByRole("button", { name: "Open a problem users have" }).click();
    await panel.page.getByRole("button", { name: "Open the problem" }).click();
    await panel.page.getByRole("alert").getByText("Say in a few words what users suffer.").waitFor();
    await panel.box("problem.title").fill("Returns take three weeks");
    await panel.box("problem.impact").fill("One in five calls to support is about them");
    await panel.page.keyboard.press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "openNote",
      fields: {
        kind: "problem",
        title: "Returns take three weeks",
        impact: "One in five calls to support is about them",
      },
      anchors: [],
      options: [],
      threatens: [],
    });
    assert.equal((await panel.asked("watch")).note, "f".repeat(64));
  });

  it("asks for a missing name where it is needed, and then does what was asked", async () => {
    const panel = await panels.note(notePage(), { state: { frame: frame({ me: null }) } });
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.box("ask.text").fill("Help me understand this");
    await panel.page.keyboard.press("Control+Enter");
    await panel.page.waitForFunction(
      () => (document.activeElement as HTMLElement).dataset["focus"] === "name",
    );
    await panel.page.getByText("How should your name appear?").waitFor();
    assert.deepEqual(
      (await panel.requests()).filter(({ type }) => type === "perform"),
      [],
    );
    await panel.page.keyboard.press("Enter");
    await panel.page.getByRole("alert").getByText("Type your name first.").waitFor();
    await panel.page.keyboard.type("Priya Nair");
    await panel.page.keyboard.press("Enter");
    assert.deepEqual(await panel.asked("setName"), { type: "setName", name: "Priya Nair" });
    assert.equal((await panel.performed()).type, "ask");
    await panel.page.locator('[data-form="ask"]').waitFor({ state: "detached" });
  });

  it("keeps what was written when the name is not given now", async () => {
    const panel = await panels.note(notePage(), { state: { frame: frame({ me: null }) } });
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.box("ask.text").fill("Help me understand this");
    await panel.page.keyboard.press("Control+Enter");
    await panel.page.getByText("How should your name appear?").waitFor();
    await panel.page.keyboard.press("Escape");
    await panel.page.getByText("How should your name appear?").waitFor({ state: "detached" });
    await panel.reads("ask.text", "Help me understand this");
  });

  it("asks for the name when the host says it is missing", async () => {
    const panel = await panels.note(notePage());
    await panel.answerNext("perform", {
      type: "performed",
      outcome: { kind: "refused", refusal: { kind: "nameMissing" } },
    });
    await panel.page.getByRole("button", { name: "Heard", exact: true }).click();
    await panel.page.getByText("How should your name appear?").waitFor();
    await panel.box("name").fill(priya.name);
    await panel.page.getByRole("button", { name: "Use this name" }).click();
    await panel.page.waitForFunction(
      () => fakeHost.requests.filter((request) => request.type === "perform").length === 2,
    );
    assert.deepEqual(await panel.performed(), { type: "hear", note: idOf("note search") });
  });
});
