import assert from "node:assert/strict";
import { areaMatcher } from "../../../../src/app/briefs/area-matcher.ts";
import { tidyAreas, tidyPath } from "../../../../src/app/briefs/tidy-areas.ts";

const covers = (...paths: string[]) => areaMatcher([{ name: "", paths }]);

describe("the areas of a brief", () => {
  it("hold what lies in a folder, and nothing that only begins like it", () => {
    for (const folder of ["src/returns", "src/returns/**"]) {
      const isIn = covers(folder);
      assert.ok(isIn("src/returns/label.ts"), folder);
      assert.ok(isIn("src/returns/desk/label.ts"), folder);
      assert.ok(!isIn("src/returns-old/label.ts"), folder);
      assert.ok(!isIn("test/src/returns/label.ts"), folder);
    }
  });

  it("take a file and a pattern at their word", () => {
    assert.ok(covers("src/search.ts")("src/search.ts"));
    assert.ok(!covers("src/search.ts")("src/search.tsx"));
    assert.ok(covers("**/*.sql")("db/orders/by-day.sql"));
    assert.ok(covers("src/{returns,orders}/*.ts")("src/orders/open.ts"));
    assert.ok(!covers("src/{returns,orders}/*.ts")("src/prices/open.ts"));
    assert.ok(covers("src/*/api")("src/orders/api/open.ts"));
    assert.ok(covers("src/.hidden")("src/.hidden/file.ts"));
  });

  it("take brackets, parentheses and a leading ! in names for names", () => {
    assert.ok(covers("app/[id]/(shop)/**")("app/[id]/(shop)/page.tsx"));
    assert.ok(!covers("app/[id]/**")("app/i/page.tsx"));
    assert.ok(covers("app/[id]/*.tsx")("app/[id]/page.tsx"));
    assert.ok(!covers("app/[id]/*.tsx")("app/d/page.tsx"));
    assert.ok(!covers("!src/*.ts")("test/a.ts"));
  });

  it("pass over a pattern that could take for ever", () => {
    assert.ok(!covers(`${"*a".repeat(40)}b`)("a".repeat(200)));
    assert.ok(!covers(`${"**/".repeat(40)}x`)("a/".repeat(100)));
  });

  it("are kept as paths from the top, each once, by a name", () => {
    assert.equal(tidyPath(" ./src\\returns/ "), "src/returns/**");
    assert.equal(tidyPath("/src//a.ts"), "src/a.ts");
    assert.equal(tidyPath("../other/**"), undefined);
    assert.equal(tidyPath(" "), undefined);
    assert.deepEqual(
      tidyAreas([
        { name: " ", paths: ["src/orderItems/", "src/orderItems/**"] },
        { name: "Again", paths: ["src/orderItems/**"] },
        { name: "Out", paths: ["../.."] },
      ]),
      [{ name: "Order items", paths: ["src/orderItems/**"] }],
    );
  });
});
