import assert from "node:assert/strict";
import { Recent } from "../../../src/base/recent.ts";

describe("what was used last", () => {
  it("stays, and what was used longest ago goes, whether it was put in or asked for", () => {
    const recent = new Recent<string, number>(2);
    recent.set("a", 1);
    recent.set("b", 2);
    assert.equal(recent.get("a"), 1);
    recent.set("c", 3);
    assert.deepEqual([recent.get("a"), recent.get("b"), recent.get("c")], [1, undefined, 3]);
  });

  it("is put in again without pushing another out", () => {
    const recent = new Recent<string, number>(2);
    recent.set("a", 1);
    recent.set("b", 2);
    recent.set("a", 3);
    assert.deepEqual([recent.get("a"), recent.get("b")], [3, 2]);
  });
});
