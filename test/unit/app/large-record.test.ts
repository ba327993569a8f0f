import assert from "node:assert/strict";
import { LARGE_BYTES, largeToTell, largeWords } from "../../../src/app/large-record.ts";
import { inEnglish, MemoryFiles } from "../../support/app-world.ts";

const quiet = { info: () => undefined, warn: () => undefined };

describe("a record that grows large", () => {
  it("is told of once, and again when it has doubled", async () => {
    const files = new MemoryFiles();
    const told = (bytes: number) => largeToTell({ bytes: () => Promise.resolve(bytes) }, files, quiet);
    assert.equal(await told(LARGE_BYTES - 1), undefined);
    assert.equal(await told(LARGE_BYTES), LARGE_BYTES);
    assert.equal(await told(LARGE_BYTES + 1), undefined);
    assert.equal(await told(2 * LARGE_BYTES), 2 * LARGE_BYTES);
    assert.equal(await told(3 * LARGE_BYTES), undefined);
  });

  it("is said with its size, and with what makes it smaller", () => {
    assert.match(largeWords(LARGE_BYTES, inEnglish), /takes 50 MB .* Run sightline compact/);
  });
});
