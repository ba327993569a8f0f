import assert from "node:assert/strict";
import type { Answer, FoundReason } from "../../../src/anchoring/tracking/answer.ts";
import { answerInWords } from "../../../src/anchoring/tracking/answer-in-words.ts";

const found = (reason: Partial<FoundReason>): Answer => ({
  status: "found",
  path: "billing/tax.ts",
  startLine: 1,
  endLine: 2,
  confidence: 1,
  reason: {
    kind: "followed",
    from: undefined,
    shiftedBy: 0,
    renamed: undefined,
    lines: { changed: 0, added: 0, removed: 0, onlyFormatting: false },
    ...reason,
  },
});
const lines = { changed: 0, added: 0, removed: 0, onlyFormatting: false };
const here = { path: "a.ts", startLine: 3, endLine: 5 };

describe("an answer in words", () => {
  const cases: readonly [words: string, answer: Answer][] = [
    ["unchanged", found({})],
    [
      "moved to billing/tax.ts, 3 lines changed",
      found({ from: { path: "tax.ts", how: "moved" }, lines: { ...lines, changed: 3 } }),
    ],
    ["file renamed to billing/tax.ts", found({ from: { path: "tax.ts", how: "renamed" }, shiftedBy: 9 })],
    ["1 line further down", found({ shiftedBy: 1 })],
    [
      "12 lines further up, 1 line changed, 2 lines added, 1 line removed",
      found({ shiftedBy: -12, lines: { ...lines, changed: 1, added: 2, removed: 1 } }),
    ],
    [
      "tax is now taxDue, 1 line changed",
      found({ renamed: { from: "tax", to: "taxDue" }, lines: { ...lines, changed: 1 } }),
    ],
    ["only formatting changed", found({ lines: { ...lines, onlyFormatting: true } })],
    ["the code is gone", { status: "orphaned", lastSeen: here, confidence: 1, reason: { kind: "gone" } }],
    [
      "the code is gone; lines 3 to 5 of a.ts are most like it",
      { status: "orphaned", lastSeen: here, confidence: 1, reason: { kind: "unlike", nearest: here } },
    ],
    [
      "2 places look the same; which one it is cannot be told",
      { status: "orphaned", lastSeen: here, confidence: 1, reason: { kind: "tie", places: [here, here] } },
    ],
    ["the file is gone", { status: "orphaned", lastSeen: here, confidence: 1, reason: { kind: "no file" } }],
    [
      "too large to follow",
      { status: "orphaned", lastSeen: here, confidence: 1, reason: { kind: "too large" } },
    ],
    [
      "these lines do not exist",
      { status: "orphaned", lastSeen: here, confidence: 1, reason: { kind: "no such lines" } },
    ],
  ];
  for (const [words, answer] of cases) it(words, () => assert.equal(answerInWords(answer), words));

  it("is said in another language", () => {
    assert.equal(
      answerInWords(found({ shiftedBy: 2 }), (message, values) => `<${message} ${JSON.stringify(values)}>`),
      '<{count} lines further down {"count":2}>',
    );
  });
});
