import assert from "node:assert/strict";
import { byRecord, eachLine, LineUnion } from "../../../src/store/record-lines.ts";
import { aComment, aNote } from "../../support/event-builders.ts";

describe("lines put together", () => {
  it("keeps the order in which they came, and each once", () => {
    const { record, line } = aNote();
    const comment = aComment(record, [], "one");
    const union = new LineUnion();
    union.add(record, [comment.line]);
    union.add(record, [line, comment.line, line]);
    assert.deepEqual(union.records.get(record), [comment.line, line]);
    assert.ok(union.has(record, line.id));
    assert.ok(!union.has(line.id.replace(/./g, "0"), line.id));
  });

  it("names a record that has no lines left", () => {
    const union = new LineUnion();
    union.add("a".repeat(64), []);
    assert.deepEqual([...union.records], [["a".repeat(64), []]]);
  });

  it("takes apart what it put together", () => {
    const lines = [...aNote().lines, ...aNote().lines];
    assert.deepEqual([...eachLine(byRecord([...lines, ...lines]))], lines);
  });
});
