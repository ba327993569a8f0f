import assert from "node:assert/strict";
import { syncInterval } from "../../../src/host/sync-interval.ts";

describe("how often the remote is looked at", () => {
  for (const [minutes, milliseconds] of [
    [5, 300_000],
    [1.5, 90_000],
    [0, 60_000],
    [-3, 60_000],
    // 24.8 days and more would make a timer that fires at once, again and again.
    [50_000, 86_400_000],
    [Infinity, 86_400_000],
    [NaN, 300_000],
    ["10", 300_000],
    [undefined, 300_000],
  ] as const)
    it(`"${String(minutes)}" is every ${milliseconds / 1000} s`, () => {
      assert.equal(syncInterval(minutes), milliseconds);
    });
});
