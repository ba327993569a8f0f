import assert from "node:assert/strict";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { trackStep } from "../../../src/anchoring/tracking/track.ts";
import type { Answer } from "../../../src/anchoring/tracking/answer.ts";
import { linesOf } from "./tracking-helpers.ts";

const tooLarge = (answer: Answer): boolean =>
  answer.status === "orphaned" && answer.reason.kind === "too large";

/** Milliseconds of this process, which other processes on the machine do not lengthen. */
function processTime(task: () => void): number {
  const start = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe("input that is too large", function () {
  this.timeout(60_000);
  const minified = "var a=1;function b(){return a}".repeat(170_000);

  it("a minified line of 5 MB is too large to follow, and that is said quickly", () => {
    const time = processTime(() => {
      const old = new SourceFile("a.min.js", minified);
      const answer = trackStep(
        { file: old, startLine: 1, endLine: 1 },
        { files: [new SourceFile("a.min.js", `${minified};`)] },
      );
      assert.ok(tooLarge(answer));
    });
    assert.ok(time < 500, `${time.toFixed(0)} ms`);
  });

  it("lines beside a minified one are followed", () => {
    const old = new SourceFile("a.min.js", `/* licence */\n${minified}`);
    const now = new SourceFile("a.min.js", `/* new */\n/* licence */\n${minified};`);
    assert.deepEqual(linesOf(trackStep({ file: old, startLine: 1, endLine: 1 }, { files: [now] })), [2, 2]);
  });

  it("a text of 10 MB is too large to follow", () => {
    const old = new SourceFile("a.txt", "a\n".repeat(5_000_000));
    assert.ok(
      tooLarge(trackStep({ file: old, startLine: 1, endLine: 1 }, { files: [new SourceFile("a.txt", "b")] })),
    );
  });

  it("a text that became too large is too large to follow", () => {
    const now = new SourceFile("a.txt", "a\n".repeat(5_000_000));
    assert.ok(
      tooLarge(trackStep({ file: new SourceFile("a.txt", "b"), startLine: 1, endLine: 1 }, { files: [now] })),
    );
  });

  const shapes: readonly { name: string; old: () => string[]; now: (lines: string[]) => string[] }[] = [
    {
      name: "functions, with edits all over",
      old: () =>
        Array.from({ length: 25_000 }, (_, i) => [
          `function work${String(i)}(a) {`,
          `  const x = a * ${String(i)};`,
          "  return x;",
          "}",
        ]).flat(),
      now: (lines) => [
        "// new",
        ...lines.map((line, i) => (i % 7 === 0 ? line.replace("a", "alpha") : line)),
        "// end",
      ],
    },
    {
      name: "one line over and over",
      old: () => new Array<string>(100_000).fill("x = compute(1)"),
      now: (lines) => ["start()", ...lines, "stop()"],
    },
    {
      name: "functions of one name",
      old: () =>
        new Array<readonly string[]>(25_000).fill(["function same(a) {", "  return a;", "}", ""]).flat(),
      now: (lines) => ["// new", ...lines.slice(4), "// end"],
    },
    {
      name: "nothing in common",
      old: () =>
        Array.from(
          { length: 100_000 },
          (_, i) => `v${String((i * 7919) % 1_000_003)} = f(${String(i % 9973)})`,
        ),
      now: (lines) => lines.map((_, i) => `w${String((i * 104_729) % 1_000_003)} = g(${String(i % 9967)})`),
    },
  ];
  for (const { name, old, now } of shapes)
    it(`a file of 100,000 lines (${name}) is followed in seconds and within 500 MB`, () => {
      const lines = old();
      const before = process.memoryUsage().heapUsed;
      const time = processTime(() => {
        trackStep(
          { file: new SourceFile("a.js", lines.join("\n")), startLine: 50_001, endLine: 50_004 },
          { files: [new SourceFile("a.js", now(lines).join("\n"))] },
        );
      });
      assert.ok(time < 10_000, `${time.toFixed(0)} ms`);
      assert.ok(process.memoryUsage().heapUsed - before < 500e6, "memory");
    });
});

describe("input that is no code", () => {
  for (const [startLine, endLine] of [
    [NaN, 1],
    [1, NaN],
    [0, 1],
    [-5, -1],
    [3, 2],
    [1, 1e308],
    [Infinity, Infinity],
    [1.5, 2],
    [4, 4],
  ] as const)
    it(`lines ${String(startLine)} to ${String(endLine)} of a file of three do not exist`, () => {
      const file = new SourceFile("a.ts", "one();\ntwo();\nthree();\n");
      const answer = trackStep({ file, startLine, endLine }, { files: [file] });
      assert.deepEqual(answer.status === "orphaned" && answer.reason, { kind: "no such lines" });
    });

  const odd: Readonly<Record<string, string>> = {
    "a regular expression that explodes": "(a+)+$",
    "a replacement pattern": "$& $1 $` \\1 ${a}",
    "lone surrogates": "\uD800 x \uDC00",
    NULs: "a\u0000b\u0000\u0000c",
    "a right-to-left override": "\u202Edrowssap = x",
    "prototype names": "constructor __proto__ toString hasOwnProperty",
  };
  for (const [name, line] of Object.entries(odd))
    it(`${name} is text like any other`, () => {
      const old = `first();\nfunction f() {\n  ${line}\n}\nlast();\n`;
      const file = new SourceFile("a.ts", old);
      const now = new SourceFile("a.ts", `zero();\n${old.replace("last", "least")}`);
      assert.deepEqual(linesOf(trackStep({ file, startLine: 3, endLine: 3 }, { files: [now] })), [4, 4]);
    });

  it("an empty file has nothing to follow", () => {
    const file = new SourceFile("a.ts", "");
    const answer = trackStep(
      { file, startLine: 1, endLine: 1 },
      { files: [new SourceFile("a.ts", "x();\n")] },
    );
    assert.equal(answer.status, "orphaned");
  });
});
