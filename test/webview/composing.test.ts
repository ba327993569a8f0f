import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import type { PanelPage } from "../support/fake-host.ts";
import { ann, barePage, frame, idOf, notePage, optionA, optionB } from "../support/panel-fixtures.ts";

const lead = { state: { frame: frame({ role: "lead", me: ann }) } };
const note = idOf("note bare");

const fillTwo = async (panel: PanelPage): Promise<void> => {
  await panel.box("compose.0.title").fill("Rewrite the adapter");
  await panel.box("compose.0.implications").fill("Nothing changes for users");
  await panel.box("compose.0.effort").fill("2-3 weeks");
  await panel.box("compose.0.givesUp").fill("The export");
  await panel.box("compose.1.title").fill("Change the vendor");
  await panel.box("compose.1.effort").fill("2 months");
  await panel.box("compose.nothing.implications").fill("Nobody can pay after June");
};

describe("composing options", () => {
  const panels = usePanels();

  it("has A and B side by side and do nothing beside them, ready for a tech lead to type into", async () => {
    const panel = await panels.note(barePage(), lead);
    assert.deepEqual(await panel.page.locator("thead .letter").allInnerTexts(), [
      "Option\nA",
      "Option\nB",
      "Option\nC",
    ]);
    assert.match(await panel.page.locator("thead th").last().innerText(), /Do nothing/);
    assert.deepEqual(await panel.page.locator("tbody th[scope=row] > span:first-child").allInnerTexts(), [
      "What users get, lose or wait for",
      "How long",
      "What we give up",
    ]);
  });

  it("puts all of them on the table in one go, with a recommendation", async () => {
    const panel = await panels.note(barePage(), lead);
    await fillTwo(panel);
    await panel.at("compose.recommend").selectOption({ label: "A" });
    await panel.box("compose.because").fill("the vendor's new interface is not ready");
    await panel.page.getByRole("button", { name: "Put on the table" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "tableOptions",
      note,
      options: [
        {
          doNothing: false,
          fields: {
            title: "Rewrite the adapter",
            implications: "Nothing changes for users",
            effort: { low: 2, high: 3, unit: "weeks" },
            givesUp: "The export",
          },
        },
        { doNothing: false, fields: { title: "Change the vendor", effort: { likely: 2, unit: "months" } } },
        { doNothing: true, fields: { title: "Do nothing", implications: "Nobody can pay after June" } },
      ],
      recommendation: { index: 0, because: "the vendor's new interface is not ready" },
    });
    await panel.page.getByText("Saved", { exact: true }).waitFor();
  });

  it("goes with Tab down a column and then to the next, and on after the last", async () => {
    const panel = await panels.note(barePage(), lead);
    await panel.box("compose.0.title").focus();
    const order: (string | undefined)[] = [await panel.focusKey()];
    for (let step = 0; step < 12; step++) {
      await panel.page.keyboard.press("Tab");
      order.push(await panel.focusKey());
    }
    assert.deepEqual(order, [
      "compose.0.title",
      "compose.0.implications",
      "compose.0.effort",
      "compose.0.givesUp",
      "compose.1.title",
      "compose.1.implications",
      "compose.1.effort",
      "compose.1.givesUp",
      "compose.nothing.implications",
      "compose.nothing.givesUp",
      "moreAboutOptions",
      "compose.recommend",
      "compose.because",
    ]);
    for (let step = 0; step < 4; step++) await panel.page.keyboard.press("Shift+Tab");
    assert.equal(await panel.focusKey(), "compose.nothing.implications");
  });

  it("goes through what is folded the same way", async () => {
    const panel = await panels.note(barePage(), lead);
    await panel.at("moreAboutOptions").click();
    await panel.at("moreAboutOptions").focus();
    const order: (string | undefined)[] = [];
    for (let step = 0; step < 10; step++) {
      await panel.page.keyboard.press("Tab");
      order.push(await panel.focusKey());
    }
    assert.deepEqual(order, [
      "compose.0.risk.0.text",
      "compose.0.risk.0.likelihood",
      "compose.0.risk.0.hurt",
      "risks.compose.0.risk",
      "compose.0.reversibility",
      "compose.0.costToUndo",
      "compose.0.people",
      "compose.0.confidence",
      "compose.0.assumptions",
      "compose.0.dependsOn",
    ]);
  });

  it("takes what is folded: risks, undoing, people, how sure, assumptions, what it depends on and what is still owed", async () => {
    const panel = await panels.note(barePage(), lead);
    await panel.box("compose.0.title").fill("Rewrite the adapter");
    await panel.at("moreAboutOptions").click();
    await panel.box("compose.0.risk.0.text").fill("It is late");
    await panel.at("compose.0.risk.0.likelihood").selectOption("possible");
    await panel.at("compose.0.risk.0.hurt").selectOption("aLot");
    await panel.at("risks.compose.0.risk").click();
    await panel.box("compose.0.risk.1.text").fill("The tests do not cover it");
    await panel.at("compose.0.reversibility").selectOption("withEffort");
    await panel.box("compose.0.people").fill("2");
    await panel.at("compose.0.confidence").selectOption("guess");
    await panel.box("compose.0.assumptions").fill("The sandbox works");
    await panel.box("compose.0.dependsOn").fill("The contract");
    await panel.box("compose.0.stillOwed").fill("Removing the old code");
    await panel.page.getByRole("button", { name: "Put on the table" }).click();
    const action = await panel.performed();
    assert.equal(action.type, "tableOptions");
    assert.deepEqual(action.type === "tableOptions" && action.options[0]?.fields, {
      title: "Rewrite the adapter",
      people: "2",
      assumptions: "The sandbox works",
      dependsOn: "The contract",
      stillOwed: "Removing the old code",
      reversibility: "withEffort",
      confidence: "guess",
      risks: [
        { text: "It is late", likelihood: "possible", hurt: "aLot" },
        { text: "The tests do not cover it" },
      ],
    });
  });

  it("shows the estimate on the scale while it is typed, and says what it did not understand", async () => {
    const panel = await panels.note(barePage(), lead);
    const cell = panel.page.locator(".row-effort td").first();
    await panel.box("compose.0.effort").fill("2/3/6 weeks");
    await cell.locator(".scale-range").waitFor({ state: "attached" });
    assert.match(await cell.innerText(), /2 to 6 weeks, likely 3/);
    await panel.box("compose.0.effort").fill("soon");
    await cell.getByText("Not understood yet.", { exact: false }).waitFor();
    assert.equal(await cell.locator(".scale-range").count(), 0);
  });

  it("does not put on the table what is not understood, has no words, or is empty, and shows where", async () => {
    const panel = await panels.note(barePage(), lead);
    const submit = panel.page.getByRole("button", { name: "Put on the table" });
    await submit.click();
    await panel.page.getByRole("alert").getByText("Write at least one way out in a few words.").waitFor();
    assert.equal(await panel.focusKey(), "compose.0.title");
    await panel.box("compose.1.implications").fill("Something");
    await submit.click();
    await panel.page.getByRole("alert").getByText("Give option B a few words", { exact: false }).waitFor();
    assert.equal(await panel.focusKey(), "compose.1.title");
    await panel.box("compose.1.title").fill("B");
    await panel.box("compose.1.effort").fill("soon");
    await submit.click();
    await panel.page
      .getByRole("alert")
      .getByText("How long option B takes is not understood.", { exact: false })
      .waitFor();
    assert.equal(await panel.focusKey(), "compose.1.effort");
    assert.equal(await panel.at("compose.1.effort").getAttribute("aria-invalid"), "true");
    assert.deepEqual(
      (await panel.requests()).filter(({ type }) => type === "perform"),
      [],
    );
  });

  it("adds columns, and takes the last away again", async () => {
    const panel = await panels.note(barePage(), lead);
    await panel.page.getByRole("button", { name: "Add an option" }).click();
    await panel.page.waitForFunction(
      () => (document.activeElement as HTMLElement).dataset["focus"] === "compose.2.title",
    );
    assert.equal(await panel.page.locator("thead th").count(), 4);
    await panel.page.getByRole("button", { name: "Remove option C" }).click();
    assert.equal(await panel.page.locator("thead th").count(), 3);
  });

  it("stands beside options that are on the table already, under the next free letter", async () => {
    const panel = await panels.note(notePage(), lead);
    await panel.page.getByRole("button", { name: "Draft another option" }).click();
    await panel.box("compose.0.title").fill("Ask the shops to wait");
    assert.match(await panel.page.locator("thead th").nth(2).innerText(), /D/);
    await panel.page.keyboard.press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "tableOptions",
      note: idOf("note search"),
      options: [{ doNothing: false, fields: { title: "Ask the shops to wait" } }],
    });
  });

  it("is kept as a draft while typing, on this machine, and goes on where it was", async () => {
    const panel = await panels.note(barePage(), lead);
    await panel.box("compose.0.title").fill("Rewrite the adapter");
    assert.deepEqual(await panel.asked("keepTyped"), {
      type: "keepTyped",
      note,
      key: "compose.0.title",
      text: "Rewrite the adapter",
    });
    await panel.page.getByRole("button", { name: "Not now" }).click();
    assert.equal(await panel.focusKey(), "compose.open");
    await panel.page.getByRole("button", { name: "Go on with your draft" }).click();
    await panel.reads("compose.0.title", "Rewrite the adapter");
    await panel.page.keyboard.press("Escape");
    await panel.page.getByRole("button", { name: "Go on with your draft" }).waitFor();
  });

  it("lets go of the draft once it is on the table, or thrown away", async () => {
    const panel = await panels.note(barePage(), lead);
    await fillTwo(panel);
    await panel.page.getByRole("button", { name: "Put on the table" }).click();
    await panel.page.getByText("Saved", { exact: true }).waitFor();
    await panel.page.waitForFunction(
      () =>
        fakeHost.requests.filter((request) => request.type === "keepTyped" && request.text === "").length >=
        7,
    );
    assert.equal(await panel.page.getByText("Go on with your draft").count(), 0);
  });

  it("tells a product manager that engineering will say how long", async () => {
    const panel = await panels.note(notePage({ options: [optionA, optionB] }));
    await panel.page.getByRole("button", { name: "Draft another option" }).click();
    assert.equal(await panel.box("compose.0.effort").getAttribute("placeholder"), "Engineering will say");
  });

  it("happens in the stacked form too", async () => {
    const panel = await panels.note(barePage(), { ...lead, width: 250 });
    await fillTwo(panel);
    await panel.page.getByRole("button", { name: "Put on the table" }).click();
    const action = await panel.performed();
    assert.equal(action.type === "tableOptions" && action.options.length, 3);
  });
});
