import assert from "node:assert/strict";
import fc from "fast-check";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { trackStep, trackWalk } from "../../../src/anchoring/tracking/track.ts";
import type { Answer } from "../../../src/anchoring/tracking/answer.ts";
import { linesOf } from "./tracking-helpers.ts";

const SEED = Number(process.env["TRACKING_SEED"] ?? 20260127);
const options = (numRuns: number) => ({ seed: SEED, numRuns });

/** Lines that people write and lines that break things: brackets alone, regular expressions, NULs, lone surrogates, very long ones. */
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "{",
      "}",
      "",
      "  return x;",
      "def f(a):",
      "    pass",
      "# note",
      "/* a",
      "*/",
      "'''",
      "`",
      '"',
      "- a: 1",
      "## Head",
      "<div>",
      "</div>",
      "end",
      "else",
      "@x",
      "[a]",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "(a+)+$",
      "^(([a-z])+.)+[A-Z]([a-z])+$",
      "\\",
      "[[[[[",
      ".*".repeat(50),
      "$1 $& \\1 ${x}",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "\u0000",
      "a\u0000b",
      "\uD800",
      "x\uDC00y",
      "\uFEFF",
      "\u2028",
      "\u202Eabc",
      "é",
      "é",
      "日本語",
      "👩‍👩‍👧",
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom("a ".repeat(3000), "(".repeat(3000), `x = "${"y".repeat(6000)}"`) },
);
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join("\n"));
const path = fc.constantFrom(
  "a.ts",
  "a.py",
  "a.md",
  "a.yml",
  "a.json",
  "a.html",
  "a.toml",
  "a.rs",
  "a.sql",
  "strange",
  "a.",
  ".x",
  "a.constructor",
  "a.__proto__",
);
const lineNumber = fc.oneof(
  fc.integer({ min: -3, max: 45 }),
  fc.constantFrom(NaN, Infinity, -Infinity, 1e308, 2 ** 53, 0.5, -0),
);

function assertHonest(answer: Answer, files: readonly SourceFile[]): void {
  assert.ok(answer.confidence >= 0 && answer.confidence <= 1, "confidence from 0 to 1");
  if (answer.status === "orphaned") return;
  const file = files.find((one) => one.path === answer.path);
  assert.ok(file !== undefined, "a path that was given");
  assert.ok(Number.isInteger(answer.startLine) && answer.startLine >= 1, "a first line");
  assert.ok(answer.endLine >= answer.startLine && answer.endLine <= file.count, "lines of the text");
}

describe(`whatever the texts (seed ${String(SEED)})`, function () {
  this.timeout(60_000);

  it("the answer is lines that are there, or orphaned", () => {
    fc.assert(
      fc.property(
        path,
        text,
        lineNumber,
        lineNumber,
        fc.array(text, { minLength: 1, maxLength: 3 }),
        (name, old, startLine, endLine, news) => {
          const region = { file: new SourceFile(name, old), startLine, endLine };
          const walk = news.map((now) => ({
            files: [new SourceFile(name, now), new SourceFile(`other/${name}`, old)],
          }));
          assertHonest(trackWalk(region, walk), walk.at(-1)?.files ?? []);
        },
      ),
      options(400),
    );
  });

  it("a region in an unchanged file stays where it is", () => {
    fc.assert(
      fc.property(path, text, fc.nat(), fc.nat(), (name, old, first, size) => {
        const file = new SourceFile(name, old);
        const startLine = 1 + (first % file.count);
        const endLine = Math.min(file.count, startLine + (size % 10));
        const answer = trackStep({ file, startLine, endLine }, { files: [new SourceFile(name, old)] });
        assert.deepEqual(linesOf(answer), [startLine, endLine]);
        assert.equal(answer.confidence, 1);
      }),
      options(200),
    );
  });

  it("lines that come in at the top move a region down, and nothing else", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 30 }), (old, first, added) => {
        const file = new SourceFile("a.ts", `top();\n${old}\nbottom();`);
        const startLine = 2 + (first % Math.max(1, file.count - 2));
        const above = Array.from({ length: added }, (_, index) => `line${String(index)}();`).join("\n");
        const now = new SourceFile("a.ts", `${above}\n${file.lines.join("\n")}`);
        const answer = trackStep({ file, startLine, endLine: startLine }, { files: [now] });
        if (answer.status !== "orphaned" && answer.confidence >= 0.9)
          assert.equal(answer.startLine, startLine + added);
      }),
      options(200),
    );
  });

  it("the answer is the same every time", () => {
    fc.assert(
      fc.property(path, text, text, fc.nat(), (name, old, now, first) => {
        const ask = (): Answer => {
          const file = new SourceFile(name, old);
          const startLine = 1 + (first % file.count);
          return trackStep({ file, startLine, endLine: startLine }, { files: [new SourceFile(name, now)] });
        };
        assert.deepEqual(ask(), ask());
      }),
      options(100),
    );
  });
});
