import assert from "node:assert/strict";
import fc from "fast-check";
import { locate } from "../../../src/anchoring/locate.ts";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { standsAsItWas } from "../../../src/anchoring/stands-as-it-was.ts";
import { seed } from "../../support/seed.ts";

const lines = Array.from({ length: 60 }, (_, at) => `  const value${at + 1} = compute(${at + 1});`);
const textOf = (some: readonly string[]) => some.join("\n");
const anchorOf = (startLine: number, endLine: number) =>
  makeAnchor({ path: "a.ts", text: textOf(lines), startLine, endLine });

describe("lines that stand as they were", () => {
  it("are found where they are, at the edges of a file and beyond what is quoted", () => {
    for (const [start, end] of [
      [1, 1],
      [1, 60],
      [2, 58],
      [10, 12],
      [60, 60],
    ] as const) {
      assert.equal(standsAsItWas(anchorOf(start, end), textOf(lines)), start, `${start}-${end}`);
    }
    const moved = textOf(["first", "second", ...lines]);
    assert.equal(standsAsItWas(anchorOf(10, 12), moved), 12);
    assert.equal(standsAsItWas(anchorOf(10, 50), moved), 12);
  });

  it("take a closer look where anything around them, their length or their number changed", () => {
    const anchor = anchorOf(10, 50);
    const changed = (at: number, ...put: readonly string[]) => {
      const some = [...lines];
      some.splice(at - 1, 1, ...put);
      return textOf(some);
    };
    for (const text of [
      changed(9, "other"),
      changed(10, "other"),
      changed(51, "other"),
      changed(40),
      changed(40, "one", "two"),
      textOf([...lines, ...lines]),
      textOf(lines.slice(0, 45)),
      textOf(lines).replaceAll("\n", "\r\n"),
      "",
    ]) {
      assert.equal(standsAsItWas(anchor, text), undefined);
    }
    // What was the file's edge has to be so still.
    assert.equal(standsAsItWas(anchorOf(1, 2), textOf(["first", ...lines])), undefined);
    assert.equal(standsAsItWas(anchorOf(59, 60), textOf([...lines, "last"])), undefined);
    const unquoted = makeAnchor({ path: "a.ts", text: "{\n}\n", startLine: 1, endLine: 1 });
    assert.equal(standsAsItWas(unquoted, "{\n}\n"), undefined);
  });

  it(`are never said to be where the closer look would not be certain of it (seed ${seed})`, () => {
    const line = fc.constantFrom(
      "",
      "}",
      "  return total;",
      "call(one, two);",
      "call(one, two);  ",
      "const x = 1;",
    );
    let answered = 0;
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(14), fc.nat(1), fc.array(line, { maxLength: 2 })), { maxLength: 2 }),
        fc.nat(13),
        fc.nat(5),
        (before, edits, from, more) => {
          const startLine = Math.min(from + 1, before.length);
          const endLine = Math.min(startLine + more, before.length);
          const anchor = makeAnchor({ path: "a.ts", text: textOf(before), startLine, endLine });
          const after = [...before];
          for (const [at, cut, put] of edits) after.splice(at, cut, ...put);
          const said = standsAsItWas(anchor, textOf(after));
          if (said === undefined) return;
          answered += 1;
          const location = locate(anchor, textOf(after));
          assert.ok(location.kind === "found" && location.certain, JSON.stringify(location));
          assert.equal(said, location.startLine);
        },
      ),
      { seed, numRuns: 3000 },
    );
    assert.ok(answered > 200, `answered ${answered}`);
  });
});
