import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "../../support/until.ts";
import { workshop } from "../../support/host/workshop.ts";
import type { Workshop } from "../../support/host/workshop.ts";

const said = (thread: vscode.CommentThread | undefined) =>
  (thread?.comments ?? []).map(({ author, label, body }) => {
    const text = typeof body === "string" ? body : body.value.replaceAll("\\", "");
    return `${author.name} ${label ?? "says"}: ${text}`;
  });

async function discussed(): Promise<Workshop & { note: string }> {
  const shop = await workshop();
  const note = await shop.flag(
    "src/search.ts",
    [4, 5],
    "One query loads everything",
    "Search takes over 5 s",
  );
  return { ...shop, note };
}

describe("the discussion at the line", () => {
  it("is not there before somebody asks for it", async () => {
    const { threads } = await discussed();
    assert.deepEqual(threads, []);
  });

  it("opens at the first line, with what the note is, and no box that follows the mouse", async () => {
    const { run, threads, note } = await discussed();
    await run("discuss", { note });
    const [thread] = threads;
    assert.equal(thread?.range?.start.line, 3);
    assert.equal(thread?.label, "One query loads everything");
    assert.equal(thread?.collapsibleState, vscode.CommentThreadCollapsibleState.Expanded);
    assert.equal(thread?.contextValue, "note");
    assert.deepEqual(said(thread), ["ann flagged it: Search takes over 5 s\n\nBottleneck · On record"]);
  });

  it("finds the note at the cursor by itself", async () => {
    const { run, open, threads } = await discussed();
    await open("src/search.ts", [5, 5]);
    await run("discuss");
    assert.equal(threads.length, 1);
  });

  it("takes a reply for a comment, or for the answer to the one question that waits", async () => {
    const { run, threads, note, session } = await discussed();
    await run("discuss", { note });
    await run("comment", { thread: threads[0], text: "Worse on Mondays" });
    assert.equal(said(threads[0]).at(-1), "ann says: Worse on Mondays");
    assert.equal((await session()).note(note)?.comments.length, 1);
  });

  it("answers the question that somebody else asked", async () => {
    const shop = await discussed();
    const { run, threads, note, session, ann } = shop;
    await ann.git("config", "user.name", "petra");
    await ann.git("config", "user.email", "petra@example.org");
    await (await session()).perform({ type: "ask", note, text: "Help me understand" });
    await ann.git("config", "user.name", "ann");
    await ann.git("config", "user.email", "ann@example.org");
    await (await session()).me();
    await run("discuss", { note });
    assert.equal(threads[0]?.contextValue, "question");
    await run("answer", { thread: threads[0], text: "It holds for a year" });
    assert.deepEqual(said(threads[0]).slice(1), [
      "petra asks: Help me understand",
      "ann answers: It holds for a year",
    ]);
    assert.equal((await session()).note(note)?.questions[0]?.waitsFor, "asker");
    assert.equal(threads[0]?.contextValue, "note");
  });

  it("grows while it is open", async () => {
    const { run, threads, note, session } = await discussed();
    await run("discuss", { note });
    await (await session()).perform({ type: "hear", note, text: "The date can't move" });
    await until("what was said to show", () => said(threads[0]).length === 2);
    assert.equal(said(threads[0])[1], "ann has heard it: The date can't move");
  });

  it("is one, however often it is asked for", async () => {
    const { run, bench, threads, note } = await discussed();
    await run("discuss", { note });
    await run("discuss", { note });
    assert.equal(threads.filter((thread) => bench.threads.noteOf(thread)).length, 1);
  });

  it("shows what people wrote as text", async () => {
    const { run, threads, note } = await discussed();
    await run("discuss", { note });
    await run("comment", {
      thread: threads[0],
      text: "[x](command:workbench.action.quit) <img src=x> $(bell)",
    });
    const body = threads[0]?.comments.at(-1)?.body;
    assert.ok(body instanceof vscode.MarkdownString);
    assert.ok(!body.isTrusted && !body.supportHtml && !body.supportThemeIcons);
    assert.doesNotMatch(body.value.replaceAll(/\\./g, ""), /[[\]()<>$]/);
  });

  it("keeps the words of a reply that can't be saved", async () => {
    const { run, threads, note, setTrusted, prompts, copied } = await discussed();
    await run("discuss", { note });
    setTrusted(false);
    await run("comment", { thread: threads[0], text: "Worse on Mondays" }, { press: "Copy What You Wrote" });
    await until("the words to be copied", () => copied.length > 0);
    assert.deepEqual(copied, ["Worse on Mondays"]);
    assert.equal(prompts.messages.length, 1);
  });
});

describe("Draft an Option", () => {
  it("puts one way out on the table in two steps", async () => {
    const { run, session, note, prompts } = await discussed();
    await run("draftOption", { note }, { type: "Load by the page" }, { type: "2-3 weeks" });
    const [option] = (await session()).note(note)?.options ?? [];
    assert.equal(option?.letter, "A");
    assert.equal(option?.fields.title.value, "Load by the page");
    assert.deepEqual(option?.fields.effort.value, { low: 2, high: 3, unit: "weeks" });
    assert.deepEqual(
      prompts.asked.slice(-2).map(({ prompt }) => prompt),
      ["One way out, in a few words", "How long? (2w, 2-3 weeks, 2 months; empty is fine)"],
    );
  });

  it("takes no time at all for an answer, but not one it can't read", async () => {
    const { run, session, note } = await discussed();
    await run("draftOption", { note }, { type: "Load by the page" }, { type: "soon" }, { type: "" });
    assert.equal((await session()).note(note)?.options[0]?.fields.effort.value, null);
  });

  it("changes nothing when it is left", async () => {
    const { run, session, note } = await discussed();
    await run("draftOption", { note }, { type: "Load by the page" }, { typeAndLeave: "2" });
    assert.deepEqual((await session()).note(note)?.options, []);
  });
});
