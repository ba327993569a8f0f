import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import { barePage, decidedPage, frame, idOf, notePage, place } from "../support/panel-fixtures.ts";

describe("the note page", () => {
  const panels = usePanels();

  it("goes from what everybody needs to what only some look up", async () => {
    for (const width of [1100, 700, 250]) {
      const { page } = await panels.note(decidedPage(), { width });
      const order = await page.evaluate(() =>
        [
          ".note-head h1",
          ".meta-line",
          ".impact",
          ".decision",
          ".comparison",
          ".questions",
          "#differing-title",
          ".evidence",
          ".history",
        ].map((selector) => {
          const found = document.querySelector(selector);
          if (found === null) throw new Error(`no ${selector}`);
          return found.getBoundingClientRect().top;
        }),
      );
      assert.deepEqual(
        order,
        [...order].sort((one, other) => one - other),
        `at ${width} px`,
      );
    }
  });

  it("has impact, status and who decides in its first 400 px, at any width", async () => {
    for (const width of [1100, 700, 250]) {
      const { page } = await panels.note(notePage(), { width });
      for (const words of ["Search takes over 5 s", "Options ready", "The product manager decides."]) {
        const box = await page.locator(".note-head").getByText(words).first().boundingBox();
        assert.ok(
          box !== null && box.y + box.height <= 400,
          `${words} ends at ${box === null ? "-" : box.y + box.height} of ${width} px`,
        );
      }
    }
  });

  it("is titled with one h1, and names its status, kind, badges, date and owner in a line", async () => {
    const { page } = await panels.note(notePage());
    assert.equal(await page.locator("h1").count(), 1);
    assert.deepEqual(await page.locator(".meta-line > li").allInnerTexts(), [
      "Options ready",
      "Bottleneck",
      "Open question",
      "Needed by 14 March",
      "Owner: \u2068Ann Keller\u2069",
    ]);
  });

  it("shows no path, identifier or commit until a fold is opened", async () => {
    const { page } = await panels.note(notePage());
    const text = await page.locator("article").innerText();
    assert.doesNotMatch(text, /all-products|allProducts|[0-9a-f]{12}/);
  });

  it("shows places with their quote when asked, and jumps to them", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "1 place in the code" }).click();
    await panel.page.getByText("src/search/all-products.ts").waitFor();
    await panel.page.getByText("export async function allProducts").waitFor();
    await panel.page.getByText("lines 41 to 44", { exact: false }).waitFor();
    await panel.page.getByRole("button", { name: "Go to the code" }).click();
    assert.deepEqual(await panel.asked("showPlace"), {
      type: "showPlace",
      note: idOf("note search"),
      place: idOf("place"),
    });
  });

  it("shows twelve lines of a long quote, and the others when asked", async () => {
    const quote = Array.from({ length: 40 }, (_, index) => `line number ${index}`);
    const panel = await panels.note(notePage({ places: [place({ quote })] }));
    await panel.page.getByRole("button", { name: "1 place in the code" }).click();
    assert.equal((await panel.page.locator("pre").innerText()).split("\n").length, 12);
    await panel.page.getByRole("button", { name: "Show 28 more lines" }).click();
    assert.equal((await panel.page.locator("pre").innerText()).split("\n").length, 40);
  });

  it("offers to choose the lines of a place that lost its code", async () => {
    const panel = await panels.note(
      notePage({ places: [place({ status: "orphaned", reason: "the quoted lines are gone" })] }),
    );
    await panel.page.getByRole("button", { name: "1 place in the code · 1 lost its code" }).click();
    await panel.page.getByText("show where it belongs now", { exact: false }).waitFor();
    await panel.page.getByRole("button", { name: "Choose the lines" }).click();
    assert.equal((await panel.asked("chooseLines")).place, idOf("place"));
    await panel.page.getByRole("button", { name: "Mark as done…" }).click();
    await panel.page.getByRole("radio", { name: "Done", checked: true }).waitFor();
    assert.equal(await panel.box("close.because").inputValue(), "Its code was removed.");
  });

  it("offers to search for such a place, and names no reason to close where others are still there", async () => {
    const lost = place({ id: idOf("lost"), status: "orphaned", reason: "The code is not here any more." });
    const panel = await panels.note(notePage({ places: [place(), lost] }));
    await panel.page.getByRole("button", { name: "2 places in the code · 1 lost its code" }).click();
    await panel.page.getByRole("button", { name: "Search for it" }).click();
    assert.equal((await panel.asked("searchPlace")).place, idOf("lost"));
    await panel.page.getByRole("button", { name: "Mark as done…" }).click();
    assert.equal(await panel.box("close.because").inputValue(), "");
  });

  it("says of a whole file and a whole folder that they are, and shows no lines", async () => {
    const file = place({ id: idOf("file"), path: "src/a.ts", whole: "file", quote: [], symbol: undefined });
    const folder = place({ ...file, id: idOf("folder"), path: "src/billing", whole: "folder" });
    const panel = await panels.note(notePage({ places: [file, folder] }));
    await panel.page.getByRole("button", { name: "2 places in the code" }).click();
    const shown = (await panel.page.locator(".places").innerText()).replaceAll(/\s+/g, " ");
    assert.match(shown, /src\/a\.ts the whole file .*src\/billing the whole folder /);
    assert.doesNotMatch(shown, /lines? \d|not shared/);
  });

  it("puts a place back where it was before a person said where it belongs", async () => {
    const before = { path: "src/old.ts", startLine: 7, endLine: 9 };
    const panel = await panels.note(notePage({ places: [place({ before })] }));
    await panel.page.getByRole("button", { name: "1 place in the code" }).click();
    await panel.page.getByText("Set by a person. Before, it was at src/old.ts, line 7.").waitFor();
    await panel.page.getByRole("button", { name: "Put back: src/old.ts" }).click();
    assert.deepEqual((await panel.asked("perform")).action, {
      type: "putBackPlace",
      note: idOf("note search"),
      place: idOf("place"),
    });
  });

  it("offers to compare the code then and now where it changed so much that a person should look", async () => {
    const panel = await panels.note(
      notePage({ places: [place({ status: "changed", reason: "Moved down 2 lines, 3 lines changed" })] }),
    );
    await panel.page.getByRole("button", { name: "1 place in the code · 1 changed" }).click();
    await panel.page.getByText("Moved down 2 lines, 3 lines changed").waitFor();
    await panel.page.getByRole("button", { name: "Then and now: src/search/all-products.ts" }).click();
    assert.equal((await panel.asked("comparePlace")).place, idOf("place"));
  });

  it("shows evidence as sentences, and links only what is on the web, with its host", async () => {
    const { page } = await panels.note(notePage());
    await page.getByText("Median search time in the five largest shops: 5.2 s").waitFor();
    const link = page.getByRole("link", { name: "Open grafana.example.org" });
    assert.equal(await link.getAttribute("href"), "https://grafana.example.org/d/search?from=now-7d");
  });

  it("adds evidence, and refuses a link that is none", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Add evidence" }).click();
    await panel.box("evidence.text").fill("Shops that left over search");
    await panel.box("evidence.figure").fill("2");
    await panel.box("evidence.link").fill("javascript:alert(1)");
    await panel.page.getByRole("button", { name: "Add it" }).click();
    await panel.page.getByText("A link starts with https:// or http://.").waitFor();
    assert.equal(await panel.focusKey(), "evidence.link");
    await panel.box("evidence.link").fill("https://example.org/a");
    await panel.page.getByRole("button", { name: "Add it" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "addEvidence",
      note: idOf("note search"),
      text: "Shops that left over search",
      figure: "2",
      link: "https://example.org/a",
    });
  });

  it("takes evidence off after asking", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Take off: Median search time" }).click();
    await panel.page.getByText("The history keeps it.", { exact: false }).waitFor();
    await panel.page.getByRole("button", { name: "Take it off" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "removeItems",
      note: idOf("note search"),
      items: [idOf("evidence 1")],
    });
  });

  it("shows the last five of the history, and all when asked", async () => {
    const panel = await panels.note(notePage());
    assert.equal(await panel.page.locator(".history li").count(), 5);
    await panel.page.getByRole("button", { name: "Show all 7" }).click();
    assert.equal(await panel.page.locator(".history li").count(), 7);
    await panel.page.getByText("Names are as set in git.").waitFor();
  });

  it("edits title, effect on users, background and what waiting costs in their places", async () => {
    const edits = [
      { name: "Edit the title", key: "title", field: "title" },
      { name: "Edit the effect on users", key: "impact", field: "impact" },
      { name: "Edit the background", key: "context", field: "context" },
      { name: "Edit what waiting costs", key: "costOfDelay", field: "costOfDelay" },
    ];
    for (const { name, key, field } of edits) {
      const panel = await panels.note(notePage());
      await panel.page.getByRole("button", { name }).click();
      await panel.page.waitForFunction(
        (wanted) => (document.activeElement as HTMLElement).dataset["focus"] === wanted,
        key,
      );
      await panel.box(key).fill(`Other words for ${field}`);
      await panel.page.getByRole("button", { name: "Save", exact: true }).click();
      assert.deepEqual(await panel.performed(), {
        type: "editNote",
        note: idOf("note search"),
        fields: { [field]: `Other words for ${field}` },
      });
      await panel.page.locator(`[data-form="${key}"]`).waitFor({ state: "detached" });
      assert.equal(await panel.focusKey(), `edit.${key}`);
    }
  });

  it("does not save a note without a title", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Edit the title" }).click();
    await panel.box("title").fill("  ");
    await panel.page.getByRole("button", { name: "Save", exact: true }).click();
    await panel.page.getByText("A note needs a title.").waitFor();
    assert.deepEqual(
      (await panel.requests()).filter(({ type }) => type === "perform"),
      [],
    );
  });

  it("edits the date and why it matters, and takes the date away again", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Edit the date" }).click();
    await panel.at("neededBy.day").fill("2027-04-02");
    await panel.page.getByRole("button", { name: "Save", exact: true }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editNote",
      note: idOf("note search"),
      fields: { neededBy: { day: "2027-04-02", why: "promised to support for the spring release" } },
    });
    await panel.page.getByRole("button", { name: "Edit the date" }).click();
    await panel.at("neededBy.day").fill("");
    await panel.box("neededBy.why").fill("");
    await panel.forget();
    await panel.page.getByRole("button", { name: "Save", exact: true }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editNote",
      note: idOf("note search"),
      fields: { neededBy: null },
    });
  });

  it("changes who decides with one click", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Let the tech lead decide" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editNote",
      note: idOf("note search"),
      fields: { decider: "lead" },
    });
    await panel.emit({ type: "note", note: notePage({ decider: "lead" }) });
    await panel.page.getByText("Not decided. The tech lead decides.").waitFor();
  });

  it("closes in four ways, with a day where it is put off", async () => {
    for (const [label, as] of [
      ["Done", "done"],
      ["Accepted as it is", "acceptedAsIs"],
      ["Withdrawn", "withdrawn"],
    ] as const) {
      const panel = await panels.note(notePage());
      await panel.page.getByRole("button", { name: "Close this note…" }).click();
      await panel.page.getByRole("radio", { name: label }).click();
      await panel.box("close.because").fill("it is enough");
      await panel.page.getByRole("button", { name: "Close this note", exact: true }).click();
      assert.deepEqual(await panel.performed(), {
        type: "close",
        note: idOf("note search"),
        as,
        because: "it is enough",
      });
    }
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Close this note…" }).click();
    await panel.page.getByRole("button", { name: "Close this note", exact: true }).click();
    await panel.page.getByText("Choose how it ends.").waitFor();
    await panel.page.getByRole("radio", { name: "Put off until …" }).click();
    await panel.page.getByRole("button", { name: "Close this note", exact: true }).click();
    await panel.page.getByText("Until when?", { exact: false }).waitFor();
    await panel.at("close.until").fill("2027-06-01");
    await panel.page.getByRole("button", { name: "Close this note", exact: true }).click();
    assert.deepEqual(await panel.performed(), {
      type: "close",
      note: idOf("note search"),
      as: "putOff",
      until: "2027-06-01",
    });
  });

  it("closes with one Enter on what was chosen, and nothing else said", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Close this note…" }).click();
    await panel.page.waitForFunction(() => document.activeElement?.localName === "vscode-radio");
    await panel.page.keyboard.press("Enter");
    await panel.page.getByRole("radio", { name: "Done", checked: true }).waitFor();
    await panel.box("close.took").waitFor();
    await panel.page.keyboard.press("Enter");
    assert.deepEqual(await panel.performed(), { type: "close", note: idOf("note search"), as: "done" });
  });

  it("asks how it went where people like to say, beside the dates that the record knows", async () => {
    const panel = await panels.note(decidedPage());
    const { page } = panel;
    await page.getByRole("button", { name: "Close this note…" }).click();
    await page.getByRole("radio", { name: "Done" }).click();
    await page.getByText("On record since 9 February. Decided on 23 February.", { exact: false }).waitFor();
    assert.equal(await page.getByText("It began to hurt on").count(), 0);
    await panel.box("close.took").fill("soon");
    await panel.at("close.beforeItHurt").selectOption("Partly");
    await panel.at("close.hurtFrom").fill("2027-02-12");
    await page.getByRole("button", { name: "Close this note", exact: true }).click();
    await page.getByText("This can't be read as a time.", { exact: false }).waitFor();
    await panel.box("close.took").fill("2-3 weeks");
    await page.getByRole("button", { name: "Close this note", exact: true }).click();
    assert.deepEqual(await panel.performed(), {
      type: "close",
      note: idOf("note search"),
      as: "done",
      took: { low: 2, high: 3, unit: "weeks" },
      beforeItHurt: "partly",
      hurtFrom: "2027-02-12",
    });
  });

  it("asks for no day where it was never needed", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Close this note…" }).click();
    await panel.page.getByRole("radio", { name: "Withdrawn" }).click();
    await panel.at("close.beforeItHurt").selectOption("No");
    await panel.at("close.hurtFrom").fill("2027-02-12");
    await panel.at("close.beforeItHurt").selectOption("It was never needed");
    assert.equal(await panel.at("close.hurtFrom").count(), 0);
    await panel.page.getByRole("button", { name: "Close this note", exact: true }).click();
    assert.deepEqual(await panel.performed(), {
      type: "close",
      note: idOf("note search"),
      as: "withdrawn",
      beforeItHurt: "neverNeeded",
    });
  });

  it("says of a closed note how it went", async () => {
    const closed = { as: "done", took: { likely: 2.5, unit: "weeks" }, beforeItHurt: "no" } as const;
    const panel = await panels.note(
      notePage({ status: "done", closed: { ...closed, hurtFrom: "2027-02-12" } }),
    );
    const said = await panel.page.locator(".closed-block").innerText();
    assert.match(said, /It took 2½ weeks\. On record before it hurt: No\. It began to hurt on 12 February\./);
  });

  it("shows how it was closed, and opens again", async () => {
    const closed = notePage({
      status: "putOff",
      closed: { as: "putOff", until: "2027-06-01", because: "after the fair" },
    });
    const panel = await panels.note(closed);
    await panel.page.locator(".decision").getByText("Put off until 1 June").waitFor();
    await panel.page.getByText("after the fair").waitFor();
    await panel.page.getByRole("button", { name: "Open it again" }).click();
    assert.deepEqual(await panel.performed(), { type: "reopen", note: idOf("note search") });
  });

  it("copies what to send to the PM, and says so", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Tell your PM" }).click();
    assert.equal((await panel.asked("tellYourPm")).note, idOf("note search"));
    await panel.page.getByRole("status").getByText("Copied. Paste it where you talk with your PM.").waitFor();
  });

  it("asks for help where the effect on users is not known", async () => {
    const panel = await panels.note(barePage());
    await panel.page.getByText("Effect on users: not known yet. Can you help find out?").waitFor();
    await panel.page.getByRole("button", { name: "Write it: the effect on users" }).click();
    await panel.box("impact").fill("Nobody can pay after June");
    await panel.page.keyboard.press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "editNote",
      note: idOf("note bare"),
      fields: { impact: "Nobody can pay after June" },
    });
  });

  it("says which lines it can't read, and what to do", async () => {
    const panel = await panels.note(
      notePage({
        unread: [
          { id: idOf("one"), kind: "newer", why: "version 2" },
          { id: idOf("two"), kind: "unreadable", why: "not JSON" },
        ],
      }),
    );
    await panel.page.getByText("1 line was written by a newer Sightline.", { exact: false }).waitFor();
    await panel.page.getByText("1 line of this note can't be read. It is kept as it is.").waitFor();
  });

  it("shows what is known of a note until the note is here", async () => {
    const panel = await panels.panel({ state: { route: { section: "notes" } } });
    await panel.hold();
    await panel.page.getByRole("link", { name: "One query loads every product of the shop" }).click();
    await panel.page.getByRole("heading", { name: "One query loads every product of the shop" }).waitFor();
    await panel.page.getByText("Search takes over 5 s for large shops", { exact: false }).waitFor();
    await panel.page.getByText("Reading the note …").waitFor();
    await panel.release();
    await panel.page.getByText("Ways to go").first().waitFor();
    assert.equal(await panel.page.getByText("Reading the note …").count(), 0);
  });

  it("says when a note is not on this machine, and syncs", async () => {
    const panel = await panels.panel({ notes: [] });
    await panel.emit({ type: "go", route: { section: "notes", note: idOf("elsewhere") } });
    await panel.page.getByRole("heading", { name: "This note is not here" }).waitFor();
    await panel.page.getByRole("button", { name: "Sync", exact: true }).click();
    await panel.asked("sync");
    await panel.emit({ type: "note", note: notePage({ id: idOf("elsewhere"), title: "Here it is" }) });
    await panel.page.getByRole("heading", { name: "Here it is" }).waitFor();
  });

  it("starts what was chosen in the editor", async () => {
    const panel = await panels.panel();
    const note = idOf("note search");
    await panel.emit({ type: "go", route: { section: "notes", note, open: "ask" } });
    await panel.page.locator('[data-form="ask"]').waitFor();
    await panel.emit({ type: "go", route: { section: "notes", note, open: "options" } });
    await panel.page.getByRole("button", { name: "Put on the table" }).waitFor();
    await panel.page.waitForFunction(
      () => (document.activeElement as HTMLElement).dataset["focus"] === "compose.0.title",
    );
    await panel.emit({ type: "go", route: { section: "notes", note, open: "impact" } });
    await panel.page.locator('[data-form="impact"]').waitFor();
    await panel.emit({ type: "go", route: { section: "notes", note, open: "answer" } });
    await panel.page.locator('[data-form^="answer."]').waitFor();
  });

  it("has one primary button, whatever is open", async () => {
    const primaries = async (role: "pm" | "lead" | "engineer", open?: string) => {
      const panel = await panels.note(notePage(), { state: { frame: frame({ role }) } });
      if (open !== undefined) await panel.at(open).click();
      await panel.settled();
      return panel.page.locator("vscode-button[appearance=primary]").allInnerTexts();
    };
    assert.deepEqual(await primaries("pm"), ["Decide…"]);
    assert.deepEqual(await primaries("lead"), []);
    assert.deepEqual(await primaries("engineer"), []);
    assert.deepEqual(await primaries("pm", "ask.open"), ["Ask"]);
    assert.deepEqual(await primaries("pm", "decide.open"), ["Decide"]);
    assert.deepEqual(await primaries("lead", "compose.open"), ["Put on the table"]);
    assert.deepEqual(await primaries("lead", `edit.option.${idOf("option A")}`), ["Save option A"]);
  });
});
