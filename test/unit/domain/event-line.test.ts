import assert from "node:assert/strict";
import fc from "fast-check";
import { toUtf8 } from "../../../src/base/utf8.ts";
import { FORMAT_VERSION, lineOf, parseLine, recordOf, writeLine } from "../../../src/domain/event-line.ts";
import { foldRecord } from "../../../src/domain/fold.ts";
import { anEvent, ann } from "../../support/event-builders.ts";
import { seed } from "../../support/seed.ts";

const line = anEvent({
  data: {
    nonce: "0".repeat(32),
    fields: { title: "Une requête charge tout 🐘", impact: "5 s", neededBy: { day: "2027-03-14" } },
  },
});

/** Reads bytes as a line and folds them; what comes out is one of the three answers, and nothing is thrown. */
function survives(bytes: Uint8Array): string {
  const read = lineOf(bytes);
  const parsed = parseLine(read);
  assert.equal(parsed.id, read.id);
  foldRecord(read.id, [read]);
  foldRecord(line.id, [line, read]);
  return parsed.kind;
}

describe("reading a line", () => {
  it("reads what was written, and writes the same bytes for the same event", () => {
    const parsed = parseLine(line);
    assert.ok(parsed.kind === "event");
    assert.deepEqual(writeLine(parsed.envelope), line);
  });

  it("writes the keys of an event in one order", () => {
    const [one, other] = [
      writeLine({ v: 1, record: null, type: "t", at: "2026-11-22T10:00:00Z", by: ann, seen: [], data: {} }),
      writeLine({
        data: {},
        seen: [],
        by: { email: ann.email, name: ann.name },
        at: "2026-11-22T10:00:00Z",
        type: "t",
        record: null,
        v: 1,
      }),
    ];
    assert.deepEqual(one, other);
  });

  it(`survives 10,000 bytes turned, cut off and put in (seed ${seed})`, () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.nat(),
            byte: fc.nat({ max: 255 }),
            how: fc.constantFrom("turn", "cut", "insert"),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (changes) => {
          let bytes = [...line.bytes];
          for (const { at, byte, how } of changes) {
            const place = at % Math.max(1, bytes.length);
            if (how === "turn") bytes[place] = byte;
            else if (how === "cut") bytes = bytes.slice(0, place);
            else bytes.splice(place, 0, byte);
          }
          kinds.add(survives(Uint8Array.from(bytes)));
        },
      ),
      { seed, numRuns: 10_000 },
    );
    assert.ok(kinds.has("event") && kinds.has("unreadable"), [...kinds].join());
  }).timeout(120_000);

  it(`survives any JSON (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void survives(toUtf8(JSON.stringify(value)))),
      { seed, numRuns: 1000 },
    );
  }).timeout(60_000);

  it(`survives any value in any place of an event (seed ${seed})`, () => {
    const key = fc.constantFrom(
      "v",
      "record",
      "type",
      "at",
      "by",
      "seen",
      "data",
      "__proto__",
      "constructor",
    );
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue()), (parts) => {
        const json = JSON.parse(new TextDecoder().decode(line.bytes)) as object;
        survives(toUtf8(JSON.stringify({ ...json, ...parts })));
      }),
      { seed, numRuns: 1000 },
    );
  }).timeout(60_000);

  it("survives what is known to be nasty", () => {
    const text = new TextDecoder().decode(line.bytes);
    const put = (data: string) => text.replace(/"data":.*$/, `"data":${data}}`);
    const nasty = [
      "",
      " ",
      "null",
      "[]",
      "1e999",
      '"\\ud800"',
      "[".repeat(200_000),
      `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
      put(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`),
      put('{"__proto__":{"fields":{"title":"x"}},"nonce":"00000000000000000000000000000000"}'),
      put(
        '{"nonce":"00000000000000000000000000000000","fields":{"__proto__":{"title":"x"},"title":"\\udc00"}}',
      ),
      put(
        '{"nonce":"00000000000000000000000000000000","fields":{"title":"x","owner":{"name":"","email":""}}}',
      ),
      text.replace('"v":1', '"v":9007199254740993'),
      text.replace('"v":1', '"v":1e308'),
      text.replace('"seen":[]', `"seen":["${"0".repeat(64)}"]`),
      text.replace(/"at":"[^"]*"/, '"at":"2026-02-30T25:61:61+99:99"'),
    ];
    for (const one of nasty) survives(toUtf8(one));
    for (const bytes of [
      [0xff, 0xfe],
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xef, 0xbb, 0xbf, ...line.bytes],
      [0],
    ])
      assert.equal(survives(Uint8Array.from(bytes)), "unreadable");
    assert.equal(({} as { title?: string }).title, undefined, "no prototype was written to");
  }).timeout(60_000);

  it("knows a line of a newer version by what every version has", () => {
    const newer = { v: FORMAT_VERSION + 1, record: line.id, seen: [line.id], anything: { at: "all" } };
    const parsed = parseLine(lineOf(toUtf8(JSON.stringify(newer))));
    assert.ok(parsed.kind === "newer");
    assert.deepEqual(parsed.envelope, { v: 2, record: line.id, seen: [line.id] });
  });

  it("says which record a line belongs to", () => {
    assert.equal(recordOf(line), line.id);
    assert.equal(recordOf(anEvent({ record: line.id })), line.id);
    assert.equal(recordOf(lineOf(toUtf8("{"))), undefined);
  });
});
