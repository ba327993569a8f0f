import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import { ann, frame, idOf, notePage, optionA, optionB, question } from "../support/panel-fixtures.ts";

const note = idOf("note search");
const why = idOf("question why");
const answered = question("why", {
  waitsFor: "asker",
  replies: [
    {
      id: idOf("reply"),
      by: ann,
      at: "2027-02-23T10:00:00+01:00",
      kind: "answer",
      text: "The feed has to move.",
    },
  ],
});

describe("asking", () => {
  const panels = usePanels();

  it("starts with “Help me understand ” and offers four endings", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.page.waitForFunction(
      () => (document.activeElement as HTMLElement).dataset["focus"] === "ask.text",
    );
    await panel.reads("ask.text", "Help me understand ");
    assert.deepEqual(await panel.page.locator(".endings .link").allInnerTexts(), [
      "the trade-offs between A and B",
      "what users would notice",
      "why it takes this long",
      "what we could leave out",
    ]);
    assert.equal(
      await panel.box("ask.text").evaluate((box) => (box as HTMLTextAreaElement).selectionStart),
      "Help me understand ".length,
    );
  });

  it("takes an ending, or another in its place, and asks about the options it names", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.page.getByText("what we could leave out").click();
    await panel.page.getByText("the trade-offs between A and B").click();
    await panel.reads("ask.text", "Help me understand the trade-offs between A and B");
    await panel.page.getByText("About the options A and B.").waitFor();
    await panel.page.getByRole("button", { name: "Ask", exact: true }).click();
    assert.deepEqual(await panel.performed(), {
      type: "ask",
      note,
      text: "Help me understand the trade-offs between A and B",
      options: [optionA.id, optionB.id],
      to: { name: "Ann Keller", email: "ann@example.org" },
    });
    await panel.page.locator('[data-form="ask"]').waitFor({ state: "detached" });
    assert.equal(await panel.focusKey(), "ask.open");
  });

  it("does not take the focus back from whoever has gone on to the code meanwhile", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.page.getByText("what users would notice").click();
    await panel.page.evaluate(() => {
      document.hasFocus = () => false;
    });
    await panel.page.getByRole("button", { name: "Ask", exact: true }).click();
    await panel.page.locator('[data-form="ask"]').waitFor({ state: "detached" });
    await panel.settled();
    assert.equal(await panel.page.evaluate(() => document.activeElement === document.body), true);
  });

  it("puts an ending behind one's own words, and takes nothing away", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.box("ask.text").fill("Help me understand the risk for shops, and");
    await panel.page.getByRole("button", { name: "why it takes this long" }).click();
    await panel.reads("ask.text", "Help me understand the risk for shops, and why it takes this long");
  });

  it("does not ask an empty question", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.page.getByRole("button", { name: "Ask", exact: true }).click();
    await panel.page.getByRole("alert").getByText("Say what you would like to understand.").waitFor();
    assert.equal(await panel.focusKey(), "ask.text");
  });

  it("says to whom it goes and who closes it", async () => {
    const owned = await panels.note(notePage());
    await owned.page.getByRole("button", { name: "Ask…" }).click();
    assert.match(
      await owned.page.locator(".drawer").innerText(),
      /It goes to .*Ann Keller.*\. You close it\./,
    );
    const free = await panels.note(notePage({ owner: null }));
    await free.page.getByRole("button", { name: "Ask…" }).click();
    assert.match(await free.page.locator(".drawer").innerText(), /the person who put this on record/);
  });

  it("is answered below the question", async () => {
    const panel = await panels.note(notePage({ questions: [question("why", { mine: false })] }), {
      state: { frame: frame({ role: "engineer", me: ann }) },
    });
    await panel.page.getByRole("button", { name: "Answer" }).click();
    await panel.box(`answer.${why}`).fill("The feed has to move.");
    await panel.page.keyboard.press("Control+Enter");
    assert.deepEqual(await panel.performed(), {
      type: "answer",
      note,
      question: why,
      text: "The feed has to move.",
    });
  });

  it("is closed by the one who asked, with one click", async () => {
    const panel = await panels.note(notePage({ questions: [answered] }));
    await panel.page.getByText("The feed has to move.").waitFor();
    await panel.page.getByRole("button", { name: "That answers it" }).click();
    assert.deepEqual(await panel.performed(), { type: "acceptAnswer", note, question: why });
  });

  it("goes further where the answer is not enough", async () => {
    const panel = await panels.note(notePage({ questions: [answered] }));
    await panel.page.getByRole("button", { name: "Ask further" }).click();
    await panel.box(`further.${why}`).fill("Why does it have to move first?");
    await panel.page.getByRole("button", { name: "Ask further" }).last().click();
    assert.deepEqual(await panel.performed(), {
      type: "askFurther",
      note,
      question: why,
      text: "Why does it have to move first?",
    });
  });

  it("waits for the asker where somebody else looks on", async () => {
    const panel = await panels.note(notePage({ questions: [{ ...answered, mine: false }] }));
    await panel.page.getByText(/Answered\. .*Priya Nair.* closes it\./).waitFor();
    assert.equal(await panel.page.getByRole("button", { name: "That answers it" }).count(), 0);
  });

  it("folds away what is answered, readable when asked", async () => {
    const panel = await panels.note(notePage({ questions: [{ ...answered, waitsFor: "nobody" }] }));
    assert.equal(await panel.page.getByText("The feed has to move.").count(), 0);
    await panel.page
      .getByRole("button", { name: /Help me understand why it takes this long.*Answered/ })
      .click();
    await panel.page.getByText("The feed has to move.").waitFor();
  });

  it("shows what was said beside the questions, and takes a comment", async () => {
    const panel = await panels.note(
      notePage({
        comments: [
          { id: idOf("comment"), by: ann, at: "2027-02-20T09:00:00+01:00", text: "Seen it twice today." },
        ],
      }),
    );
    await panel.page.getByText("Seen it twice today.").waitFor();
    await panel.page.getByRole("button", { name: "Add a comment" }).click();
    await panel.box("comment").fill("Me too.");
    await panel.page.keyboard.press("Control+Enter");
    assert.deepEqual(await panel.performed(), { type: "comment", note, text: "Me too." });
  });
});
