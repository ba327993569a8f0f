import assert from "node:assert/strict";
import fc from "fast-check";
import { findRecord, idsLike, shortener } from "../../src/cli/find-note.ts";
import { jsonText } from "../../src/cli/print-json.ts";
import {
  closings,
  confidences,
  hurts,
  kinds,
  lookUp,
  reversibilities,
  statuses,
} from "../../src/cli/read/word-table.ts";
import { readDay, readEffort, readPerson, readPlace } from "../../src/cli/read/values.ts";
import type { Read } from "../../src/cli/read/values.ts";
import { block } from "../../src/cli/text/block.ts";
import { csv } from "../../src/cli/text/csv.ts";
import { textWidth } from "../../src/cli/text/text-width.ts";
import { english } from "../../src/base/translate.ts";
import { plainText } from "../../src/base/plain-text.ts";

const reading = { command: "add", translate: english };
const valueOf = <Value>(read: Read<Value>): Value | undefined => (read.ok ? read.value : undefined);

describe("words that an option takes", () => {
  it("are those of the screen, with hyphens", () => {
    assert.deepEqual(
      [...kinds.keys()],
      [
        "bottleneck",
        "tech-debt",
        "outside-limit",
        "date-at-risk",
        "would-speed-us-up",
        "problem",
        "incident",
      ],
    );
    assert.deepEqual([...closings.keys()], ["done", "accepted-as-it-is", "withdrawn", "put-off"]);
    assert.deepEqual([...confidences.keys()], ["sure", "fairly-sure", "a-guess"]);
    assert.deepEqual([...reversibilities.keys()], ["easily", "with-effort", "no"]);
    assert.deepEqual(
      [...hurts],
      [
        ["little", "little"],
        ["some", "some"],
        ["a-lot", "aLot"],
      ],
    );
  });

  it("may be those of the record, in any case and spelling", () => {
    for (const text of ["tech-debt", "techDebt", "Tech debt", "TECH_DEBT"])
      assert.equal(lookUp(kinds, text), "techDebt");
    assert.equal(lookUp(kinds, "constraint"), "constraint");
    assert.equal(lookUp(kinds, "Outside limit"), "constraint");
    assert.equal(lookUp(statuses, "on record"), "onRecord");
    assert.equal(lookUp(kinds, "tech"), undefined);
    assert.equal(lookUp(kinds, ""), undefined);
  });
});

describe("values on the command line", () => {
  it("a place is a file and lines, or a whole file or folder", () => {
    const read = readPlace(reading, "--at");
    assert.deepEqual(valueOf(read("src/a.ts:10-21")), {
      path: "src/a.ts",
      lines: { startLine: 10, endLine: 21 },
    });
    assert.deepEqual(valueOf(read("src/a.ts:7")), { path: "src/a.ts", lines: { startLine: 7, endLine: 7 } });
    assert.deepEqual(valueOf(read("C:\\a.ts:7")), { path: "C:\\a.ts", lines: { startLine: 7, endLine: 7 } });
    assert.deepEqual(valueOf(read("odd:3-4:1-2")), { path: "odd:3-4", lines: { startLine: 1, endLine: 2 } });
    assert.deepEqual(valueOf(read("src/a.ts")), { path: "src/a.ts" });
    assert.deepEqual(valueOf(read("C:\\shop")), { path: "C:\\shop" });
    for (const text of ["", "src/a.ts:", ":3", "src/a.ts:0", "src/a.ts:9-8", "src/a.ts:1-x", "a:12345678"])
      assert.equal(valueOf(read(text)), undefined, text);
  });

  it("a person is as git writes them", () => {
    const read = readPerson(reading, "--owner");
    assert.deepEqual(valueOf(read("Ann Lee <ann@example.org>")), {
      name: "Ann Lee",
      email: "ann@example.org",
    });
    assert.deepEqual(valueOf(read("  Ann ")), { name: "Ann", email: "" });
    for (const text of ["", "<ann@example.org>", "Ann <a b>", "Ann <a> <b>"])
      assert.equal(valueOf(read(text)), undefined, text);
  });

  it("a day is on the calendar, a time has a unit", () => {
    assert.equal(valueOf(readDay(reading, "--needed-by")(" 2028-02-29 ")), "2028-02-29");
    assert.equal(valueOf(readDay(reading, "--needed-by")("2027-02-29")), undefined);
    assert.deepEqual(valueOf(readEffort(reading, "--takes")("2-3 weeks")), {
      low: 2,
      high: 3,
      unit: "weeks",
    });
    assert.equal(valueOf(readEffort(reading, "--takes")("soon")), undefined);
  });
});

describe("ids on the command line", () => {
  const id = fc.stringMatching(/^[0-9a-f]{64}$/);

  it("the shown beginnings tell all apart, and mean what they are of", () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 40 }), fc.nat(63), (ids, same) => {
        // Ids that share a long beginning are what hashes never do by chance.
        const all = [
          ...new Set([...ids, ...ids.map((one, at) => one.slice(0, same) + ids.at(-1 - at)!.slice(same))]),
        ];
        const short = shortener(all);
        assert.equal(new Set(all.map(short)).size, all.length);
        for (const one of all) {
          assert.ok(short(one).length >= 7);
          assert.deepEqual(findRecord(short(one), all, short), { ok: true, value: one });
        }
      }),
      { seed: 20261122 },
    );
  });

  it("too short, too long, or no hexadecimal digits mean nothing", () => {
    const ids = ["abcdef".padEnd(64, "0")];
    assert.deepEqual(idsLike("abc", ids), []);
    assert.deepEqual(idsLike("abcg", ids), []);
    assert.deepEqual(idsLike(`${ids[0]!}0`, ids), []);
    assert.deepEqual(idsLike(" ABCD ", ids), ids);
  });

  it("a beginning that means several is refused with the candidates", () => {
    const ids = ["abcd1".padEnd(64, "0"), "abcd2".padEnd(64, "0")];
    const found = findRecord("abcd", ids, (one) => one.slice(0, 7));
    assert.deepEqual(found, {
      ok: false,
      reason: { kind: "ambiguousNote", id: "abcd", candidates: ["abcd100", "abcd200"] },
    });
  });
});

describe("what is printed", function () {
  this.timeout(20_000);

  it("JSON is exact, and holds no character that steers a terminal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, other) => {
        const printed = jsonText({ text, [other]: other });
        assert.equal(plainText(printed), printed);
        assert.deepEqual(JSON.parse(printed), { text, [other]: other });
      }),
      { seed: 20261122 },
    );
    assert.match(jsonText({ text: "\u001b[2J\u009b2J\u202e" }), /\\u001b\[2J\\u009b2J\\u202e/);
  });

  it("CSV holds no formula and keeps quotes, commas and newlines in their cell", () => {
    assert.equal(
      csv([
        ["a", 'say "no"', "1,2\n3"],
        ["=1+1", "+1", "-1", "@x", "\u001b]0;x\u0007"],
      ]),
      '"a","say ""no""","1,2\n3"\r\n"\'=1+1","\'+1","\'-1","\'@x","]0;x"\r\n',
    );
  });

  it("a text is broken at blanks and keeps its words", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 40, max: 120 }),
        (words, columns) => {
          const lines = block(words.join(" "), 4, columns, "  - ").split("\n");
          assert.deepEqual(lines.join(" ").replace("  - ", "").split(/\s+/), words);
          assert.ok(lines.every((line) => line.length <= Math.min(columns, 104)));
        },
      ),
      { seed: 20261122 },
    );
    assert.equal(block("one two", 4, undefined), "    one two");
  });

  it("wide characters take two columns, and what is put together takes one", () => {
    assert.equal(textWidth("Ann"), 3);
    assert.equal(textWidth("検索"), 4);
    assert.equal(textWidth("e\u0301"), 1);
  });
});
