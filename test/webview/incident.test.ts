import assert from "node:assert/strict";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import { projectRoot } from "../../scripts/project.ts";
import { THEMES } from "../support/fake-host.ts";
import type { PanelOptions, PanelPage } from "../support/fake-host.ts";
import {
  decidedIncident,
  hold,
  incidentPage,
  incidentReview,
  patch,
  rollBack,
} from "../support/incident-fixtures.ts";
import { ann, decision, frame, idOf, priya } from "../support/panel-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";

const note = idOf("incident");
const lead: PanelOptions["state"] = { frame: frame({ role: "lead", me: ann }) };

async function breaches({ page }: PanelPage): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 300)).join("\n  ")}`,
    );
  });
  return results;
}

describe("an incident on its page", () => {
  const panels = usePanels();

  it("is decided in two Enters, with the arrow keys alone", async () => {
    const panel = await panels.note(incidentPage(), { state: lead });
    const { keyboard } = panel.page;
    await panel.page.waitForFunction(
      (key) => (document.activeElement as HTMLElement).dataset["focus"] === key,
      `way.${rollBack.id}`,
    );
    await keyboard.press("ArrowRight");
    assert.equal(await panel.focusKey(), `way.${patch.id}`);
    await keyboard.press("ArrowLeft");
    await keyboard.press("ArrowLeft");
    assert.equal(await panel.focusKey(), `way.${hold.id}`, "and around the end");
    await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await panel.page.waitForFunction(() => document.activeElement?.localName === "vscode-text-field");
    await panel.page.getByText("Roll back. Decided with:").waitFor();
    await keyboard.type("Priya, Ben and Léa");
    await keyboard.press("Enter");
    assert.deepEqual(await panel.performed(), {
      type: "decide",
      note,
      option: rollBack.id,
      because: "",
      restsOn: [],
      onCall: { with: ["Priya", "Ben", "Léa"] },
    });
    await panel.page.locator('[data-form="decideOnCall"]').waitFor({ state: "detached" });
    assert.equal(await panel.focusKey(), `way.${rollBack.id}`);
  });

  it("saves a field as soon as it is left, minutes too", async () => {
    const panel = await panels.note(incidentPage(), { state: lead });
    await panel.box(`way.${rollBack.id}.effort`).fill("20m");
    await panel.box(`way.${rollBack.id}.implications`).focus();
    assert.deepEqual(await panel.performed(), {
      type: "editOption",
      note,
      option: rollBack.id,
      fields: { effort: { likely: 20, unit: "minutes" } },
    });
  });

  it("says why a time can't be read, and keeps it", async () => {
    const panel = await panels.note(incidentPage(), { state: lead });
    const box = panel.box(`way.${patch.id}.effort`);
    await box.fill("soon");
    await box.press("Tab");
    await panel.page
      .getByRole("alert")
      .getByText("This can't be read as a time.", { exact: false })
      .waitFor();
    assert.equal(await box.inputValue(), "soon");
    assert.deepEqual(
      (await panel.requests()).filter(({ type }) => type === "perform"),
      [],
    );
  });

  it("gives what to read on the call to the host's clipboard", async () => {
    const panel = await panels.note(incidentPage(), { state: lead });
    await panel.page.getByRole("button", { name: "Copy: what to read on the call" }).click();
    assert.deepEqual(await panel.asked("copyIncident"), { type: "copyIncident", note, which: "call" });
    await panel.page.getByText("Copied.").waitFor();
  });

  it("is over when somebody says so, now or at a time", async () => {
    const panel = await panels.note(decidedIncident(), {
      state: lead,
      now: "2027-02-24T23:40:00+01:00",
    });
    await panel.page.getByRole("button", { name: "It is over…" }).click();
    await panel.box("over.since").fill("the day before yesterday, roughly");
    await panel.box("over.since").press("Enter");
    await panel.page
      .getByRole("alert")
      .getByText("This can't be read as a time.", { exact: false })
      .waitFor();
    await panel.box("over.since").fill("");
    await panel.box("over.since").press("Enter");
    const action = await panel.performed();
    assert.ok(action.type === "editNote" && typeof action.fields.overSince === "string");
  });

  it("takes the sentence afterwards", async () => {
    const panel = await panels.note(decidedIncident(), { state: lead });
    await panel.page.getByRole("button", { name: "Write it: why this was decided" }).click();
    await panel.box("because").fill("The patch needed a day");
    await panel.box("because").press("ControlOrMeta+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "explainDecision",
      note,
      decision: decision("A").id,
      because: "The patch needed a day",
    });
  });

  it("asks who was named, and takes a correction without changing the decision", async () => {
    const panel = await panels.note(incidentReview(), { state: { frame: frame({ role: "pm", me: priya }) } });
    await panel.page.getByText("You are named in a decision made on a call at 23:12 (UTC+1).").waitFor();
    await panel.page.getByRole("button", { name: "Correct it" }).click();
    await panel.box(`correct.${decision("A").id}`).fill("I asked for ten more minutes");
    await panel.page.getByRole("button", { name: "Put it beside the decision" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "correctDecision",
      note,
      decision: decision("A").id,
      text: "I asked for ten more minutes",
    });
  });

  it("makes a note of a line of the review, and stays there", async () => {
    const panel = await panels.note(incidentReview(), { state: lead });
    await panel.page
      .getByRole("button", { name: "Make it a note: Said: The alarm came twelve minutes late." })
      .click();
    await panel.box(`followUp.${idOf("t4")}`).fill("The alarm waits for ten failures");
    await panel.box(`followUp.${idOf("t4")}`).press("Enter");
    assert.deepEqual(await panel.performed(), {
      type: "openNote",
      fields: { kind: "enabler", title: "The alarm waits for ten failures", cameFrom: note },
      anchors: [],
      options: [],
      threatens: [],
    });
    await panel.settled();
    await panel.page.getByRole("heading", { name: "What happened" }).waitFor();
  });

  it("has no field for who, and no name in what happened", async () => {
    const panel = await panels.note(incidentReview(), { state: lead });
    const words = await panel.page.locator(".timeline").innerText();
    assert.doesNotMatch(words, /Keller|Okafor|Nair/);
    await panel.page.getByText("Describe what happened, not who.").first().waitFor();
  });

  it("answers from Now where the row stands", async () => {
    const row = {
      key: `${note}:named:x`,
      record: note,
      of: "note",
      group: "needsYou",
      title: "Nobody can pay by card, in all shops",
      reason: "You are named in a decision made on a call at 23:12 (UTC+1). Decided: Roll back.",
      action: "confirmCall",
      decision: decision("A").id,
      glyph: "decision",
    } as const;
    const panel = await panels.panel({ state: { now: [row] } });
    await panel.page.getByRole("button", { name: "Correct it: Nobody can pay" }).waitFor();
    await panel.page.getByRole("button", { name: "That is right: Nobody can pay" }).click();
    assert.deepEqual(await panel.performed(), { type: "confirmDecision", note, decision: decision("A").id });
  });

  it("shows hostile words as words, and nothing sideways at 250 px", async () => {
    const hostile = `<img src=x onerror=alert(1)> \u202e${"Grundstücksverkehrsgenehmigung".repeat(8)}`;
    const page = incidentReview({ title: hostile, impact: hostile });
    const panel = await panels.note(
      {
        ...page,
        incident: {
          ...page.incident!,
          callText: [hostile],
          commits: [{ subject: hostile, at: "2027-02-23T11:40:00+02:00" }],
          known: [{ note: idOf("x"), title: hostile, status: "onRecord" }],
          timeline: page.incident!.timeline.map((entry) => ({ ...entry, sentence: hostile })),
        },
      },
      { width: 250 },
    );
    assert.equal(await panel.page.locator("img").count(), 0);
    const area = await panel.page.locator(".view").evaluate((one) => [one.scrollWidth, one.clientWidth]);
    assert.equal(area[0], area[1]);
  });

  const views: Record<string, (options: PanelOptions) => Promise<PanelPage>> = {
    "incident-new": (options) => panels.note(incidentPage(), { ...options, state: lead }),
    "incident-deciding": async (options) => {
      const panel = await panels.note(incidentPage(), { ...options, state: lead });
      await panel.at(`fold.way.${patch.id}.more`).click();
      await panel.at(`way.${rollBack.id}`).click();
      await panel.page.getByText("Roll back. Decided with:").waitFor();
      return panel;
    },
    "incident-decided": (options) => panels.note(decidedIncident(), { ...options, state: lead }),
    "incident-over": async (options) => {
      const panel = await panels.note(decidedIncident(), { ...options, state: lead });
      await panel.at("over.open").click();
      return panel;
    },
    "incident-review": (options) => panels.note(incidentReview(), options),
    "incident-follow-up": async (options) => {
      const panel = await panels.note(incidentReview(), options);
      await panel.at(`followUp.${idOf("t4")}.open`).click();
      return panel;
    },
  };

  for (const theme of THEMES)
    for (const [name, open] of Object.entries(views))
      it(`axe finds nothing, in ${theme}: ${name}`, async () => {
        const folder = path.join(projectRoot, "out/screenshots/webview", theme);
        mkdirSync(folder, { recursive: true });
        for (const [breadth, width] of Object.entries({ wide: 1120, medium: 700, narrow: 250 })) {
          const panel = await open({ theme, width, height: 1100 });
          await panel.settled();
          const file = path.join(folder, `${name}-${breadth}.png`);
          await panel.page.screenshot({ path: file });
          assert.ok(statSync(file).size > 2_000);
          assert.deepEqual(await breaches(panel), [], breadth);
          await panels.finish(panel);
        }
      });
});
