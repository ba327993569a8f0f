import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Answer } from "../../../src/anchoring/tracking/answer.ts";
import { trackWalk } from "../../../src/anchoring/tracking/track.ts";
import { fitJudgement } from "../../bench/tracking/fit-judgement.ts";
import { readCases, readQuestions, readyCase } from "../../bench/tracking/labelled-cases.ts";
import { judge, score } from "../../bench/tracking/score.ts";
import { evidenceNames } from "../../../src/anchoring/tracking/evidence.ts";
import type { Evidence } from "../../../src/anchoring/tracking/evidence.ts";

const reason = {
  kind: "followed",
  from: undefined,
  shiftedBy: 0,
  renamed: undefined,
  lines: { changed: 0, added: 0, removed: 0, onlyFormatting: false },
} as const;
const found = (file: string, startLine: number, endLine: number): Answer => ({
  status: "found",
  path: file,
  startLine,
  endLine,
  confidence: 1,
  reason,
});
const orphaned: Answer = {
  status: "orphaned",
  lastSeen: { path: "a", startLine: 1, endLine: 1 },
  confidence: 1,
  reason: { kind: "gone" },
};

describe("the score of labelled cases", () => {
  const there = { status: "found", path: "a", startLine: 3, endLine: 6 } as const;
  const gone = { status: "deleted" } as const;
  const row = (expected: typeof there | typeof gone, answer: Answer) => ({
    expected,
    verdict: judge(expected, answer),
  });

  it("is exact where file and both lines are right, or where what is gone is said to be gone", () => {
    assert.equal(judge(there, found("a", 3, 6)).exact, true);
    assert.equal(judge(gone, orphaned).exact, true);
    for (const answer of [found("a", 3, 7), found("b", 3, 6), orphaned])
      assert.equal(judge(there, answer).exact, false);
  });

  it("counts lines in F1, and nothing in another file", () => {
    assert.equal(judge(there, found("a", 5, 8)).f1, 0.5);
    assert.equal(judge(there, found("b", 3, 6)).f1, 0);
    assert.equal(judge(gone, orphaned).f1, 1);
  });

  it("keeps the kinds of mistakes apart", () => {
    const all = score([
      row(there, found("a", 3, 6)),
      row(there, found("a", 9, 9)),
      row(there, orphaned),
      row(there, found("a", 4, 4)),
      row(gone, orphaned),
      row(gone, found("a", 1, 1)),
    ]);
    assert.deepEqual(
      { ...all, exact: Math.round(all.exact), f1: Math.round(all.f1 * 1000) },
      { cases: 6, deleted: 2, exact: 33, f1: 400, falseFound: 50, wrongPlace: 25, missed: 25 },
    );
  });
});

describe("a folder of labelled cases", () => {
  let folder = "";
  const oldBlob = "a".repeat(40);
  const newBlob = "b".repeat(40);
  const stepBlob = "c".repeat(40);
  const one = {
    id: "x1",
    source: "made",
    repo: "made/up",
    language: "javascript",
    kind: "method",
    change: "file-renamed",
    oldPath: "a.js",
    oldBlob,
    startLine: 1,
    endLine: 3,
    git: { status: "R", to: "b.js", score: 80 },
    files: [{ path: "b.js", blob: newBlob }],
    steps: [{ files: [{ path: "a.js", blob: stepBlob }] }],
    expected: { status: "found", path: "b.js", startLine: 2, endLine: 5 },
  };

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "sightline-cases-"));
    mkdirSync(path.join(folder, "blobs"));
    writeFileSync(path.join(folder, "cases.jsonl"), `${JSON.stringify(one)}\n\n`);
    writeFileSync(path.join(folder, "blobs", oldBlob), "function go() {\n  a(1);\n}\n");
    writeFileSync(path.join(folder, "blobs", stepBlob), "function go() {\n  a(1);\n  b(2);\n}\n");
    writeFileSync(path.join(folder, "blobs", newBlob), "start();\nfunction go() {\n  a(1);\n  b(2);\n}\n");
  });
  after(() => rmSync(folder, { recursive: true }));

  it("is read, made ready and answered", () => {
    const [labelled] = readCases(folder);
    assert.ok(labelled !== undefined);
    const { region, walk } = readyCase(folder, labelled);
    assert.equal(walk.length, 2);
    const answer = trackWalk(region, walk);
    assert.deepEqual(judge(labelled.expected, answer).exact, true);
    assert.ok(answer.status !== "orphaned");
    assert.deepEqual(answer.reason.from, { path: "a.js", how: "renamed" });
  });

  it("shows the tracker nothing of the answer", () => {
    const [question] = readQuestions(folder);
    for (const secret of ["expected", "change", "kind", "source", "truth"])
      assert.ok(!(secret in (question ?? {})), secret);
  });
});

describe("the fit of the judgement", () => {
  it("finds out which evidence counts", () => {
    const evidence = (kept: number, taken: number): Evidence => ({
      ...(Object.fromEntries(evidenceNames.map((name) => [name, 0])) as unknown as Evidence),
      kept,
      taken,
    });
    const samples = Array.from({ length: 200 }, (_, index) => {
      const right = index % 2 === 0;
      return { evidence: evidence(right ? 0.9 : 0.3, index % 3 === 0 ? 1 : 0), f1: right ? 1 : 0, weight: 1 };
    });
    const { weights, bias } = fitJudgement(samples, 0.5);
    assert.ok(weights.kept > 3, "what is kept counts");
    assert.ok(Math.abs(weights.taken) < 0.5, "what is by chance does not");
    assert.equal(weights.head, 0);
    assert.ok(bias + 0.9 * weights.kept > 0 && bias + 0.3 * weights.kept < 0);
  });
});
