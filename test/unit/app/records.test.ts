import assert from "node:assert/strict";
import { Records } from "../../../src/app/records.ts";
import type { BookChange } from "../../../src/app/book.ts";
import { aComment, aNote } from "../../support/event-builders.ts";
import { MemoryClone, MemoryStore } from "../../support/memory-store.ts";

describe("the records of a session", () => {
  function opened() {
    const clone = new MemoryClone(undefined);
    const store = new MemoryStore(clone);
    const changes: BookChange[] = [];
    const warnings: string[] = [];
    const log = { info: () => undefined, warn: (message: string) => warnings.push(message) };
    const records = new Records(
      store,
      { changed: (change) => changes.push(change), saved: () => undefined },
      log,
    );
    const save = (...lines: ReturnType<typeof aNote>["lines"]) =>
      records.save(() => ({ kind: "lines", record: lines[0]?.record ?? "", lines }));
    return { clone, store, records, changes, warnings, save };
  }

  it("keep how large a record is, and not its lines", async () => {
    const { records, save } = opened();
    const { record, line, lines } = aNote();
    await save(...lines);
    const comment = aComment(record, [line.id], "yes");
    await save(comment);
    assert.deepEqual(records.book.sizeOf(record), {
      lines: 2,
      bytes: line.bytes.length + comment.line.bytes.length + 2,
    });
    assert.deepEqual(
      records.book.notes.get(record)?.comments.map(({ text }) => text),
      ["yes"],
    );
    assert.deepEqual(records.book.sizeOf("0".repeat(64)), { lines: 0, bytes: 0 });
  });

  it("are told of once, with what was before, when all of them are read", async () => {
    const { clone, records, changes } = opened();
    const { record, lines } = aNote({ title: "One" });
    await new MemoryStore(clone).append(lines);
    await records.refresh();
    assert.deepEqual(
      changes.map((change) => [...change].map(([id, { now, before }]) => [id, now?.kind, before])),
      [[[record, "note", undefined]]],
    );
    await records.refresh();
    assert.equal(changes.length, 1);
  });

  it("show what was saved, though what they held before could not be read meanwhile", async () => {
    const { store, records, warnings, save } = opened();
    const { record, line, lines } = aNote();
    await records.refresh();
    await save(...lines);
    store.lines = () => Promise.reject(new Error("git went away"));
    const outcome = await save(aComment(record, [line.id], "yes"));
    assert.equal(outcome.kind, "saved");
    assert.deepEqual(
      records.book.notes.get(record)?.comments.map(({ text }) => text),
      ["yes"],
    );
    assert.deepEqual(warnings, ["what is known of a record could not be read"]);
  });

  it("are not shown where nothing could be saved", async () => {
    const { clone, records, save } = opened();
    const { record, line, lines } = aNote();
    await save(...lines);
    clone.isFull = true;
    const outcome = await save(aComment(record, [line.id], "no"));
    assert.equal(outcome.kind, "refused");
    assert.deepEqual(records.book.notes.get(record)?.comments, []);
  });
});
