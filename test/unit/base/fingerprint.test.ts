import assert from "node:assert/strict";
import fc from "fast-check";
import { fingerprint } from "../../../src/base/fingerprint.ts";
import { seed } from "../../support/seed.ts";

describe("a fingerprint", () => {
  it("is the same for the same text, and short for any", () => {
    const long = "x".repeat(1_000_000);
    assert.equal(fingerprint(long), fingerprint("x".repeat(1_000_000)));
    assert.ok(fingerprint(long).length < 30);
  });

  it(`is another after any one change (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.nat(),
        fc.string({ unit: "binary" }),
        (text, at, put) => {
          const place = at % text.length;
          const changed = text.slice(0, place) + put + text.slice(place + 1);
          assert.equal(fingerprint(changed) === fingerprint(text), changed === text);
        },
      ),
      { seed },
    );
  });

  it("tells ten thousand texts apart that differ in a number", () => {
    const all = new Set(Array.from({ length: 10_000 }, (_, at) => fingerprint(`line ${at}\n`)));
    assert.equal(all.size, 10_000);
  });
});
