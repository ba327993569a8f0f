import assert from "node:assert/strict";
import type { RetroState } from "../../src/protocol/retro-state.ts";
import { breaches } from "../support/axe-breaches.ts";
import { THEMES } from "../support/fake-host.ts";
import type { PanelOptions } from "../support/fake-host.ts";
import { ann, frame, idOf, priya } from "../support/panel-fixtures.ts";
import { usePanels } from "../support/panel-suite.ts";
import { retroId, retroPage, retroState, retroUnderWay } from "../support/retro-fixtures.ts";

const route = { section: "together", show: { view: "retro" } } as const;
const forPm: PanelOptions["state"] = { route, frame: frame({ role: "pm", me: priya }) };
const forEngineer: PanelOptions["state"] = { route, frame: frame({ role: "engineer", me: ann }) };
const STAYS =
  "This stays in the repository for good, with your name. What is only for the room, say in the room.";

describe("a retro on screen", () => {
  const panels = usePanels();
  const open = (view: RetroState, state = forEngineer, more: PanelOptions = {}) =>
    panels.panel({ ...more, views: [view], state: { ...state } });

  it("says what it is where there is none, and opens one for a sprint that is offered", async () => {
    const panel = await open(retroState(null));
    await panel.page.getByText("A look back in which the PM goes first").waitFor();
    await panel.page.getByRole("button", { name: "Open a retro" }).click();
    await panel.page.getByRole("button", { name: "Open the retro" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "openRetro",
      fields: { name: "Sprint 14", period: { from: "2027-02-22", to: "2027-03-05" } },
    });
  });

  it("asks for a name and both days where something else is looked back at", async () => {
    const panel = await open(retroState(null));
    await panel.page.getByRole("button", { name: "Open a retro" }).click();
    await panel.page.getByLabel("What do you look back at?").selectOption({ label: "Something else" });
    const alert = panel.page.getByRole("alert");
    const say = () => panel.page.getByRole("button", { name: "Open the retro" }).click();
    await say();
    await alert.getByText("Choose the first day.").waitFor();
    await panel.page.getByLabel("First day").fill("2027-03-01");
    await panel.page.getByLabel("Last day").fill("2027-02-01");
    await say();
    await alert.getByText("The last day is before the first.").waitFor();
    await panel.page.getByLabel("Last day").fill("2027-03-05");
    await say();
    await alert.getByText("Give it a name first.").waitFor();
  });

  it("gives the PM the first box, and says above every box that it stays", async () => {
    const panel = await open(retroState(retroPage()), forPm);
    assert.deepEqual(await panel.page.locator("main .retro-columns section h2").allInnerTexts(), [
      "Something I did that didn't work",
      "What got in the way",
      "What helped",
    ]);
    const boxes = panel.page.locator("main vscode-text-area");
    assert.equal(await boxes.count(), 4, "three boxes, and one for what is to be done");
    assert.equal(await panel.page.getByText(STAYS).count(), 3);
    await panel.page.getByText("One thing is enough: a requirement that was not clear").waitFor();
    await panel.box("retro.mine").fill("I promised before I asked");
    await panel.page.getByRole("button", { name: "Share: Something I did that didn't work" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "shareInRetro",
      retro: retroId,
      part: "mine",
      text: "I promised before I asked",
    });
  });

  it("lets others write at once, and says when what they write is shown", async () => {
    const panel = await open(retroState(retroPage({ othersWrote: true })));
    await panel.page.getByText("The PM goes first. You can write below at once.").waitFor();
    await panel.page.getByText("What is shared goes on record at once.").waitFor();
    await panel.page.getByText("Others have written already.").waitFor();
    assert.equal(await panel.page.locator('[data-focus="retro.mine"]').count(), 0);
    await panel.box("retro.inTheWay").fill("The vendor was late");
    await panel.box("retro.inTheWay").press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "shareInRetro",
      retro: retroId,
      part: "inTheWay",
      text: "The vendor was late",
    });
  });

  it("lets one correct one's own words, and says that they were", async () => {
    const panel = await open(retroState(retroUnderWay()));
    const { page } = panel;
    await page.getByText("Corrected", { exact: false }).first().waitFor();
    await page.getByRole("button", { name: "What it said before" }).click();
    await page.getByText("The vendor changed the interface.", { exact: true }).waitFor();
    const buttons = page.getByRole("button", { name: /^Correct it: The vendor changed/ });
    assert.equal(await page.getByRole("button", { name: /^Correct it/ }).count(), 1, "one's own alone");
    await buttons.click();
    const [, own] = retroUnderWay().words;
    const box = panel.box(`retroWords.${own?.id ?? ""}`);
    await box.fill("The vendor told us late");
    await box.press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "correctRetroWords",
      retro: retroId,
      words: own?.id,
      text: "The vendor told us late",
    });
  });

  it("says of one's own words that nobody else sees them yet, and reminds the writer to leave names out", async () => {
    const [, own] = retroUnderWay().words;
    assert.ok(own !== undefined);
    const panel = await open(retroState(retroPage({ words: [own] })));
    await panel.page.getByText("Not shown to others yet.").waitFor();
    await panel.emit({ type: "glossary", glossary: { words: [], people: ["Ben Okafor"] } });
    await panel.box("retro.inTheWay").fill("Ben Okafor was late");
    await panel.page.getByText("Describe what happens, not who.").waitFor();
  });

  it("opens the first box for whoever says that they look after the product here", async () => {
    const panel = await open(retroState(retroPage()));
    await panel.page.getByRole("button", { name: "I look after the product here" }).click();
    await panel.box("retro.mine").waitFor();
  });

  it("starts without the PM after one question", async () => {
    const panel = await open(retroState(retroPage()));
    await panel.page.getByRole("button", { name: "Start without the PM" }).click();
    await panel.page.getByText("What everybody wrote is shown from now on.").waitFor();
    await panel.page.getByRole("button", { name: "Start without", exact: true }).click();
    assert.deepEqual(await panel.performed(), { type: "startRetroWithout", retro: retroId });
  });

  it("says who started without, and has every box for everybody then", async () => {
    const panel = await open(
      retroState(retroPage({ underWay: { because: "without", by: ann, at: "2027-03-08T10:00:00+01:00" } })),
    );
    await panel.page.getByText(/started without the PM, 8 March\./).waitFor();
    await panel.box("retro.mine").waitFor();
    assert.equal(await panel.page.getByRole("button", { name: /^Start without/ }).count(), 0);
  });

  it("says that an empty box has nothing to share, and keeps what was typed over a refusal", async () => {
    const panel = await open(retroState(retroPage()));
    await panel.page.getByRole("button", { name: "Share: What helped" }).click();
    await panel.page.getByRole("alert").getByText("There is nothing in the box yet.").waitFor();
    await panel.box("retro.helped").fill("The early demo");
    await panel.refuseNext("You may read this repository and not write to it.");
    await panel.page.getByRole("button", { name: "Share: What helped" }).click();
    await panel.page.getByRole("alert").getByText("You may read this repository").waitFor();
    assert.equal(await panel.box("retro.helped").inputValue(), "The early demo");
  });

  it("shows facts of the record beside it, each a way to its note or date", async () => {
    const panel = await open(retroState(retroPage()));
    const facts = panel.page.getByRole("complementary", { name: "From the record" });
    assert.deepEqual(await facts.locator("h3").allInnerTexts(), [
      "Estimates and outcomes",
      "What surfaced late",
      "Questions left waiting",
      "Dates that moved",
    ]);
    await facts.getByText("A question waited 9 days for its answer.").waitFor();
    await facts.getByRole("link", { name: "Returns chatbot" }).press("Enter");
    await panel.settled();
    const watched = (await panel.requests()).filter(({ type }) => type === "watchView").at(-1);
    assert.deepEqual(watched, { type: "watchView", view: { view: "milestone", id: idOf("chatbot") } });
  });

  it("shows five facts of a kind, and the rest when asked", async () => {
    const [fact] = retroPage().facts;
    assert.ok(fact !== undefined);
    const facts = Array.from({ length: 8 }, (_, at) => ({ ...fact, title: `Note ${at}` }));
    const panel = await open(retroState(retroPage({ facts })));
    const links = panel.page.locator(".retro-facts .page-link");
    assert.equal(await links.count(), 5);
    await panel.page.getByRole("button", { name: "Show 3 more" }).click();
    assert.equal(await links.count(), 8);
  });

  it("takes an action down and makes a note of it, with what others will see", async () => {
    const panel = await open(retroState(retroUnderWay()));
    await panel.box("retro.action").fill("Write the release notes earlier");
    await panel.page.getByRole("button", { name: "Take it down" }).click();
    assert.equal((await panel.performed()).type, "takeDownAction");
    await panel.page.getByRole("button", { name: /^Make it a note: .?Ask the vendor/ }).click();
    const preview = panel.page.getByRole("note", { name: "What others will see" });
    await preview.getByText("Ask the vendor for a list of changes, each month").waitFor();
    await panel.page.getByLabel("What is it?").selectOption({ label: "Would speed us up" });
    await panel.page.getByRole("button", { name: "Put it on record" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "makeNoteOfAction",
      retro: retroId,
      action: idOf("action vendor"),
      fields: { title: "Ask the vendor for a list of changes, each month", kind: "enabler" },
    });
  });

  it("makes a why of an action, for a sprint", async () => {
    const panel = await open(retroState(retroUnderWay()));
    await panel.page.getByRole("button", { name: /^Make it a why: .?Ask the vendor/ }).click();
    await panel.page.getByRole("button", { name: "Share the why" }).click();
    await panel.page.getByRole("alert").getByText("Choose the first day.").waitFor();
    await panel.page.getByRole("textbox", { name: "What do you call the sprint?" }).fill("Sprint 15");
    await panel.page.getByLabel("First day").fill("2027-03-08");
    await panel.page.getByLabel("Last day").fill("2027-03-19");
    await panel.page.getByRole("button", { name: "Share the why" }).click();
    const action = await panel.performed();
    assert.ok(action.type === "makeWhyOfAction");
    assert.deepEqual(action.fields.scope, {
      kind: "sprint",
      name: "Sprint 15",
      from: "2027-03-08",
      to: "2027-03-19",
    });
  });

  it("says what an action became, and offers nothing more for it", async () => {
    const panel = await open(retroState(retroUnderWay()));
    const row = panel.page.locator(".retro-actions li").nth(1);
    await row.getByText("Became a note:").waitFor();
    assert.equal(await row.getByRole("button").count(), 0);
  });

  it("can only be read, opened again and left once it is closed", async () => {
    const panel = await open(retroState(retroUnderWay({ closed: true })));
    assert.equal(await panel.page.locator("main vscode-text-area").count(), 0);
    await panel.page.getByText("I promised the date to support").waitFor();
    await panel.page.getByRole("button", { name: "Open it again" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editRetro",
      retro: retroId,
      fields: { closed: false },
    });
  });

  it("says that others wrote where it was closed before it was under way", async () => {
    const panel = await open(retroState(retroPage({ closed: true, othersWrote: true })));
    const words = panel.page.getByText("It was closed before the PM shared.");
    await words.first().waitFor();
    assert.equal(await panel.page.getByText("Nothing was written here.").count(), 0);
  });

  it("leads to the other retros", async () => {
    const panel = await open(retroState(retroPage()));
    await panel.page.getByRole("button", { name: "Other retros (1)" }).press("Enter");
    await panel.page.getByRole("link", { name: "Sprint 13" }).press("Enter");
    await panel.settled();
    const watched = (await panel.requests()).filter(({ type }) => type === "watchView").at(-1);
    assert.deepEqual(watched, { type: "watchView", view: { view: "retro", id: idOf("retro 13") } });
  });

  it("changes its name and days where it stands", async () => {
    const panel = await open(retroState(retroPage()));
    await panel.page.getByRole("button", { name: "Change its name or days" }).click();
    await panel.page.getByRole("textbox", { name: "What do you call it?" }).fill("Sprint fourteen");
    await panel.page.getByRole("button", { name: "Save" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editRetro",
      retro: retroId,
      fields: { name: "Sprint fourteen", period: { from: "2027-02-22", to: "2027-03-05" } },
    });
  });

  it("has two versions picked from", async () => {
    const version = (text: string) => ({
      event: idOf(text),
      by: ann,
      at: "2027-03-08T10:00:00+01:00",
      text,
    });
    const panel = await open(
      retroState(
        retroPage({
          contested: [
            {
              field: "name",
              label: "What it looks back at",
              versions: [version("Sprint 14"), version("March")],
              writable: false,
            },
          ],
        }),
      ),
    );
    await panel.page.getByRole("button", { name: /^Take this one: .*March/ }).click();
    assert.deepEqual(await panel.performed(), {
      type: "settleRetro",
      retro: retroId,
      field: "name",
      version: idOf("March"),
    });
  });
});

describe("a retro, for every eye", () => {
  const panels = usePanels();
  const long = `${"Incomprehensibilities".repeat(10)} ${"a word ".repeat(40)}`;
  const longWords = retroUnderWay().words.map((words) => ({ ...words, text: long }));
  const pages: Readonly<Record<string, RetroState>> = {
    "retro-first": retroState(retroPage({ othersWrote: true })),
    "retro-under-way": retroState(retroUnderWay()),
    "retro-closed": retroState(retroUnderWay({ closed: true })),
    "retro-none": retroState(null),
    "retro-long": retroState(retroUnderWay({ name: long, words: longWords })),
  };

  for (const theme of THEMES)
    it(`has nothing that axe finds in ${theme}, and nothing wider than a narrow bar`, async () => {
      for (const [name, view] of Object.entries(pages))
        for (const width of [1120, 250]) {
          const panel = await panels.panel({
            views: [view],
            state: { ...(name === "retro-first" ? forPm : forEngineer) },
            theme,
            width,
            height: 1400,
          });
          await panel.page.getByRole("button", { name: "Other retros (1)" }).click();
          const make = panel.page.getByRole("button", { name: /^Make it a why: .?Ask/ });
          if (name === "retro-under-way") await make.click();
          await panel.settled();
          await panel.screenshot(name, theme, width);
          assert.deepEqual(await breaches(panel), [], name);
          const overflow = await panel.page.evaluate(() => {
            const area = document.querySelector("main.view");
            return area === null ? -1 : area.scrollWidth - area.clientWidth;
          });
          assert.equal(overflow, 0, `${name} at ${width}`);
          await panels.finish(panel);
        }
    });

  it("is written from the first box to a note with the keyboard alone", async () => {
    const panel = await panels.panel({ views: [retroState(retroUnderWay())], state: forEngineer });
    await panel.at("title").focus();
    const seen: string[] = [];
    for (let step = 0; step < 60; step++) {
      await panel.page.keyboard.press("Tab");
      const key = await panel.page.evaluate(
        () => document.activeElement?.closest("[data-focus]")?.getAttribute("data-focus") ?? "",
      );
      seen.push(key);
      if (key === `action.note.${idOf("action vendor")}.open`) break;
    }
    const order = ["retro.mine", "retro.inTheWay", "retro.helped", "retro.estimate.0"].map((key) =>
      seen.indexOf(key),
    );
    assert.ok(!order.includes(-1), seen.join(" "));
    assert.deepEqual(
      order,
      [...order].sort((one, other) => one - other),
    );
    await panel.page.keyboard.press("Enter");
    await panel.page.getByRole("note", { name: "What others will see" }).waitFor();
    await panel.page.keyboard.press("Control+Enter");
    assert.equal((await panel.performed()).type, "makeNoteOfAction");
  });
});
