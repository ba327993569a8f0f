import assert from "node:assert/strict";
import { usePanels } from "../support/panel-suite.ts";
import { idOf, notePage, frame } from "../support/panel-fixtures.ts";

const note = idOf("note search");

describe("when something goes wrong", () => {
  const panels = usePanels();

  it("says why something was not saved, beside what was typed, and keeps it", async () => {
    const panel = await panels.note(notePage());
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.box("ask.text").fill("Help me understand this");
    await panel.refuseNext("It could not be saved: the disk is full. Free some space and ask again.");
    await panel.page.getByRole("button", { name: "Ask", exact: true }).click();
    const form = panel.page.locator('[data-form="ask"]');
    await form.getByRole("alert").getByText("the disk is full", { exact: false }).waitFor();
    await panel.reads("ask.text", "Help me understand this");
    await panel.page.getByRole("button", { name: "Ask", exact: true }).click();
    await form.waitFor({ state: "detached" });
  });

  it("has words of its own where the host sends none", async () => {
    const refusals = [
      [{ kind: "tooLarge", what: "line", bytes: 300_000, limit: 262_144 }, /too long to be saved/],
      [{ kind: "newerRecord" }, /newer Sightline/],
      [{ kind: "readOnly" }, /Restricted Mode/],
      [{ kind: "noSuchNote" }, /not here any more/],
    ] as const;
    for (const [refusal, words] of refusals) {
      const panel = await panels.note(notePage());
      await panel.answerNext("perform", { type: "performed", outcome: { kind: "refused", refusal } });
      await panel.page.getByRole("button", { name: "Heard", exact: true }).click();
      assert.match(await panel.page.getByRole("alert").innerText(), words);
    }
  });

  it("says it near the one button that was pressed", async () => {
    const panel = await panels.note(notePage());
    await panel.refuseNext("Not saved.");
    await panel.page.getByRole("button", { name: "Let the tech lead decide" }).click();
    await panel.page.locator(".undecided").getByRole("alert").getByText("Not saved.").waitFor();
  });

  it("does not send twice what is pressed twice", async () => {
    const panel = await panels.note(notePage());
    await panel.hold();
    await panel.page.getByRole("button", { name: "Heard", exact: true }).dblclick();
    await panel.page.getByRole("button", { name: "Heard", exact: true }).click();
    await panel.settled();
    assert.equal((await panel.requests()).filter(({ type }) => type === "perform").length, 1);
    assert.equal(await panel.at("heard.now").getAttribute("aria-busy"), "true");
    await panel.release();
  });

  it("says that it takes longer when the host does not answer", async () => {
    const panel = await panels.note(notePage());
    await panel.page.clock.install();
    await panel.page.getByRole("button", { name: "Ask…" }).click();
    await panel.box("ask.text").fill("Help me understand this");
    await panel.hold();
    await panel.page.getByRole("button", { name: "Ask", exact: true }).click();
    await panel.page.clock.fastForward(11_000);
    await panel.page
      .getByRole("alert")
      .getByText("This takes longer than usual. What you typed is kept.")
      .waitFor();
    await panel.release();
    await panel.page.locator('[data-form="ask"]').waitFor({ state: "detached" });
  });

  it("drops what does not fit the protocol, says so in the log, and goes on", async () => {
    const panel = await panels.note(notePage());
    const odd: unknown[] = [
      null,
      17,
      "text",
      [],
      {},
      { message: {} },
      { message: { type: "state" } },
      { reply: "1", body: { type: "done" } },
      { reply: 999, body: { type: "done" } },
      { message: { type: "note", note: { id: note } } },
    ];
    for (const data of odd) await panel.emitRaw(data);
    await panel.settled();
    await panel.emit({ type: "note", note: notePage({ title: "Still here" }) });
    await panel.page.getByRole("heading", { name: "Still here" }).waitFor();
    const dropped = panel.complaints.filter((line) => line.includes("dropped a message"));
    assert.equal(dropped.length, odd.length - 1);
    panel.complaints.splice(0);
  });

  it("shows why a note can't be read, and tries again", async () => {
    const panel = await panels.panel();
    await panel.answerNext("watch", {
      type: "failed",
      explanation: "The record could not be read. Sync, or look into the output channel.",
    });
    await panel.page.getByRole("link", { name: "One query loads every product of the shop" }).click();
    await panel.page.getByText("The record could not be read.", { exact: false }).waitFor();
    await panel.page.getByRole("button", { name: "Try again" }).click();
    await panel.page.getByText("Ways to go").first().waitFor();
  });

  it("says what is in the way of syncing, and offers to sync", async () => {
    const panel = await panels.panel({
      state: {
        frame: frame({
          sync: {
            kind: "stopped",
            waiting: 3,
            explanation:
              "origin asked for a password. Nothing was sent; 3 notes are saved here. Sign in with git once in a terminal, then Sync.",
          },
        }),
      },
    });
    await panel.page.getByText("origin asked for a password.", { exact: false }).waitFor();
    await panel.answerNext("sync", { type: "failed", explanation: "origin still asks for a password." });
    await panel.page.locator(".banner").getByRole("button", { name: "Sync now" }).click();
    await panel.page.getByRole("alert").getByText("origin still asks for a password.").waitFor();
  });

  it("puts the state of syncing in words", async () => {
    const states = [
      [{ kind: "synced", waiting: 0, lastSynced: "2027-02-24T10:10:00+01:00" }, "Synced 2 min ago"],
      [{ kind: "synced", waiting: 0, lastSynced: "2027-02-24T09:00:00+01:00" }, "Synced an hour ago"],
      [{ kind: "synced", waiting: 0, lastSynced: "2027-02-21T09:00:00+01:00" }, "Synced 3 days ago"],
      [{ kind: "waiting", waiting: 3 }, "Not shared yet (3)"],
      [{ kind: "offline", waiting: 1 }, "Offline: saved here"],
      [{ kind: "notAgreed", waiting: 1 }, "On this machine only"],
      [{ kind: "readOnly", waiting: 0 }, "Read only"],
    ] as const;
    const panel = await panels.panel();
    for (const [sync, words] of states) {
      await panel.emit({ type: "frame", frame: frame({ sync }) });
      await panel.page.locator(".sync").getByText(words).waitFor();
    }
  });

  it("moves the clock of the last sync on by itself", async () => {
    const panel = await panels.panel();
    await panel.page.clock.setFixedTime("2027-02-24T10:40:00+01:00");
    await panel.page.clock.install({ time: "2027-02-24T10:40:00+01:00" });
    await panel.emit({ type: "frame", frame: frame() });
    await panel.page.locator(".sync").getByText("Synced 30 min ago").waitFor();
  });

  it("shows nothing but why, where there is nothing to show", async () => {
    const { page } = await panels.panel({
      state: {
        frame: frame({
          blocked: "Git was not found. Install git, then reload this window. Drafts are safe here.",
        }),
      },
    });
    await page.getByText("Git was not found.", { exact: false }).waitFor();
    assert.equal(await page.locator(".now-row").count(), 0);
    assert.equal(await page.locator(".sync").count(), 0);
  });

  it("says that it is reading until the host answers", async () => {
    const panel = await panels.panel();
    await panel.page.addInitScript(() => {
      globalThis.holdFromTheStart = true;
    });
    await panel.page.reload();
    await panel.page.getByText("Reading the notes …").waitFor();
    await panel.release();
    await panel.page.locator("main.view").waitFor();
  });
});
