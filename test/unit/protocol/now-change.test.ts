import assert from "node:assert/strict";
import fc from "fast-check";
import { nowChange, withNowChange } from "../../../src/protocol/now-change.ts";
import type { NowRow } from "../../../src/protocol/panel-state.ts";
import { nowRow } from "../../support/panel-fixtures.ts";
import { seed } from "../../support/seed.ts";

const rows = (count: number): NowRow[] => Array.from({ length: count }, (_, at) => nowRow(`row ${at}`));

describe("what changed in Now", () => {
  it("is one row taken out and put in where a row is another", () => {
    const before = rows(1_000);
    const other = nowRow("row 500", { reason: "Something new" });
    const after = [other, ...before.filter(({ key }) => key !== "row 500")];
    assert.deepEqual(nowChange(before, after), { removed: ["row 500"], put: [{ at: 0, row: other }] });
  });

  it("is nothing where nothing is other", () => {
    const same = rows(3);
    assert.deepEqual(nowChange(same, [...same]), { removed: [], put: [] });
  });

  it("is not told where rows that stayed changed their order, or much is new", () => {
    const [one, two] = rows(2);
    assert.ok(one && two);
    assert.equal(nowChange([one, two], [two, one]), undefined);
    assert.equal(nowChange([], rows(51)), undefined);
  });

  const random = fc.record({
    before: fc.uniqueArray(fc.nat(30), { maxLength: 30 }),
    gone: fc.array(fc.nat(30)),
    fresh: fc.array(fc.record({ at: fc.nat(30), key: fc.integer({ min: 40, max: 60 }) })),
  });

  it(`gives the new list when it is applied to the old (seed ${seed})`, () => {
    const pool = rows(40);
    fc.assert(
      fc.property(random, ({ before: keys, gone, fresh }) => {
        const before = keys.flatMap((key) => pool[key] ?? []);
        const after = before.filter((_, at) => !gone.includes(at));
        const seen = new Set<number>();
        for (const { at, key } of fresh) {
          if (seen.has(key)) continue;
          seen.add(key);
          after.splice(Math.min(at, after.length), 0, nowRow(`new ${key}`));
        }
        const change = nowChange(before, after) ?? assert.fail("the order did not change");
        assert.deepEqual(withNowChange(before, change), after);
      }),
      { seed },
    );
  });
});
