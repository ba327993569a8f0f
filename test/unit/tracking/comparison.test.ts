import assert from "node:assert/strict";
import { Comparison } from "../../../src/anchoring/tracking/comparison.ts";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { code } from "./tracking-helpers.ts";

const compare = (path: string, old: string, now: string, sameFile = true): Comparison =>
  new Comparison(new SourceFile(path, code(old)), new SourceFile(path, code(now)), sameFile);

/** What the old definition on a line (from 1) became: the new line, and how that was seen. */
const became = (comparison: Comparison, line: number): string | undefined => {
  const match = comparison.unit(line - 1);
  return match === undefined ? undefined : `${String(match.row + 1)} by ${match.via}`;
};

describe("what definitions became", () => {
  it("is the one of the same name in the same place, however much it changed", () => {
    const comparison = compare(
      "a.py",
      `
        class A:
            def go(self):
                return one()

        class B:
            def go(self):
                return two()
      `,
      `
        class B:
            def go(self):
                return nothing_of_the_kind(3)

        class A:
            def go(self):
                return two()
      `,
    );
    assert.equal(became(comparison, 2), "6 by name");
    assert.equal(became(comparison, 6), "2 by name");
  });

  it("is, of overloads, the one with the most alike first line and body", () => {
    const comparison = compare(
      "A.java",
      `
        int sum(int a) {
          return a;
        }
        int sum(int a, int b) {
          return a + b;
        }
      `,
      `
        int sum(final int a, final int b) {
          return a + b;
        }
        int sum(final int a) {
          return a;
        }
      `,
    );
    assert.equal(became(comparison, 1), "4 by name");
    assert.equal(became(comparison, 4), "1 by name");
  });

  it("is one with a new name and the same text", () => {
    const comparison = compare(
      "a.ts",
      `
        function parse(text: string) {
          const lines = text.split("\\n");
          return lines.map(read);
        }
      `,
      `
        function start() {
          return begin();
        }
        function parseLines(text: string) {
          const lines = text.split("\\n");
          return lines.map(read);
        }
      `,
    );
    assert.equal(became(comparison, 1), "4 by content");
  });

  it("is nothing where the only like text has a name that was there before", () => {
    const comparison = compare(
      "a.ts",
      `
        function one(text: string) {
          const lines = text.split("\\n");
          return lines.map(read);
        }
        function two(text: string) {
          const lines = text.split("\\n");
          return lines.map(write);
        }
      `,
      `
        function two(text: string) {
          const lines = text.split("\\n");
          return lines.map(write);
        }
      `,
    );
    assert.equal(became(comparison, 1), undefined);
    assert.equal(comparison.ownerOf(0), 4);
  });

  it("gives the lines of definitions that changed places their partners", () => {
    const comparison = compare(
      "a.js",
      `
        function one() {
          a();
          b();
          c();
        }
        function two() {
          d();
        }
      `,
      `
        function two() {
          d();
        }
        function one() {
          a();
          c();
        }
      `,
    );
    assert.deepEqual([...comparison.whole.to], [3, 4, -1, 5, 6, 0, 1, 2]);
  });

  it("does not go by the name alone in another file", () => {
    const old = `
      function main() {
        parse(process.argv);
        run(everything);
      }
    `;
    const now = `
      function main() {
        draw(window, canvas);
        loop(60);
        stop(canvas);
      }
    `;
    const comparison = compare("a.js", old, now, false);
    assert.equal(comparison.unitCandidates(0)[0]?.via, "name");
    assert.ok((comparison.unitCandidates(0)[0]?.likeness ?? 1) < 0.4);
  });
});
