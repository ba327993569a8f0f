import assert from "node:assert/strict";
import type { ViewState } from "../../src/protocol/views.ts";
import type { Route } from "../../src/protocol/route.ts";
import type { PanelOptions } from "../support/fake-host.ts";
import { frame, idOf, notePage } from "../support/panel-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";
import { chatbotPage, chatbotRow, dateRow, roadmapRows, sixtyDates } from "../support/roadmap-fixtures.ts";

const views: ViewState[] = [
  { view: "roadmap", repository: "shop", milestones: [...roadmapRows], briefs: [] },
  chatbotPage(),
];

const toRoadmap: Route = { section: "roadmap", show: { view: "roadmap" } };
const toChatbot: Route = { section: "roadmap", show: { view: "milestone", id: chatbotRow.id } };
const named = {
  id: chatbotRow.id,
  repository: "shop",
  title: "Returns chatbot",
  day: "2027-03-31",
  closed: false,
};

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

  it("gives a link to a date to the host's clipboard", async () => {
    const panel = await panels.panel({ views, state: { route: toChatbot } });
    await panel.page.getByRole("button", { name: "Copy link" }).click();
    assert.deepEqual(await panel.asked("copyLink"), { type: "copyLink", of: "date", id: chatbotRow.id });
    await panel.page.getByText("Link copied").waitFor();
  });

  it("says what belongs here while there is nothing, and adds a date", async () => {
    const panel = await panels.panel({
      views: [{ view: "roadmap", repository: "shop", milestones: [], briefs: [] }],
    });
    await panel.page.getByRole("button", { name: "Roadmap" }).click();
    await panel.page
      .getByText("No dates yet. Add what was promised, or import a CSV or calendar file.")
      .waitFor();
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

  const open = (options: PanelOptions = {}, shown: readonly ViewState[] = views, route: Route = toRoadmap) =>
    panels.panel({
      ...options,
      views: shown,
      state: { route, milestones: [named], ...options.state },
    });

  it("says each row of the picture as one sentence, and opens it by the keyboard", async () => {
    const panel = await open();
    const row = panel.at(`milestone.${chatbotRow.id}`);
    const spoken = (await row.locator(".unseen").innerText()).replaceAll(/[\u2068\u2069]/g, "");
    assert.equal(
      spoken,
      "Returns chatbot, fixed, 31 March, promised to support. Moved once by 2 weeks. 2 notes threaten it. " +
        "What was decided is ready between 26 March and 9 April. May miss by up to 9 days. " +
        "Engineering agreed, with concerns.",
    );
    await row.focus();
    await panel.page.getByText("the vendor delivers the language model two weeks later").last().waitFor();
    await panel.page.keyboard.press("Enter");
    await panel.page.getByRole("heading", { name: "Returns chatbot", level: 1 }).waitFor();
  });

  it("draws fixed dates filled, targets hollow, earlier ones as circles, and where decisions lead as a band", async () => {
    const { page } = await open();
    assert.equal(await page.locator(".date-fixed").count(), 2);
    assert.equal(await page.locator(".date-target").count(), 2);
    assert.equal(await page.locator(".date-before").count(), 3);
    assert.equal(await page.locator(".way-band").count(), 1);
    assert.deepEqual(
      await page
        .locator(".threat-count")
        .allInnerTexts()
        .then((all) => all.length),
      1,
    );
    assert.deepEqual(await page.locator(".date-agreement").allInnerTexts(), [
      "Engineering",
      "Agreed",
      "Agreed, with concerns",
      "Not asked",
      "Engineering can't",
    ]);
  });

  it("has the same facts as a table, which comes first where it is narrow, and keeps to it", async () => {
    const panel = await open();
    await panel.at("roadmap.asTable").click();
    const row = panel.page.getByRole("row", { name: /Returns chatbot/ });
    for (const words of ["31 Mar", "support", "Fixed", /moved 2 weeks/, /2 notes · May miss by up to 9 days/])
      await row.getByText(words).first().waitFor();
    const narrow = await open({ width: 250 });
    assert.equal(await narrow.page.locator(".date-picture").count(), 0);
    assert.equal(
      await narrow.page.evaluate(() => {
        const main = document.querySelector("main");
        return main === null ? -1 : main.scrollWidth - main.clientWidth;
      }),
      0,
    );
    await narrow.at("roadmap.asPicture").click();
    assert.equal(await narrow.page.locator(".date-picture").count(), 4);
  });

  it("says before a date is moved what hangs on it, and asks for its cause", async () => {
    const panel = await open({}, views, toChatbot);
    await panel.at("moveDate.open").click();
    await panel.page
      .getByText("Engineering agreed to the old date, with concerns. It touches 1 decision.")
      .waitFor();
    await panel.at("moveDate.to").fill("2027-04-14");
    await panel.at("moveDate.submit").click();
    await panel.page.getByText("Write one sentence after “because”").waitFor();
    await panel.box("moveDate.because").fill("the vendor is late");
    await panel.at(`moveDate.note.${idOf("note search")}`).click();
    await panel.at("moveDate.submit").click();
    assert.deepEqual((await panel.asked("perform")).action, {
      type: "moveMilestone",
      milestone: chatbotRow.id,
      to: "2027-04-14",
      because: "the vendor is late",
      notes: [idOf("note search")],
    });
  });

  it("lets engineering answer in three ways, and the product side in none", async () => {
    const asked = [views[0]!, chatbotPage({ agreement: "notAsked", answers: [] })];
    const pm = await open({}, asked, toChatbot);
    await pm.page.getByText("Not asked").waitFor();
    assert.equal(await pm.at("agree.agreed").count(), 0);
    const lead = await open({ state: { frame: frame({ role: "lead" }) } }, asked, toChatbot);
    await lead.at("agree.concerns").click();
    await lead.at("agree.submit").click();
    await lead.page.getByText("Write one sentence: it is what the others can act on.").waitFor();
    await lead.box("agree.text").fill("only if search is done");
    await lead.at("agree.submit").click();
    assert.deepEqual((await lead.asked("perform")).action, {
      type: "answerMilestone",
      milestone: chatbotRow.id,
      day: "2027-03-31",
      answer: "concerns",
      text: "only if search is done",
    });
  });

  it("names a date on a note, and lists the notes of a date", async () => {
    const panel = await panels.note(notePage(), { state: { milestones: [named] } });
    await panel.at("threaten.open").click();
    await panel.at("threaten.submit").click();
    assert.deepEqual((await panel.asked("perform")).action, {
      type: "threatenDate",
      note: notePage().id,
      threatens: chatbotRow.id,
    });
    const list = await open({ state: { route: { section: "notes" } } });
    await list.at("filter.milestone").selectOption(chatbotRow.id);
    await list.page.getByText("No note matches.").waitFor();
  });

  it("draws sixty dates and titles of 300 characters without breaking the page", async () => {
    const long = dateRow("Long ".repeat(60).trim(), { promisedTo: "W".repeat(200) });
    for (const milestones of [sixtyDates(), [long]])
      for (const width of [1100, 600, 250]) {
        const { page } = await open({ width }, [
          { view: "roadmap", repository: "shop", milestones, briefs: [] },
        ]);
        const over = await page.evaluate(() => {
          const main = document.querySelector("main");
          return main === null ? -1 : main.scrollWidth - main.clientWidth;
        });
        assert.equal(over, 0, `${milestones.length} dates at ${width} px`);
      }
  });
});
