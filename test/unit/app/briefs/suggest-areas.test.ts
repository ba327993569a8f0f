import assert from "node:assert/strict";
import { areaCandidates } from "../../../../src/app/briefs/area-candidates.ts";
import { areaMatcher } from "../../../../src/app/briefs/area-matcher.ts";
import { suggestAreas } from "../../../../src/app/briefs/suggest-areas.ts";
import type { SuggestionSources } from "../../../../src/app/briefs/suggest-areas.ts";

const files = [
  "src/returns/label.ts",
  "src/order-items/list.ts",
  "src/prices/euro.ts",
  "test/returns/label.test.ts",
  "src/shop/returns-desk.ts",
  ".github/returns/x.yml",
];

const suggested = (change: Partial<SuggestionSources>) =>
  suggestAreas({
    text: "",
    candidates: areaCandidates(files),
    earlier: [],
    noteFolders: [],
    changed: [],
    chosen: areaMatcher([]),
    ...change,
  });

describe("suggesting areas", () => {
  it("finds the folders that bear a word of the text, under one name", () => {
    const [first, ...rest] = suggested({
      text: "Customers who returned a parcel wait a day for their money.",
    });
    assert.deepEqual(first, { name: "Returns", paths: ["src/returns/**", "test/returns/**"] });
    assert.deepEqual(rest, [{ name: "Returns desk", paths: ["src/shop/returns-desk.ts"] }]);
  });

  it("offers nothing of a text that names nothing, but what was named before and where notes are", () => {
    const text = "What hurts is the waiting.";
    assert.deepEqual(suggested({ text }), []);
    assert.deepEqual(
      suggested({
        text,
        earlier: [{ text: "The waiting at the till", areas: [{ name: "Till", paths: ["src/till/**"] }] }],
        noteFolders: ["src/prices"],
      }).map(({ name }) => name),
      ["Till", "Prices"],
    );
  });

  it("offers no file that tests another", () => {
    const tests = [
      "a/parcel.test.ts",
      "a/parcel_test.go",
      "a/test_parcel.py",
      "a/ParcelTest.java",
      "a/parcel.spec.js",
    ];
    const named = ["b/parcel.ts", "b/parcel-contest.ts", "b/Latest.java"];
    const candidates = areaCandidates([...tests, ...named]);
    assert.deepEqual(
      candidates.filter(({ path }) => !path.endsWith("/**")).map(({ path }) => path),
      named,
    );
  });

  it("learns from files that changed with such words", () => {
    assert.deepEqual(suggested({ changed: [{ path: "src/money/refund.ts", times: 7 }] }), [
      { name: "Money", paths: ["src/money/**"] },
    ]);
  });

  it("does not offer again what is chosen", () => {
    const chosen = areaMatcher([{ name: "Returns", paths: ["src/returns/**"] }]);
    assert.deepEqual(suggested({ text: "returns", chosen })[0]?.paths, ["test/returns/**"]);
  });
});
