import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { lineOf, parseLine } from "../../../src/domain/event-line.ts";
import { foldRecord } from "../../../src/domain/fold.ts";
import { recordPath } from "../../../src/git/record-path.ts";
import { formatVectors, stateOf } from "../../support/format-vectors.ts";

const folder = path.resolve(import.meta.dirname, "../../fixtures/format");
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

const Written = z.union([z.strictObject({ text: z.string() }), z.strictObject({ hex: z.string() })]);
const Lines = z.array(z.strictObject({ name: z.string(), line: Written, id: z.string(), reads: z.string() }));
const Vector = z.strictObject({
  name: z.string(),
  record: z.string(),
  path: z.string(),
  lines: z.array(Written),
  ids: z.array(z.string()),
  orders: z.array(z.array(z.int())),
  state: z.unknown(),
});
const Contested = z.object({
  contested: z.record(z.string(), z.array(z.object({ value: z.unknown() }))),
  fields: z.object({ context: z.string() }),
  decisions: z.array(z.object({ because: z.string(), stands: z.boolean() })),
  labels: z.array(z.object({ label: z.string() })),
});

const bytesOf = (line: z.infer<typeof Written>): Buffer =>
  "text" in line ? Buffer.from(line.text, "utf8") : Buffer.from(line.hex, "hex");

/** As docs/format.md says, and not as the code does it. */
const idOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
function pathOf(record: string): string {
  const bits = BigInt(`0x${record}`).toString(2).padStart(256, "0");
  const digit = (from: number) => Number.parseInt(bits.slice(from, from + 5), 2).toString(32);
  return `records/${digit(0)}/${digit(5)}/${record}.jsonl`;
}

describe("the test vectors of the format", () => {
  const records = readdirSync(folder).filter((name) => name !== "lines.json");

  it("are what scripts/format-vectors.ts writes", () => {
    const made = formatVectors();
    assert.deepEqual(readdirSync(folder).sort(), [...made.keys()].sort());
    for (const [name, text] of made) assert.equal(read(name), text, name);
  });

  for (const { name, line, id, reads } of Lines.parse(JSON.parse(read("lines.json"))))
    it(`a line ${name} reads as ${reads}`, () => {
      const bytes = bytesOf(line);
      assert.equal(idOf(bytes), id);
      assert.equal(lineOf(bytes).id, id);
      assert.equal(parseLine(lineOf(bytes)).kind, reads);
    });

  for (const file of records) {
    const vector = Vector.parse(JSON.parse(read(file)));
    it(`${file}: ${vector.name}, in ${vector.orders.length} orders`, () => {
      const lines = vector.lines.map((line) => lineOf(bytesOf(line)));
      assert.deepEqual(
        lines.map(({ bytes }) => idOf(bytes)),
        vector.ids,
      );
      assert.equal(pathOf(vector.record), vector.path);
      assert.equal(recordPath(vector.record), vector.path);
      for (const order of vector.orders) {
        const shuffled = order.map((at) => lines[at] ?? assert.fail());
        const state: unknown = JSON.parse(JSON.stringify(stateOf(foldRecord(vector.record, shuffled))));
        assert.deepEqual(state, vector.state);
      }
    });
  }

  it("say of what is contested what the page says", () => {
    const state = Contested.parse(Vector.parse(JSON.parse(read("contested.json"))).state);
    assert.deepEqual(Object.keys(state.contested), ["title"]);
    assert.deepEqual(state.contested["title"]?.map(({ value }) => value).sort(), ["Ann's", "Ben's"]);
    assert.equal(state.fields.context, "Same");
    assert.deepEqual(
      state.decisions.map(({ stands }) => stands),
      [true, true],
    );
    assert.deepEqual(
      state.labels.map(({ label }) => label),
      ["kept"],
    );
  });
});
