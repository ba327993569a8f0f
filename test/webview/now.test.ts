import assert from "node:assert/strict";
import { until } from "../support/until.ts";
import { usePanels } from "../support/panel-suite.ts";
import { frame, idOf, nowRow, nowRows } from "../support/panel-fixtures.ts";

describe("Now", () => {
  const panels = usePanels();

  it("shows three groups with headings, each row with its reason and one action", async () => {
    const { page } = await panels.panel();
    assert.deepEqual(await page.locator("main h2").allInnerTexts(), [
      "Needs you",
      "Worth knowing",
      "Waits for others",
    ]);
    assert.equal(await page.locator(".now-row").count(), nowRows.length);
    const first = page.locator(".now-row").first();
    await first.getByText("Decide by 14 March", { exact: false }).waitFor();
    assert.equal(await first.getByRole("button", { name: "Decide: One query loads" }).count(), 1);
  });

  it("counts what needs me in its tab, and nothing else", async () => {
    const { page } = await panels.panel();
    assert.deepEqual(await page.locator(".tab").allInnerTexts(), ["Now (3)", "Notes", "Roadmap"]);
    assert.equal(await page.locator('.tab[aria-current="page"]').innerText(), "Now (3)");
  });

  it("says in a word what its colours say", async () => {
    const { page } = await panels.panel();
    assert.match(await page.locator(".now-row", { hasText: "Returns wait" }).innerText(), /Late/);
    assert.match(await page.locator(".now-row", { hasText: "chatbot needs" }).innerText(), /At risk/);
  });

  it("shows seven rows of a group, and the others when asked", async () => {
    const now = Array.from({ length: 19 }, (_, index) =>
      nowRow(`row ${index}`, { title: `Note number ${index}` }),
    );
    const { page } = await panels.panel({ state: { now } });
    assert.equal(await page.locator(".now-row").count(), 7);
    await page.getByRole("button", { name: "Show 12 more" }).click();
    assert.equal(await page.locator(".now-row").count(), 19);
    await page.getByRole("button", { name: "Show fewer" }).click();
    assert.equal(await page.locator(".now-row").count(), 7);
  });

  it("opens the note with what the row is about", async () => {
    const panel = await panels.panel();
    await panel.page.getByRole("button", { name: "Decide: One query loads" }).click();
    await panel.page.locator('[data-form="decide"]').waitFor();
    assert.equal((await panel.asked("watch")).note, idOf("note search"));
    assert.equal(await panel.page.locator("vscode-radio[aria-checked='true']").count(), 0);
  });

  it("says that nothing waits, and how many notes there are", async () => {
    const { page } = await panels.panel({ state: { now: [], frame: frame({ noteCount: 12 }) } });
    await page.getByText("Nothing waits for you. 12 notes are on record.").waitFor();
  });

  it("says of one note that it is one", async () => {
    const { page } = await panels.panel({ state: { now: [], frame: frame({ noteCount: 1 }) } });
    await page.getByText("Nothing waits for you. 1 note is on record.").waitFor();
  });

  it("follows what the host says, without leaving the page", async () => {
    const panel = await panels.panel();
    await panel.emit({ type: "now", now: [nowRow("new", { title: "Something new" })], putOff: [] });
    await panel.page.getByText("Something new").waitFor();
    assert.equal(await panel.page.locator(".now-row").count(), 1);
    assert.equal(await panel.page.locator(".tab").first().innerText(), "Now (1)");
  });

  it("names the repository where the window holds several", async () => {
    const { page } = await panels.panel({
      state: {
        frame: frame({
          repositories: [
            { id: "shop", name: "shop" },
            { id: "stock", name: "stock" },
          ],
        }),
      },
    });
    assert.match(await page.locator(".now-row").first().innerText(), /· shop/);
  });

  it("puts a row off until a day, and shows it again", async () => {
    const row = nowRow("decide");
    const panel = await panels.panel();
    const { page } = panel;
    await page.getByRole("button", { name: "Later…: One query loads" }).click();
    await page.getByLabel("Not before", { exact: true }).last().fill("2027-03-02");
    await page.getByRole("button", { name: "Put it off" }).click();
    assert.deepEqual(await panel.asked("notNow"), {
      type: "notNow",
      record: row.record,
      row: row.key,
      until: "2027-03-02",
    });
    await panel.emit({ type: "now", now: [], putOff: [{ row, until: "2027-03-02" }] });
    await page.getByRole("button", { name: "Put off by you (1)" }).click();
    await page.getByText("Back on 2 March").waitFor();
    await page.getByRole("button", { name: "Show it now: One query loads" }).click();
    await until("it is asked for", async () =>
      (await panel.requests()).some((request) => request.type === "notNow" && request.until === null),
    );
  });
});
