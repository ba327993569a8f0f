import assert from "node:assert/strict";
import { parseDay } from "../../../src/host/flag/parse-day.ts";

const today = "2026-11-22";

describe("a date that somebody types", () => {
  const read: readonly (readonly [string, string])[] = [
    ["2027-03-14", "2027-03-14"],
    [" 2027-3-4 ", "2027-03-04"],
    ["14 March", "2027-03-14"],
    ["14 mars", "2027-03-14"],
    ["March 14, 2028", "2028-03-14"],
    ["1er décembre", "2026-12-01"],
    ["22 November", "2026-11-22"],
    ["21 November", "2027-11-21"],
    ["3 juin 2027", "2027-06-03"],
    ["3 juillet 2027", "2027-07-03"],
    ["in 3 weeks", "2026-12-13"],
    ["dans 10 jours", "2026-12-02"],
    ["2w", "2026-12-06"],
    ["29 February 2028", "2028-02-29"],
  ];
  for (const [typed, day] of read)
    it(`reads "${typed}" as ${day}`, () => {
      assert.equal(parseDay(typed, today), day);
    });

  for (const typed of ["", "soon", "31 February", "2027-02-29", "2027-13-01", "14", "in 3 moons", "14/3"])
    it(`does not guess at "${typed}"`, () => {
      assert.equal(parseDay(typed, today), undefined);
    });
});
