import assert from "node:assert/strict";
import fc from "fast-check";
import { afterEdit, reachOf } from "../../../src/host/marks/live-range.ts";
import type { TextEdit } from "../../../src/host/marks/live-range.ts";

/** Replaces from a position (line and character counted from 0) to another. */
const edit = (startLine: number, start: number, endLine: number, end: number, text: string): TextEdit => ({
  start: { line: startLine, character: start },
  end: { line: endLine, character: end },
  text,
});
const range = (startLine: number, endLine: number) => ({ startLine, endLine });

describe("a range of lines while somebody types", () => {
  const cases: readonly (readonly [string, TextEdit, number, number])[] = [
    ["L1 a line typed above moves it down", edit(2, 5, 2, 5, "\n"), 11, 13],
    ["L2 a line deleted above moves it up", edit(2, 0, 3, 0, ""), 9, 11],
    ["L3 Enter at its very start moves it down", edit(9, 0, 9, 0, "\n"), 11, 13],
    ["L4 Enter at the end of the line before moves it down", edit(8, 4, 8, 4, "\n"), 11, 13],
    ["L5 words typed in its first line leave it", edit(9, 0, 9, 0, "await "), 10, 12],
    ["L6 a line typed inside grows it", edit(10, 3, 10, 3, "\nnew"), 10, 13],
    ["L7 a line deleted inside shrinks it", edit(10, 0, 11, 0, ""), 10, 11],
    ["L8 Enter at the end of its last line leaves it", edit(11, 8, 11, 8, "\n"), 10, 12],
    ["L9 what is typed below leaves it", edit(20, 0, 22, 0, "x\ny\nz"), 10, 12],
    ["L10 all of it deleted leaves one line where it was", edit(9, 0, 12, 0, ""), 10, 10],
    ["L11 its beginning deleted with what was above keeps the rest", edit(5, 0, 10, 0, ""), 6, 7],
    ["L12 Windows line ends count once", edit(2, 0, 2, 0, "a\r\nb\r\n"), 12, 14],
  ];
  for (const [name, change, startLine, endLine] of cases)
    it(name, () => {
      assert.deepEqual(afterEdit(range(10, 12), change), range(startLine, endLine));
    });

  it("never comes out upside down or above the file, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.record({ start: fc.nat(50), length: fc.nat(20) }),
        fc.array(fc.record({ at: fc.nat(80), character: fc.nat(5), lines: fc.nat(30), added: fc.nat(5) }), {
          maxLength: 20,
        }),
        ({ start, length }, edits) => {
          const end = edits
            .map(({ at, character, lines, added }) =>
              edit(at, lines === 0 ? character : 0, at + lines, character, "\n".repeat(added)),
            )
            .reduce(afterEdit, range(start + 1, start + 1 + length));
          assert.ok(end.startLine >= 1 && end.endLine >= end.startLine, JSON.stringify(end));
        },
      ),
    );
  });

  const reaches: readonly (readonly [string, TextEdit, ReturnType<typeof reachOf>])[] = [
    ["R1 a line written above is beside it", edit(9, 0, 9, 0, "new\n"), "beside"],
    ["R2 a line written below is beside it", edit(12, 0, 12, 0, "new\n"), "beside"],
    ["R3 Enter at its end is beside it", edit(11, 8, 11, 8, "\n"), "beside"],
    ["R4 a line written between its lines is within", edit(10, 0, 10, 0, "new\n"), "within"],
    ["R5 a line deleted from its middle is within", edit(10, 0, 11, 0, ""), "within"],
    ["R6 words typed in a line of it are within", edit(9, 4, 9, 8, "await"), "within"],
    ["R7 what takes its beginning along goes across", edit(5, 0, 10, 0, "x\n"), "across"],
    ["R8 what takes its end along goes across", edit(11, 0, 14, 0, ""), "across"],
    ["R9 what replaces all of it goes across", edit(9, 0, 12, 0, "other\n"), "across"],
    ["R10 what replaces the whole file goes across", edit(0, 0, 80, 0, "all\nnew\n"), "across"],
  ];
  for (const [name, change, reach] of reaches)
    it(name, () => {
      assert.equal(reachOf(range(10, 12), change), reach);
    });
});
