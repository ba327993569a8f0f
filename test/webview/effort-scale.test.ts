import assert from "node:assert/strict";
import fc from "fast-check";
import { WORKING_DAYS, workingDays } from "../../src/domain/effort.ts";
import type { Effort } from "../../src/domain/effort.ts";
import { effortScale, markOn } from "../../src/webview/comparison/effort-scale.ts";

const amount = fc.double({ min: 0, max: 10_000, noNaN: true });
const effort: fc.Arbitrary<Effort> = fc
  .record({
    numbers: fc.array(amount, { minLength: 1, maxLength: 3 }),
    unit: fc.constantFrom("hours", "days", "weeks", "months"),
  })
  .map(({ numbers, unit }): Effort => {
    const [first, second, third] = [...numbers].sort((one, other) => one - other);
    return third !== undefined
      ? { low: first, likely: second, high: third, unit }
      : second !== undefined
        ? { low: first, high: second, unit }
        : { likely: first, unit };
  });

describe("the scale of estimates", () => {
  it("has 4 to 6 evenly spaced ticks from 0 to a number above the largest, for any estimates", () => {
    fc.assert(
      fc.property(fc.array(effort, { minLength: 1, maxLength: 10 }), (efforts) => {
        const scale = effortScale(efforts);
        assert.ok(scale);
        assert.ok(scale.ticks.length >= 4 && scale.ticks.length <= 6, `${scale.ticks.length} ticks`);
        assert.equal(scale.ticks[0], 0);
        const step = scale.ticks[1]!;
        scale.ticks.forEach((tick, index) => assert.ok(Math.abs(tick - index * step) < 1e-9));
        const end = scale.ticks.at(-1)! * WORKING_DAYS[scale.unit];
        for (const one of efforts)
          for (const which of ["low", "likely", "high"] as const)
            assert.ok((workingDays(one, which) ?? 0) <= end);
      }),
    );
  });

  it("counts in days up to 3 weeks, in weeks up to 3 months, in months beyond", () => {
    const unitFor = (likely: number, unit: Effort["unit"]) => effortScale([{ likely, unit }])?.unit;
    assert.equal(unitFor(10, "hours"), "hours");
    assert.equal(unitFor(3, "days"), "days");
    assert.equal(unitFor(3, "weeks"), "days");
    assert.equal(unitFor(3.1, "weeks"), "weeks");
    assert.equal(unitFor(3, "months"), "weeks");
    assert.equal(unitFor(3.1, "months"), "months");
  });

  it("uses round numbers", () => {
    assert.deepEqual(
      effortScale([{ low: 2, likely: 2.5, high: 4, unit: "months" }])?.ticks,
      [0, 1, 2, 3, 4, 5],
    );
    assert.deepEqual(effortScale([{ low: 2, high: 3, unit: "weeks" }])?.ticks, [0, 5, 10, 15, 20]);
    assert.deepEqual(effortScale([{ likely: 6, unit: "weeks" }])?.ticks, [0, 2, 4, 6, 8]);
    assert.deepEqual(effortScale([{ likely: 30, unit: "months" }])?.ticks, [0, 12, 24, 36]);
  });

  it("stays linear: an option forty times as long is drawn forty times as far", () => {
    const short: Effort = { likely: 1, unit: "weeks" };
    const long: Effort = { likely: 40, unit: "weeks" };
    const scale = effortScale([short, long])!;
    assert.ok(Math.abs(markOn(scale, long).likely! / markOn(scale, short).likely! - 40) < 1e-9);
  });

  it("is not there without an estimate, and stands for one of nothing", () => {
    assert.equal(effortScale([]), undefined);
    assert.equal(effortScale([{ unit: "days" }]), undefined);
    assert.equal(markOn(effortScale([{ likely: 0, unit: "days" }])!, { likely: 0, unit: "days" }).likely, 0);
  });
});
