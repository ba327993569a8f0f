import assert from "node:assert/strict";
import fc from "fast-check";
import { alignLines } from "../../../src/anchoring/tracking/align-lines.ts";
import type { Alignment } from "../../../src/anchoring/tracking/align-lines.ts";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";

const SEED = Number(process.env["TRACKING_SEED"] ?? 20260127);

function align(old: readonly string[], now: readonly string[]): Alignment {
  const one = new SourceFile("a.ts", old.join("\n"));
  const other = new SourceFile("a.ts", now.join("\n"));
  return alignLines(one, { from: 0, to: one.count }, other, { from: 0, to: other.count });
}

describe(`alignment of lines (seed ${String(SEED)})`, () => {
  it("pairs lines that are equal but for white space, and lines that are alike", () => {
    const { to, likeness } = align(
      ["start(now);", "  const total = sum(lines);", "finish();"],
      ["start( now );", "prepare();", "  const total = sumOf(lines, 2);", "finish();"],
    );
    assert.deepEqual([...to], [0, 2, 3]);
    assert.ok(likeness[1] !== undefined && likeness[1] > 0.5 && likeness[1] < 1);
  });

  it("keeps to lines that stand alone, where brackets would fit several ways", () => {
    const { to } = align(
      ["one() {", "  a();", "}"],
      ["zero() {", "  z();", "}", "one() {", "  a();", "  b();", "}"],
    );
    assert.deepEqual([...to], [3, 4, 6]);
  });

  it("finds the few edits between two long runs of equal lines", () => {
    const run = new Array<string>(2000).fill("same();");
    const { to } = align(run, ["first();", ...run, "last();"]);
    assert.equal(to[0], 1);
    assert.equal(to[1999], 2000);
  });

  const lines = fc.array(
    fc.constantFrom("a();", "b();", "c(1);", "c(2);", "}", "", "  d(e, f);", "long.name.here(1);"),
    {
      maxLength: 60,
    },
  );

  it("goes down on both sides, and says 1 of equal lines only", () => {
    fc.assert(
      fc.property(lines, lines, (old, now) => {
        const { to, likeness } = align(old, now);
        let last = -1;
        to.forEach((row, index) => {
          if (row < 0) return;
          assert.ok(row > last, "in order");
          last = row;
          const same = (old[index] ?? "").replace(/\s/g, "") === (now[row] ?? "").replace(/\s/g, "");
          assert.equal(likeness[index] === 1, same);
        });
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("pairs every line of equal texts with itself", () => {
    fc.assert(
      fc.property(lines, (old) => {
        const file = new SourceFile("a.ts", old.join("\n"));
        assert.deepEqual([...align(old, old).to], [...file.lines.keys()]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("loses no line that is still there when lines are only added", () => {
    fc.assert(
      fc.property(lines, fc.array(fc.nat(), { maxLength: 5 }), (old, places) => {
        const now: string[] = [...old];
        for (const place of places) now.splice(place % (now.length + 1), 0, `added${String(place)}.here();`);
        const { to } = align(old, now);
        old.forEach((line, index) => {
          if (line.trim() !== "" && index < to.length)
            assert.notEqual(to[index], -1, `line ${String(index)} of ${old.join("|")}`);
        });
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
