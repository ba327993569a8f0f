import assert from "node:assert/strict";
import fc from "fast-check";
import { daysBetween } from "../../../src/domain/dates.ts";
import { afterWorkingDays, readyBetween } from "../../../src/domain/working-days.ts";

// 22 February 2027 is a Monday.
describe("working days", () => {
  it("passes over weekends", () => {
    assert.equal(afterWorkingDays("2027-02-22", 1), "2027-02-22");
    assert.equal(afterWorkingDays("2027-02-22", 5), "2027-02-26");
    assert.equal(afterWorkingDays("2027-02-22", 6), "2027-03-01");
    assert.equal(afterWorkingDays("2027-02-26", 2), "2027-03-01");
    assert.equal(afterWorkingDays("2027-02-27", 1), "2027-03-01", "begins on Monday");
    assert.equal(afterWorkingDays("2027-02-22", 0), "2027-02-22");
    assert.equal(afterWorkingDays("2027-02-22", 0.5), "2027-02-22", "hours are done the same day");
  });

  it("ends on a working day, later with more of them, and counts each once", () => {
    const day = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 600 }), (start, count) => {
        const end = afterWorkingDays(start, count);
        let counted = 0;
        for (let at = 0; at <= daysBetween(start, end); at++) {
          const weekday = new Date(Date.parse(start) + at * 86_400_000).getUTCDay();
          if (weekday !== 0 && weekday !== 6) counted++;
        }
        assert.equal(counted, count);
        assert.ok(![0, 6].includes(new Date(end).getUTCDay()));
      }),
    );
  });

  it("gives the days between which an estimate is done, and never invents a range", () => {
    const from = (effort: Parameters<typeof readyBetween>[0]) => readyBetween(effort, "2027-02-22");
    assert.deepEqual(from({ low: 2, likely: 2.5, high: 3, unit: "weeks" }), {
      from: "2027-03-05",
      to: "2027-03-12",
    });
    assert.deepEqual(from({ likely: 2, unit: "weeks" }), { from: "2027-03-05", to: "2027-03-05" });
    assert.equal(from({ unit: "weeks" }), undefined);
    assert.ok((from({ high: 100_000, unit: "months" })?.to ?? "") <= "9999-12-31");
  });
});
