import assert from "node:assert/strict";
import { explainProblem } from "../../../src/host/explain-problem.ts";
import type { Problem } from "../../../src/host/problem.ts";
import { createTell } from "../../../src/host/tell.ts";
import { inEnglish } from "../../support/app-world.ts";
import { ScriptedPrompts } from "../../support/host/scripted-prompts.ts";
import type { Answer } from "../../support/host/scripted-prompts.ts";

const problems: readonly Problem[] = [
  { kind: "noFolder" },
  { kind: "notARepository", detail: "fatal: not a git repository (or any of the parent directories): .git" },
  { kind: "gitNotFound", detail: "no git on PATH" },
  { kind: "gitTooOld", version: "2.20.0", needed: "2.31" },
  { kind: "notTrusted", detail: "fatal: detected dubious ownership" },
  { kind: "bare", detail: "/repo" },
  { kind: "insideGitFolder", detail: "/repo/.git" },
  { kind: "missingFolder", detail: "/gone" },
  { kind: "unreadable", detail: "fatal: bad config line 3" },
  { kind: "failed", detail: "Error: EACCES" },
  { kind: "noEditor" },
  { kind: "notText" },
  { kind: "notSaved" },
  { kind: "notOnDisk" },
  { kind: "emptyFile" },
  { kind: "outside", file: "search.ts" },
  { kind: "restricted" },
  { kind: "restrictedDraft" },
  { kind: "notKept", text: "mine", detail: "EROFS: read-only file system" },
  { kind: "refused", refusal: { kind: "textMissing" } },
  {
    kind: "draftRefused",
    refusal: { kind: "tooLarge", what: "line", bytes: 300_000, limit: 262_144 },
    text: "mine",
  },
  { kind: "noSuchNote" },
  { kind: "noNotes" },
  { kind: "noDrafts" },
  { kind: "noPlace" },
  { kind: "lostItsCode", note: "0".repeat(64) },
  { kind: "otherRepository" },
  { kind: "tooLateToUndo" },
  { kind: "exampleOnly" },
];

function telling(...answers: Answer[]) {
  const prompts = new ScriptedPrompts(...answers);
  const logged: string[] = [];
  const done: string[] = [];
  const tell = createTell({
    prompts,
    log: {
      info: (line) => logged.push(line),
      warn: (line) => logged.push(line),
      failed: (what, error) => logged.push(`${what} ${String(error)}`),
      show: () => done.push("log"),
    },
    wording: inEnglish,
    run: (id) => {
      done.push(id);
      return Promise.resolve();
    },
    copy: (text) => {
      done.push(`copied ${text}`);
      return Promise.resolve();
    },
  });
  return { tell, prompts, logged, done };
}

describe("what people are told", () => {
  for (const problem of problems)
    it(`of "${problem.kind}" is what happened and what to do, and nothing of the machine's`, () => {
      const words = explainProblem(problem, inEnglish);
      assert.match(words, /^([A-Z“]|search\.ts).*[.!?]$/);
      assert.doesNotMatch(words, /fatal|EACCES|EROFS|Error:|undefined|\{|!/);
      assert.ok(words.split(/(?<=[.?]) /).length <= 5, words);
    });

  it("puts the details into the log alone", async () => {
    const { tell, prompts, logged } = telling();
    await tell.problem({ kind: "unreadable", detail: "fatal: bad config line 3" });
    assert.deepEqual(logged, ["unreadable: fatal: bad config line 3"]);
    assert.doesNotMatch(prompts.messages.join(), /fatal/);
  });

  it("offers the words that could not be saved", async () => {
    const { tell, done } = telling({ press: "Copy What You Wrote" });
    await tell.problem({ kind: "notKept", text: "One query\nSearch is slow", detail: "EROFS" });
    assert.deepEqual(done, ["copied One query\nSearch is slow"]);
  });

  it("offers what was typed where it was refused", async () => {
    const { tell, done } = telling({ press: "Copy What You Wrote" });
    await tell.problem({ kind: "refused", refusal: { kind: "newerRecord" }, text: "my answer" });
    assert.deepEqual(done, ["copied my answer"]);
  });

  it("offers what a draft holds that can't be shared as it is", async () => {
    const { tell, done } = telling({ press: "Copy What You Wrote" });
    const refusal = { kind: "tooLarge", what: "line", bytes: 300_000, limit: 262_144 } as const;
    await tell.problem({ kind: "draftRefused", refusal, text: "One query\nSearch is slow" });
    assert.deepEqual(done, ["copied One query\nSearch is slow"]);
  });

  it("leads on where there is a way", async () => {
    const { tell, done } = telling(
      { press: "Open Folder" },
      { press: "Reload Window" },
      { press: "Manage Trust" },
    );
    await tell.problem({ kind: "notARepository", detail: "" });
    await tell.problem({ kind: "gitNotFound", detail: "" });
    await tell.problem({ kind: "restricted" });
    assert.deepEqual(done, ["vscode.openFolder", "workbench.action.reloadWindow", "workbench.trust.manage"]);
  });

  it("admits a bug, with its cause in the log", async () => {
    const { tell, prompts, logged, done } = telling({ press: "Show Log" });
    await tell.bug("the command sync", new Error("broken"));
    assert.deepEqual(logged, ["the command sync Error: broken"]);
    assert.match(prompts.messages.join(), /What is saved is still saved/);
    assert.deepEqual(done, ["log"]);
  });
});
