import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import type { PanelPage } from "../support/fake-host.ts";
import {
  doNothing,
  frame,
  idOf,
  notePage,
  option,
  optionA,
  optionB,
  priya,
} from "../support/panel-fixtures.ts";

const rowNames = ({ page }: PanelPage) =>
  page.locator("table.options tbody th[scope=row] > span:first-child").allInnerTexts();

describe("the comparison", () => {
  const panels = usePanels();

  describe("1: columns", () => {
    it("is a real table: a caption, a header for each option, a header for each row", async () => {
      const { page } = await panels.note(notePage());
      const table = page.getByRole("table", { name: "Ways to go" });
      assert.equal(await table.locator("caption").innerText(), "Ways to go");
      assert.equal(await table.getByRole("columnheader").count(), 3);
      assert.deepEqual(
        await table.getByRole("columnheader").locator(".letter").allInnerTexts(),
        ["A", "B", "C"].map((letter) => `Option\n${letter}`),
      );
      assert.deepEqual(await table.getByRole("columnheader").locator(".few-words").allInnerTexts(), [
        "Cache what people search for most",
        "Move search to a service of its own",
        "Do nothing",
      ]);
      for (const cell of await table.locator("tbody td").all())
        assert.equal(
          await cell.evaluate((td) => td.closest("tr")?.querySelectorAll("th[scope=row]").length),
          1,
        );
    });

    it("says whose an option is that somebody else added, and leaves its effort to engineering", async () => {
      const theirs = option("D", { title: "Call them back", by: priya, effort: null });
      const { page } = await panels.note(notePage({ options: [optionA, theirs] }), {
        state: { frame: frame({ role: "engineer" }) },
      });
      const heads = page.getByRole("columnheader");
      assert.equal(await heads.getByText("An option of").count(), 1);
      assert.match(await heads.nth(1).innerText(), /An option of \u2068?Priya/);
      await page.getByText("How long would it take?").waitFor();
      const asPm = await panels.note(notePage({ options: [optionA, theirs] }), {
        state: { frame: frame({ role: "pm" }) },
      });
      await asPm.page.getByText("Engineering will say how long.").waitFor();
    });

    it("gives the row header 160 px and every option the same width, 220 px at least", async () => {
      for (const width of [1100, 860]) {
        const { page } = await panels.note(notePage({ options: [optionA, optionB] }), { width });
        const widths = await page
          .locator("table.options thead tr > *")
          .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
        assert.equal(widths[0], 160);
        assert.ok(Math.abs(widths[1]! - widths[2]!) < 1);
        assert.ok(widths[1]! >= 220);
      }
    });

    it("scrolls sideways from four columns on, with the row headers in place", async () => {
      const options = [optionA, optionB, option("D", { implications: "x" }), option("E"), doNothing];
      const { page } = await panels.note(notePage({ options }), { width: 900 });
      const area = page.getByRole("group", { name: "Ways to go" });
      const header = page.locator("table.options tbody th").first();
      const before = (await header.boundingBox())!.x;
      await area.evaluate((element) => element.scrollTo(300, 0));
      assert.equal(await area.evaluate((element) => element.scrollLeft), 300);
      assert.equal((await header.boundingBox())!.x, before);
      const widths = await page
        .locator("table.options thead th")
        .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
      assert.ok(
        widths.every((width) => width >= 220),
        widths.join(" "),
      );
      const last = page.locator("table.options thead th").last();
      assert.match(await last.innerText(), /Do nothing/);
    });

    it("frames the one that was taken, and says so", async () => {
      const { page } = await panels.note(
        notePage({ options: [optionA, { ...optionB, taken: true }, doNothing] }),
      );
      const head = page.locator("thead th.taken");
      assert.match(await head.innerText(), /Decided/);
      assert.equal(await head.evaluate((cell) => getComputedStyle(cell).borderTopWidth), "2px");
      assert.equal(
        await page
          .locator("tbody td.taken")
          .first()
          .evaluate((cell) => getComputedStyle(cell).borderLeftWidth),
        "2px",
      );
    });

    it("says which one engineering would take, and why under the table", async () => {
      const { page } = await panels.note(notePage());
      assert.match(await page.locator("thead th").nth(1).innerText(), /Engineering would take this/);
      await page
        .getByText("Engineering would take \u2068B\u2069".replace(/[\u2068\u2069]/g, ""), { exact: false })
        .first()
        .waitFor();
      assert.match(await page.locator(".recommendation").innerText(), /a cache has to be thrown away again/);
    });
  });

  describe("2: rows", () => {
    it("stand in their order, what users get first, and those without any value are left out", async () => {
      const panel = await panels.note(notePage());
      assert.deepEqual(await rowNames(panel), [
        "What users get or lose",
        "How long",
        "What we give up",
        "Risks",
        "Can it be undone?",
        "What we assume",
        "What it depends on",
      ]);
      const bare = await panels.note(
        notePage({ options: [option("A", { implications: "x" }), option("B")] }),
      );
      assert.deepEqual(await rowNames(bare), ["What users get or lose", "How long"]);
    });

    it("says in one muted line what is the same for all", async () => {
      const { page } = await panels.note(
        notePage({
          options: [
            { ...optionA, reversibility: "easily", assumptions: "The vendor signs." },
            { ...optionB, reversibility: "easily", costToUndo: "", assumptions: " The vendor signs. " },
            doNothing,
          ],
        }),
      );
      await page.getByRole("cell", { name: "The same for all: can be undone easily" }).waitFor();
      assert.equal(await page.locator("tr.same td").first().getAttribute("colspan"), "3");
    });

    it("starts losses with a minus and gains with a plus", async () => {
      const { page } = await panels.note(
        notePage({ options: [{ ...optionA, gains: "+ Faster tests" }, optionB, doNothing] }),
      );
      assert.match(await page.locator(".row-givesUp td").first().innerText(), /−\s*The export screen/);
      assert.match(await page.locator(".row-gains td").first().innerText(), /^\+\s*Faster tests/m);
    });
  });

  describe("3: a missing value", () => {
    const options = [optionA, option("B", { title: "Buy it" }), doNothing];

    it("is a dashed box with a question; who works on the code can write it", async () => {
      const panel = await panels.note(notePage({ options }), {
        state: { frame: frame({ role: "engineer" }) },
      });
      const box = panel.page.locator(".row-implications .missing");
      assert.match(await box.innerText(), /What would users notice\?/);
      assert.equal(await box.evaluate((element) => getComputedStyle(element).borderTopStyle), "dashed");
      await box.getByText("Write it").click();
      await panel.box(`option.${idOf("option B")}.implications`).fill("Shops pay the vendor");
      await panel.page.getByRole("button", { name: "Save", exact: true }).click();
      assert.deepEqual(await panel.performed(), {
        type: "editOption",
        note: idOf("note search"),
        option: idOf("option B"),
        fields: { implications: "Shops pay the vendor" },
      });
    });

    it("is asked by a product manager, with the question half written", async () => {
      const panel = await panels.note(notePage({ options }));
      const box = panel.page.locator(".row-effort .missing");
      assert.match(await box.innerText(), /Engineering will say how long\./);
      await box.getByText("Ask").click();
      await panel.reads("ask.text", "Help me understand how long option B would take");
      await panel.page.keyboard.press("Control+Enter");
      assert.deepEqual(await panel.performed(), {
        type: "ask",
        note: idOf("note search"),
        text: "Help me understand how long option B would take",
        options: [idOf("option B")],
        to: { name: "Ann Keller", email: "ann@example.org" },
      });
    });

    it("is never a dash and never blank", async () => {
      const { page } = await panels.note(notePage({ options }));
      for (const cell of await page.locator("table.options tbody td").all()) {
        const text = await cell.evaluate((td) => {
          const copy = td.cloneNode(true) as HTMLElement;
          for (const unseen of copy.querySelectorAll(".unseen")) unseen.remove();
          return copy.innerText.trim();
        });
        assert.notEqual(text, "");
        assert.doesNotMatch(text, /^[-–—]$/);
      }
    });
  });

  describe("4: the scale", () => {
    it("draws range, end caps and diamond at their places on one axis, with geometry attributes alone", async () => {
      const { page } = await panels.note(notePage());
      const cells = page.locator(".row-effort td");
      const geometry = await cells.nth(1).evaluate((cell) => {
        const range = cell.querySelector(".scale-range");
        return {
          from: range?.getAttribute("x1"),
          to: range?.getAttribute("x2"),
          likely: cell.querySelector(".unclipped")?.getAttribute("x"),
          caps: cell.querySelectorAll(".scale-cap").length,
          height: cell.querySelector("svg.scale")?.getAttribute("height"),
          styles: cell.querySelectorAll("[style]").length,
        };
      });
      assert.deepEqual(geometry, { from: "40%", to: "80%", likely: "50%", caps: 2, height: "28", styles: 0 });
      assert.equal(await cells.nth(0).locator(".scale-grid").count(), 6);
      const words = await cells.locator(".effort-words").allInnerTexts();
      assert.deepEqual(words, [
        "2 to 3 weeks, likely 2½ · 1 person · fairly sure",
        "2 to 4 months, likely 2½ · 2 people · a guess",
      ]);
    });

    it("draws the numbers of the axis once, in the row header", async () => {
      const { page } = await panels.note(notePage());
      const numbers = await page.locator(".row-effort .scale-number").allTextContents();
      assert.deepEqual(numbers, ["0", "1", "2", "3", "4", "5"]);
      assert.equal(await page.locator(".row-effort td .scale-number").count(), 0);
      await page.getByText("in months").waitFor();
    });

    it("shows one number as a point, and says that no range was given", async () => {
      const { page } = await panels.note(
        notePage({ options: [option("A", { effort: { likely: 2, unit: "months" } }), doNothing] }),
      );
      const cell = page.locator(".row-effort td").first();
      assert.equal(await cell.locator(".scale-range, .scale-cap").count(), 0);
      assert.equal(await cell.locator(".scale-likely").count(), 1);
      assert.match(await cell.innerText(), /2 months, no range given/);
    });

    it("is not drawn when no option has an estimate", async () => {
      const { page } = await panels.note(notePage({ options: [option("A"), option("B"), doNothing] }));
      assert.equal(await page.locator("svg.scale").count(), 0);
      assert.equal(await page.locator(".row-effort .missing").count(), 2);
    });
  });

  describe("5: stacked", () => {
    it("shows the scale alone first, then each option with the same rows", async () => {
      for (const width of [700, 250]) {
        const { page } = await panels.note(notePage(), { width });
        assert.equal(await page.locator("table.options").count(), 0);
        assert.deepEqual(await page.locator(".scale-alone .letter").allInnerTexts(), ["A", "B"]);
        for (const row of await page.locator(".scale-row:not(.axis-row)").all())
          assert.equal((await row.boundingBox())!.height, 32);
        const blocks = page.locator(".option-block");
        assert.equal(await blocks.count(), 3);
        assert.deepEqual((await blocks.first().locator("dt").allInnerTexts()).slice(0, 3), [
          "What users get or lose",
          "How long",
          "What we give up",
        ]);
        const scale = (await page.locator(".scale-alone").boundingBox())!.y;
        assert.ok(scale < (await blocks.first().boundingBox())!.y);
      }
    });

    it("says to a screen reader, per cell, which option and what of it", async () => {
      const expected = /Option B, how long: 2 to 4 months, most likely 2½; 2 people; a guess\./;
      for (const width of [1100, 250]) {
        const { page } = await panels.note(notePage(), { width });
        const cell =
          width === 1100
            ? page.locator(".row-effort td").nth(1)
            : page.locator(".option-block").nth(1).locator(".row-effort dd");
        const spoken = await cell.evaluate((element) => {
          const copy = element.cloneNode(true) as HTMLElement;
          for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
          return copy.textContent?.replace(/\s+/g, " ").trim();
        });
        assert.match(spoken ?? "", expected);
      }
    });
  });

  it("holds ten options", async () => {
    const options = Array.from("ABCDEFGHIJ").map((letter) =>
      option(letter, { implications: `Users get ${letter}`, effort: { likely: 3, unit: "days" } }),
    );
    const wide = await panels.note(notePage({ options }));
    assert.equal(await wide.page.locator("table.options thead th").count(), 10);
    const narrow = await panels.note(notePage({ options }), { width: 250 });
    assert.equal(await narrow.page.locator(".option-block").count(), 10);
  });

  it("invites to draft two rough ways out where there is none", async () => {
    const panel = await panels.note(notePage({ options: [], recommendation: null }), {
      state: { frame: frame({ role: "engineer" }) },
    });
    await panel.page
      .getByText("No way out is written down yet. Two rough ones are better than one perfect.")
      .waitFor();
    await panel.page.getByRole("button", { name: "Draft options" }).click();
    await panel.page.waitForFunction(
      () => (document.activeElement as HTMLElement).dataset["focus"] === "compose.0.title",
    );
  });

  it("changes an option in its column, and sends what was changed alone", async () => {
    const panel = await panels.note(notePage(), { state: { frame: frame({ role: "lead" }) } });
    await panel.page.getByRole("button", { name: "Edit option B" }).click();
    await panel.reads(`option.${optionB.id}.effort`, "2-2.5-4 months");
    await panel.box(`option.${optionB.id}.effort`).fill("2/3/5 months");
    await panel.box(`option.${optionB.id}.risk.1.text`).fill("The vendor goes away");
    await panel.page.getByRole("button", { name: "Save option B" }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editOption",
      note: idOf("note search"),
      option: optionB.id,
      fields: {
        effort: { low: 2, likely: 3, high: 5, unit: "months" },
        risks: [optionB.risks[0], { ...optionB.risks[1], text: "The vendor goes away" }],
      },
    });
  });

  it("takes an option off the table", async () => {
    const panel = await panels.note(notePage(), { state: { frame: frame({ role: "lead" }) } });
    await panel.page.getByRole("button", { name: "Edit option A" }).click();
    await panel.page.getByRole("button", { name: "Take it off the table" }).click();
    await panel.page.getByText("Take option A off the table? The history keeps it.").waitFor();
    assert.deepEqual(
      (await panel.requests()).filter(({ type }) => type === "perform"),
      [],
    );
    await panel.page.getByRole("button", { name: "Take it off", exact: true }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editOption",
      note: idOf("note search"),
      option: optionA.id,
      fields: { withdrawn: true },
    });
  });

  it("lets the tech lead say which one they would take", async () => {
    const panel = await panels.note(
      notePage({ recommendation: null, options: [optionA, { ...optionB, recommended: false }] }),
      {
        state: { frame: frame({ role: "lead" }) },
      },
    );
    await panel.page.getByRole("button", { name: "Say which one you would take" }).click();
    await panel.at("recommend.option").selectOption({ label: "A: Cache what people search for most" });
    await panel.box("recommend.because").fill("it is live before March");
    await panel.page.getByRole("button", { name: "Save", exact: true }).click();
    assert.deepEqual(await panel.performed(), {
      type: "editNote",
      note: idOf("note search"),
      fields: { recommendation: { option: optionA.id, because: "it is live before March" } },
    });
  });
});
