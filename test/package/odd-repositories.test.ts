import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** The last cell of a row: a file, and how the name of a test in it begins. */
const rows = readFileSync(join(root, "docs/odd-repositories.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (what|---)/.test(line))
  .map((line) => {
    const [, what = "", file = "", name = ""] = /^\| (.*?) \|.*\| `([^`]+)` (.*) \|$/.exec(line) ?? [];
    return { line, what, file, name };
  });

describe("docs/odd-repositories.md", () => {
  it("has rows, each with a test", () => {
    assert.ok(rows.length > 40);
    for (const { line, name } of rows) assert.notEqual(name, "", line);
  });

  it("names tests that are there", () => {
    for (const { what, file, name } of rows) {
      const source = readFileSync(join(root, "test", file), "utf8");
      const isThere = ['"', "'", "`"].some((quote) => source.includes(`it(${quote}${name}`));
      assert.ok(isThere, `${what}: no test "${name}…" in test/${file}`);
    }
  });
});
