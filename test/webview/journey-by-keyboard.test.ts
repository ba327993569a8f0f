import assert from "node:assert/strict";
import { enter, send, tabTo, type } from "../support/by-keyboard.ts";
import type { PanelOptions } from "../support/fake-host.ts";
import {
  ann,
  barePage,
  decidedPage,
  frame,
  idOf,
  notePage,
  priya,
  question,
} from "../support/panel-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";
import { retroPage, retroState, retroUnderWay } from "../support/retro-fixtures.ts";
import { chatbotPage } from "../support/roadmap-fixtures.ts";
import { newWhyPage, whyPage } from "../support/why-fixtures.ts";

const lead = { frame: frame({ role: "lead", me: ann }) };
const pm = { frame: frame({ role: "pm", me: priya }) };

/** From two empty columns to a retro, page by page, and no hand leaves the keyboard. Only Tab, Enter, Space, arrows and letters are pressed. */
describe("the whole journey by keyboard alone", () => {
  const panels = usePanels();
  const beside = (
    show:
      | { view: "roadmap" }
      | { view: "milestone"; id: string }
      | { view: "brief"; id: string }
      | { view: "newBrief" },
    options: PanelOptions,
  ) => panels.panel({ ...options, state: { ...options.state, route: { section: "roadmap", show } } });

  it("the lead composes two options and puts them on the table", async () => {
    const panel = await panels.note(barePage({ impact: "Nobody can pay after June." }), { state: lead });
    await type(panel, "compose.0.title", "Rewrite the adapter");
    await panel.page.keyboard.press("Tab");
    assert.equal(await panel.focusKey(), "compose.0.implications", "Tab goes down a column");
    await panel.page.keyboard.type("Nothing changes for users.");
    await type(panel, "compose.0.effort", "2-3 weeks");
    await type(panel, "compose.1.title", "Change the vendor");
    await type(panel, "compose.1.effort", "2 months");
    await enter(panel, "compose.submit");
    const action = await panel.performed();
    assert.deepEqual(action.type === "tableOptions" && action.options.map(({ fields }) => fields.title), [
      "Rewrite the adapter",
      "Change the vendor",
      "Do nothing",
    ]);
  });

  it("the PM asks for the trade-offs", async () => {
    const panel = await panels.note(notePage(), { state: pm });
    await enter(panel, "ask.open");
    await tabTo(panel, "ask.text");
    await panel.page.keyboard.press("Control+End");
    await panel.page.keyboard.type("the trade-offs between A and B");
    await send(panel);
    const action = await panel.performed();
    assert.equal(action.type === "ask" && action.text, "Help me understand the trade-offs between A and B");
  });

  it("the lead answers, and the PM says that it answers it", async () => {
    const asked = question("why", { mine: false });
    const panel = await panels.note(notePage({ questions: [asked] }), { state: lead });
    await enter(panel, `answer.${asked.id}.open`);
    await type(panel, `answer.${asked.id}`, "The vendor's test system is open on Fridays alone.");
    await send(panel);
    assert.equal((await panel.performed()).type, "answer");
    const answered = question("why", {
      waitsFor: "asker",
      replies: [{ id: idOf("reply"), by: ann, at: "2027-02-23T10:00:00+01:00", kind: "answer", text: "So." }],
    });
    const others = await panels.note(notePage({ questions: [answered] }), { state: pm });
    await enter(others, `accept.${answered.id}`);
    assert.equal((await others.performed()).type, "acceptAnswer");
  });

  it("somebody sees it differently, and commits", async () => {
    const panel = await panels.note(decidedPage(), { state: lead });
    const key = `differ.${idOf("decision B")}`;
    await enter(panel, `${key}.open`);
    await type(panel, key, "A would be ready in March: 3 of 4 rewrites took longer.");
    await tabTo(panel, "differ.commits");
    await panel.page.keyboard.press("Space");
    await panel.settled();
    await send(panel);
    const action = await panel.performed();
    assert.equal(action.type === "differ" && action.commits, true);
  });

  it("the PM adds a date", async () => {
    const panel = await beside(
      { view: "roadmap" },
      { state: pm, views: [{ view: "roadmap", repository: "shop", milestones: [], briefs: [] }] },
    );
    await enter(panel, "milestone");
    await type(panel, "milestone.title", "Returns chatbot");
    await type(panel, "milestone.day", "03312027");
    await type(panel, "milestone.promisedTo", "support");
    await tabTo(panel, "milestone.firmness");
    await panel.page.keyboard.press("f");
    await panel.settled();
    await enter(panel, "milestone.submit");
    assert.deepEqual(await panel.performed(), {
      type: "openMilestone",
      day: "2027-03-31",
      fields: { title: "Returns chatbot", promisedTo: "support", firmness: "fixed" },
    });
  });

  it("the PM moves it, with the note behind it", async () => {
    const date = chatbotPage();
    const panel = await beside({ view: "milestone", id: date.id }, { state: pm, views: [date] });
    await enter(panel, "moveDate.open");
    await type(panel, "moveDate.to", "04142027");
    await type(panel, "moveDate.because", "The vendor is late");
    const [threat] = date.threats;
    assert.ok(threat);
    await tabTo(panel, `moveDate.note.${threat.id}`);
    await panel.page.keyboard.press("Space");
    await panel.settled();
    await enter(panel, "moveDate.submit");
    const action = await panel.performed();
    assert.deepEqual(action.type === "moveMilestone" && [action.to, action.because, action.notes], [
      "2027-04-14",
      "The vendor is late",
      [threat.id],
    ]);
  });

  it("engineering says that it agrees, with concerns", async () => {
    const date = chatbotPage({ answers: [], agreement: "notAsked" });
    const panel = await beside({ view: "milestone", id: date.id }, { state: lead, views: [date] });
    await enter(panel, "agree.concerns");
    await type(panel, "agree.text", "It holds if the vendor answers");
    await send(panel);
    const action = await panel.performed();
    assert.equal(action.type === "answerMilestone" && action.answer, "concerns");
  });

  it("the PM writes the why, with a part of the product", async () => {
    const panel = await beside({ view: "newBrief" }, { state: pm, views: [newWhyPage()] });
    await type(panel, "why.text", "Whoever returns a parcel waits two days.");
    await type(panel, "why.name", "Sprint 15");
    await type(panel, "why.from", "03082027");
    await type(panel, "why.to", "03192027");
    const [first] = newWhyPage().suggestions;
    assert.ok(first);
    await panel.page.keyboard.press("Tab");
    for (let step = 0; step < 10 && !(await panel.focusKey())?.startsWith("area."); step++)
      await panel.page.keyboard.press("Tab");
    await panel.page.keyboard.press("Space");
    await panel.settled();
    await enter(panel, "why.submit");
    const action = await panel.performed();
    assert.deepEqual(action.type === "openBrief" && [action.fields.scope, action.fields.areas], [
      { kind: "sprint", name: "Sprint 15", from: "2027-03-08", to: "2027-03-19" },
      [first],
    ]);
  });

  it("an engineer challenges it", async () => {
    const why = whyPage();
    const panel = await beside({ view: "brief", id: why.id }, { state: lead, views: [why] });
    await enter(panel, "challenge.challenge.open");
    await type(panel, "challenge.challenge", "The label printer can't do that");
    await send(panel);
    assert.equal((await panel.performed()).type, "challengeBrief");
  });

  it("the PM goes first in the retro, and an action becomes a note", async () => {
    const state = { ...pm, route: { section: "together", show: { view: "retro" } } } as const;
    const panel = await panels.panel({ state, views: [retroState(retroPage())] });
    await type(panel, "retro.mine", "I promised before I asked");
    await enter(panel, "retro.mine.submit");
    assert.equal((await panel.performed()).type, "shareInRetro");
    const later = await panels.panel({ state, views: [retroState(retroUnderWay())] });
    const open = await later.page
      .getByRole("button", { name: /^Make it a note: / })
      .first()
      .getAttribute("data-focus");
    await enter(later, open ?? "");
    await later.page.getByRole("note", { name: "What others will see" }).waitFor();
    await send(later);
    assert.equal((await later.performed()).type, "makeNoteOfAction");
  });
});
