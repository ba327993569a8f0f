import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import { ann, barePage, frame, idOf, notePage, question } from "../support/panel-fixtures.ts";

const why = idOf("question why");

describe("what somebody is typing survives", () => {
  const panels = usePanels();

  it("an update of the note, with focus, caret and selection where they were", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Edit the effect on users" }).click();
    const box = panel.box("impact");
    await box.fill("Search takes over 8 s for some shops");
    await box.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(7, 12));
    for (let round = 0; round < 5; round++) {
      await panel.emit({
        type: "note",
        note: notePage({ impact: `Somebody else's words ${round}`, typed: { impact: "older" } }),
      });
      await panel.settled();
    }
    assert.equal(await box.inputValue(), "Search takes over 8 s for some shops");
    assert.equal(await panel.focusKey(), "impact");
    assert.deepEqual(
      await box.evaluate((area) => [
        (area as HTMLTextAreaElement).selectionStart,
        (area as HTMLTextAreaElement).selectionEnd,
      ]),
      [7, 12],
    );
    await panel.page.getByText("Somebody changed this meanwhile to:", { exact: false }).waitFor();
  });

  it("an update in the middle of a word, letter by letter", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.page.waitForFunction(
      () => (document.activeElement as HTMLElement).dataset["focus"] === "ask.text",
    );
    const words = "the vendor's new prices";
    for (const letter of words) {
      await panel.page.keyboard.type(letter);
      await panel.emit({ type: "note", note: notePage({ title: `Update after ${letter}` }) });
    }
    await panel.reads("ask.text", `Help me understand ${words}`);
  });

  it("an update that brings what the box was about to an end", async () => {
    const panel = await panels.note(notePage({ questions: [question("why", { mine: false })] }));
    await panel.page.getByRole("button", { name: "Answer" }).click();
    await panel.box(`answer.${why}`).fill("Half of it is the feed");
    await panel.emit({
      type: "note",
      note: notePage({ questions: [question("why", { mine: false, waitsFor: "nobody" })] }),
    });
    await panel.settled();
    await panel.emit({ type: "note", note: notePage({ questions: [question("why", { mine: false })] }) });
    await panel.settled();
    await panel.reads(`answer.${why}`, "Half of it is the feed");
  });

  it("putting the form away, and says that something was begun", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.box("ask.text").fill("Help me understand the prices");
    await panel.page.keyboard.press("Escape");
    assert.equal(await panel.focusKey(), "ask.open");
    await panel.page.getByRole("button", { name: "Ask… (begun)" }).click();
    await panel.reads("ask.text", "Help me understand the prices");
  });

  it("opening another form", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Edit the title" }).click();
    await panel.box("title").fill("A new title");
    await panel.page.getByRole("button", { name: "Edit the effect on users" }).click();
    await panel.page.getByText("You started writing here.").waitFor();
    await panel.page.getByRole("button", { name: "Go on" }).click();
    await panel.reads("title", "A new title");
  });

  it("going to another page and back", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Add evidence" }).click();
    await panel.box("evidence.text").fill("Seen in two shops");
    await panel.page.getByRole("button", { name: "Now (3)" }).click();
    await panel.page.getByRole("link", { name: "One query loads every product of the shop" }).click();
    await panel.page.getByText("You started writing here.").waitFor();
    await panel.page.getByRole("button", { name: "Go on" }).click();
    await panel.reads("evidence.text", "Seen in two shops");
  });

  it("a reload at once, before the host could keep it", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.hold();
    await panel.box("ask.text").pressSequentially("everything");
    await panel.reload();
    await panel.page.locator('[data-form="ask"]').waitFor();
    await panel.reads("ask.text", "Help me understand everything");
    const kept = await panel.asked("keepTyped");
    assert.equal(kept.text, "Help me understand everything");
  });

  it("a restart in which only the host remembers", async () => {
    const { page, box } = await panels.note(
      barePage({ typed: { "compose.0.title": "Rewrite the adapter", "compose.0.effort": "2w" } }),
      {
        state: { frame: frame({ role: "lead", me: ann }) },
      },
    );
    await page.getByRole("button", { name: "Put on the table" }).waitFor();
    assert.equal(await box("compose.0.title").inputValue(), "Rewrite the adapter");
    assert.equal(await box("compose.0.effort").inputValue(), "2w");
  });

  it("a host that can't keep it, and says why", async () => {
    const panel = await panels.note(notePage());
    await panel.answerNext("keepTyped", {
      type: "failed",
      explanation: "The disk is full. What you type is not kept over a restart.",
    });
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.box("ask.text").fill("Help me understand this");
    await panel.page.getByRole("status").getByText("The disk is full.", { exact: false }).waitFor();
    await panel.reads("ask.text", "Help me understand this");
    await panel.box("ask.text").fill("Help me understand this now");
    await panel.page.waitForFunction(() =>
      fakeHost.requests.some(
        (request) => request.type === "keepTyped" && request.text === "Help me understand this now",
      ),
    );
  });

  it("only until it was said", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.box("ask.text").fill("Help me understand this");
    await panel.page.keyboard.press("Control+Enter");
    await panel.page.getByText("Saved", { exact: true }).waitFor();
    // A state of the note that was on its way while it was said.
    await panel.emit({ type: "note", note: notePage({ typed: { "ask.text": "Help me understand this" } }) });
    await panel.settled();
    assert.equal(await panel.page.getByRole("button", { name: "Ask…", exact: true }).count(), 1);
    await panel.reload();
    assert.equal(await panel.page.getByText("begun").count(), 0);
  });

  it("or until it is thrown away by hand", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.box("ask.text").fill("Help me understand this");
    await panel.page.getByRole("button", { name: "Throw away what I wrote" }).click();
    await panel.reads("ask.text", "Help me understand ");
    assert.equal(await panel.focusKey(), "ask.text");
  });
});
