import assert from "node:assert/strict";
import fc from "fast-check";
import type { CodeCommit } from "../../../../src/app/change-history.ts";
import { changeFigures, changeOf } from "../../../../src/app/evidence/change-figures.ts";
import { TogetherCount } from "../../../../src/app/evidence/changing-together.ts";
import { HALF_YEAR_DAYS, halfYearsUntil } from "../../../../src/app/evidence/half-years.ts";
import { shapeOf } from "../../../../src/app/evidence/indentation.ts";
import { isFix } from "../../../../src/app/evidence/is-fix.ts";
import { isGenerated, isLeftOut } from "../../../../src/app/evidence/is-left-out.ts";
import { linesAtHead } from "../../../../src/app/evidence/lines-at-head.ts";
import { NamesOverTime } from "../../../../src/app/evidence/names-over-time.ts";
import { seed } from "../../../support/seed.ts";

const today = "2026-11-23";
const DAY = 86_400;
const noon = Date.parse("2026-11-23T12:00:00Z") / 1000;
const halves = halfYearsUntil(today);

const commit = (daysAgo: number, more: Partial<CodeCommit> = {}): CodeCommit => ({
  id: `${daysAgo}`,
  at: noon - daysAgo * DAY,
  author: 0,
  subject: "Change",
  files: [],
  ...more,
});

describe("the figures of how code changed", () => {
  it("count the two half years apart, and today with the last", () => {
    const days = [0, 1, HALF_YEAR_DAYS - 1, HALF_YEAR_DAYS, 2 * HALF_YEAR_DAYS - 1, 2 * HALF_YEAR_DAYS, 3000];
    const figures = changeFigures(
      days.map((ago) => changeOf(commit(ago))),
      halves,
    );
    assert.deepEqual([figures.inLastHalf, figures.inHalfBefore, figures.inYear, figures.inAll], [3, 2, 5, 7]);
    assert.deepEqual([figures.first, figures.last], [noon - 3000 * DAY, noon]);
  });

  it("count fixes and people of the year alone, and no programs as people", () => {
    const figures = changeFigures(
      [
        changeOf(commit(1, { author: 1, subject: "Fix the total" })),
        changeOf(commit(2, { author: 2 })),
        changeOf(commit(3, { author: 1, subject: "Revert it" })),
        changeOf(commit(4, { author: undefined })),
        changeOf(commit(900, { author: 3, subject: "fix: old" })),
      ],
      halves,
    );
    assert.deepEqual([figures.people, figures.fixes, figures.inYear], [2, 2, 4]);
  });

  it(`add up whatever the commits are, and people are never more than changes (seed ${seed})`, () => {
    const one = fc.record({
      ago: fc.integer({ min: -50, max: 2000 }),
      author: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
      subject: fc.constantFrom("fix it", "Add it", ""),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (made) => {
        const changes = made.map(({ ago, ...more }) => changeOf(commit(ago, more)));
        const figures = changeFigures(changes, halves);
        assert.equal(figures.inYear, figures.inLastHalf + figures.inHalfBefore);
        assert.ok(figures.fixes <= figures.inYear && figures.people <= figures.inYear);
        assert.equal(figures.inAll, made.length);
      }),
      { seed },
    );
  });

  it("are all nothing without a commit", () => {
    const figures = changeFigures([], halves);
    assert.deepEqual(
      [figures.inYear, figures.people, figures.first, figures.last],
      [0, 0, undefined, undefined],
    );
  });
});

describe("a fix", () => {
  it("is what its commit calls so", () => {
    for (const subject of [
      "fix: totals",
      "Fixes #12",
      "fixed the total",
      "Fixing a race",
      "fix(cart)!: totals",
      "bugfix for returns",
      "Hotfix",
      "hot-fix the cart",
      'Revert "Add a cart"',
      "Reverts 1234567",
      "Bug 1123: totals",
      "Several bugs",
    ])
      assert.ok(isFix(subject), subject);
    for (const subject of [
      "Add a prefix",
      "Fixture for carts",
      "debug output",
      "Reversal of returns",
      "",
      "suffix",
    ])
      assert.ok(!isFix(subject), subject);
  });
});

describe("what changes together", () => {
  const counted = (commits: readonly (readonly string[])[]) => {
    const count = new TogetherCount(new Set(["own.ts", "was.ts"]));
    for (const paths of commits) count.add(paths);
    return count.result();
  };
  const times = (count: number, paths: readonly string[]) => Array.from({ length: count }, () => paths);

  it("needs five cases and half of the changes", () => {
    assert.deepEqual(counted([...times(4, ["own.ts", "a.ts"])]).files, []);
    assert.deepEqual(counted([...times(5, ["own.ts", "a.ts"]), ...times(5, ["own.ts"])]), {
      of: 10,
      files: [{ path: "a.ts", cases: 5 }],
    });
    assert.deepEqual(counted([...times(5, ["own.ts", "a.ts"]), ...times(6, ["own.ts"])]).files, []);
  });

  it("is not the code itself under another name, nor what sweeps", () => {
    const sweep = ["own.ts", ...Array.from({ length: 30 }, (_, at) => `${at}.ts`)];
    assert.deepEqual(counted([...times(6, sweep), ...times(6, ["was.ts", "own.ts"])]), { of: 6, files: [] });
  });
});

describe("names over time", () => {
  it("carry the past of a file to its name of now", () => {
    const names = new NamesOverTime();
    assert.equal(names.nameOf({ path: "c.ts", from: "b.ts" }), "c.ts");
    assert.equal(names.nameOf({ path: "b.ts", from: "a.ts" }), "c.ts");
    assert.equal(names.nameOf({ path: "a.ts", from: undefined }), "c.ts");
    assert.equal(names.nameOf({ path: "b.ts", from: undefined }), "c.ts");
  });

  it("leave a file that took a free name its own", () => {
    const names = new NamesOverTime();
    assert.equal(names.nameOf({ path: "a.ts", from: undefined }), "a.ts");
    assert.equal(names.nameOf({ path: "b.ts", from: "a.ts" }), "b.ts");
    assert.equal(names.nameOf({ path: "a.ts", from: undefined }), "b.ts");
  });
});

describe("length and nesting", () => {
  it("count lines that are not empty, and their levels", () => {
    assert.deepEqual(shapeOf("a\n    b\n        c\n\n   \n"), { lines: 3, levels: 3 });
    assert.deepEqual(shapeOf("a\n\tb\n\t\tc\n"), { lines: 3, levels: 3 });
    assert.deepEqual(shapeOf("a\n  b\n    c\n  d\n"), { lines: 4, levels: 4 });
    assert.deepEqual(shapeOf(""), { lines: 0, levels: 0 });
  });
});

describe("what is left out", () => {
  it("is told by its name", () => {
    for (const path of [
      "package-lock.json",
      "web/yarn.lock",
      "node_modules/a/b.js",
      "src/vendor/x.go",
      "dist/app.js",
      "app.min.js",
      "api/x.pb.go",
      "README.md",
      "CHANGELOG",
      "logo.png",
      ".gitignore",
      "l10n/fr.json",
      "src/__snapshots__/a.ts.snap",
    ])
      assert.ok(isLeftOut(path), path);
    for (const path of [
      "src/cart.ts",
      "a.py",
      "Makefile",
      "src/distance.ts",
      "src/builder/a.go",
      "vendors.ts",
    ])
      assert.ok(!isLeftOut(path), path);
  });

  it("is told by what it says of itself, or by lines nobody wrote", () => {
    assert.ok(isGenerated("// Code generated by protoc. DO NOT EDIT.\nx\n"));
    assert.ok(isGenerated(`a\n${"x".repeat(1001)}\n`));
    assert.ok(!isGenerated(`${"a\n".repeat(30)}// generated by hand\n`));
    assert.ok(!isGenerated("const generate = 1;\n"));
  });
});

describe("the committed lines under lines on disk", () => {
  const text = (...lines: readonly string[]) => `${lines.join("\n")}\n`;
  const committed = text("a", "b", "c", "d", "e");

  it("are the same where nothing is edited, and shifted below an edit", () => {
    const range = { startLine: 4, endLine: 5 };
    assert.deepEqual(linesAtHead(committed, committed, range), range);
    assert.deepEqual(
      linesAtHead(committed, text("a", "new", "b", "c", "d", "e"), { startLine: 5, endLine: 6 }),
      range,
    );
    assert.deepEqual(linesAtHead(committed, committed.replaceAll("\n", "\r\n"), range), range);
  });

  it("are what was there before where the lines are edited, and none where all of them are new", () => {
    const edited = text("a", "b", "C", "X", "d", "e");
    assert.deepEqual(linesAtHead(committed, edited, { startLine: 3, endLine: 4 }), {
      startLine: 3,
      endLine: 3,
    });
    const added = text("a", "b", "x", "y", "c", "d", "e");
    assert.equal(linesAtHead(committed, added, { startLine: 3, endLine: 4 }), undefined);
  });

  it(`lie within the committed text, always (seed ${seed})`, () => {
    const some = fc.array(fc.constantFrom("a", "b", "c", "{", "}"), { maxLength: 12 });
    fc.assert(
      fc.property(some, some, fc.nat(14), fc.nat(14), (old, now, start, more) => {
        const range = { startLine: start + 1, endLine: start + 1 + more };
        const found = linesAtHead(text(...old), text(...now), range);
        if (found === undefined) return;
        const last = text(...old).split("\n").length - 1;
        assert.ok(found.startLine >= 1 && found.startLine <= found.endLine && found.endLine <= last);
      }),
      { seed },
    );
  });
});
