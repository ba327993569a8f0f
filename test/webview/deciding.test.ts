import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import {
  barePage,
  ben,
  decidedPage,
  decision,
  frame,
  idOf,
  notePage,
  optionA,
  optionB,
} from "../support/panel-fixtures.ts";

const note = idOf("note search");

describe("deciding", () => {
  const panels = usePanels();

  it("preselects nothing, also not what engineering would take", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Decide…" }).click();
    await panel.page.getByRole("radio").first().waitFor();
    assert.equal(await panel.page.getByRole("radio", { checked: true }).count(), 0);
    assert.deepEqual(
      await panel.page
        .getByRole("radio")
        .evaluateAll((radios) => radios.map((radio) => radio.getAttribute("aria-label"))),
      ["A: Cache what people search for most", "B: Move search to a service of its own", "C: Do nothing"],
    );
  });

  it("takes an option and one sentence, and names the option on its button", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Decide…" }).click();
    await panel.page.getByRole("radio", { name: "B:" }).click();
    await panel.box("decide.because").fill("large shops decide in March");
    await panel.page.getByText("You can decide again later. Both decisions stay readable.").waitFor();
    await panel.page.getByRole("button", { name: "Decide for B" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "decide",
      note,
      option: optionB.id,
      because: "large shops decide in March",
      restsOn: [],
    });
    await panel.page.locator('[data-form="decide"]').waitFor({ state: "detached" });
    assert.equal(await panel.focusKey(), "decide.open");
  });

  it("keeps the comparison in sight", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Decide…" }).click();
    await panel.settled();
    const scale = await panel.page.locator(".row-effort").boundingBox();
    const drawer = await panel.page.locator(".drawer").boundingBox();
    assert.ok(scale !== null && drawer !== null && scale.y + scale.height <= drawer.y);
  });

  it("asks for what is missing, where it is missing", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Decide…" }).click();
    await panel.page.getByRole("button", { name: "Decide", exact: true }).click();
    await panel.page.getByRole("alert").getByText("Choose a way first.").waitFor();
    await panel.page.waitForFunction(() => document.activeElement?.localName === "vscode-radio");
    await panel.page.keyboard.press("Space");
    await panel.page.getByRole("button", { name: "Decide for A" }).click();
    await panel.page.getByRole("alert").getByText("Add one sentence: because", { exact: false }).waitFor();
    assert.equal(await panel.focusKey(), "decide.because");
    assert.deepEqual(
      (await panel.requests()).filter(({ type }) => type === "perform"),
      [],
    );
  });

  it("takes when to look at it again, if what, and what it rests on, ticked by hand", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Decide…" }).click();
    await panel.page.getByRole("radio", { name: "A:" }).click();
    await panel.box("decide.because").fill("it is live before March");
    await panel.at("decide.more").click();
    await panel.at("decide.revisitOn").fill("2027-04-01");
    await panel.box("decide.revisitIf").fill("rare words are searched more");
    await panel.page.getByRole("checkbox", { name: "Median search time" }).click();
    await panel.page.getByRole("button", { name: "Decide for A" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "decide",
      note,
      option: optionA.id,
      because: "it is live before March",
      restsOn: [idOf("evidence 1")],
      revisitOn: "2027-04-01",
      revisitIf: "rare words are searched more",
    });
  });

  it("is not possible before somebody has written the effect on users, and leads there", async () => {
    const panel = await panels.note(notePage({ impact: "" }));
    await panel.page.getByRole("button", { name: "Decide…" }).click();
    await panel.page.getByText("Nobody has written yet what users will notice.", { exact: false }).waitFor();
    await panel.page.locator(".drawer").getByText("Write it").click();
    await panel.page.waitForFunction(
      () => (document.activeElement as HTMLElement).dataset["focus"] === "impact",
    );
  });

  it("is not possible without options, and leads to drafting them", async () => {
    const panel = await panels.note(barePage());
    await panel.page.getByRole("button", { name: "Decide…" }).click();
    await panel.page.locator(".drawer").getByText("Draft options").click();
    await panel.page.waitForFunction(
      () => (document.activeElement as HTMLElement).dataset["focus"] === "compose.0.title",
    );
  });

  it("is the primary button of the one who decides, and of nobody else", async () => {
    const primary = async (role: "pm" | "lead" | "engineer", decider: "pm" | "lead") => {
      const { page } = await panels.note(notePage({ decider }), { state: { frame: frame({ role }) } });
      return (await page.locator("vscode-button[appearance=primary]").allInnerTexts()).includes("Decide…");
    };
    assert.equal(await primary("pm", "pm"), true);
    assert.equal(await primary("lead", "pm"), false);
    assert.equal(await primary("lead", "lead"), true);
    assert.equal(await primary("engineer", "pm"), false);
  });

  it("shows the decision with its reason, who, when, what it rests on and when to look again", async () => {
    const { page } = await panels.note(decidedPage());
    const block = page.locator(".decided-block");
    const text = (await block.innerText()).replace(/[\u2068\u2069]/g, "");
    assert.match(text, /Decided: B, because large shops decide in March whether they renew/);
    assert.match(text, /Priya Nair, 23 February/);
    assert.match(text, /Look at it again on 1 April\./);
    assert.match(text, /It rests on: Median search time in the five largest shops: 5\.2 s/);
    await page.getByRole("button", { name: "Decide again…" }).waitFor();
  });

  it("keeps an earlier decision readable", async () => {
    const { page } = await panels.note(
      decidedPage({
        decisions: [decision("A", { stands: false, because: "it was quicker" }), decision("B")],
      }),
    );
    await page.getByRole("button", { name: "1 earlier decision" }).click();
    await page.getByText("it was quicker").waitFor();
  });

  it("says that it was decided twice, shows both and lets a third settle it", async () => {
    const panel = await panels.note(
      notePage({
        status: "decided",
        badges: ["decidedTwice"],
        decisions: [
          decision("A", { by: ben, because: "it is quicker" }),
          decision("B", { because: "it lasts" }),
        ],
      }),
    );
    const block = panel.page.locator(".decision.twice");
    const text = (await block.innerText()).replace(/[\u2068\u2069]/g, "");
    assert.match(text, /Decided twice\./);
    assert.match(text, /A by Ben Okafor, 23 February, because it is quicker/);
    assert.match(text, /B by Priya Nair, 23 February, because it lasts/);
    await panel.page.getByRole("button", { name: "Settle it…" }).click();
    await panel.page.getByRole("radio", { name: "B:" }).click();
    await panel.box("decide.because").fill("we talked");
    await panel.page.keyboard.press("Control+Enter");
    assert.equal((await panel.performed()).type, "decide");
  });
});
