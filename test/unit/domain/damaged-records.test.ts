import assert from "node:assert/strict";
import { findTrouble } from "../../../src/cli/check/find-trouble.ts";
import { foldRecord, isReadable } from "../../../src/domain/fold.ts";
import { readRecordFile } from "../../../src/git/record-file.ts";
import { damagedRecord } from "../../support/damaged-record.ts";
import { seed } from "../../support/seed.ts";

const RECORDS = 10_000;

describe("damaged records", () => {
  it(`${RECORDS} of them: nothing crashes or hangs, neighbours stay readable, and check lists every piece that isn't (seed ${seed})`, () => {
    const kinds = new Map<string, number>();
    for (let at = 0; at < RECORDS; at++) {
      const { record, content, untouched, how } = damagedRecord(seed, at);
      const message = `record ${at}: ${how}`;
      const lines = readRecordFile(content);
      const ids = lines.map(({ id }) => id);
      for (const id of untouched) assert.ok(ids.includes(id), `${message}: a line is gone`);

      const folded = foldRecord(record, lines);
      const trouble = findTrouble(new Map([[record, lines]]), { positions: new Map(), others: [] });
      const listed = new Set(trouble.flatMap((one) => ("event" in one ? [one.event] : [])));
      kinds.set(folded.kind, (kinds.get(folded.kind) ?? 0) + 1);

      if (!isReadable(folded)) {
        assert.ok(!untouched.includes(record), `${message}: its first line is there`);
        assert.ok(
          trouble.some(({ kind }) => kind === "unreadableRecord" || kind === "newerRecord"),
          message,
        );
        for (const { id } of folded.unread) assert.ok(listed.has(id), message);
        continue;
      }
      const shown = new Set(folded.record.history.map(({ id }) => id));
      const unread = new Set(folded.record.unread.map(({ id }) => id));
      for (const id of untouched) assert.ok(shown.has(id), `${message}: a neighbour is not shown`);
      for (const id of new Set(ids)) {
        assert.ok(shown.has(id) !== unread.has(id), `${message}: a line is neither shown nor named, or both`);
        assert.equal(listed.has(id), unread.has(id), `${message}: check and the fold do not agree`);
      }
    }
    // A generator that damaged nothing, or everything, would prove nothing.
    assert.ok((kinds.get("note") ?? 0) > RECORDS / 2, [...kinds].join(" "));
    assert.ok((kinds.get("unreadable") ?? 0) > RECORDS / 100, [...kinds].join(" "));
    assert.equal(({} as { title?: string }).title, undefined, "no prototype was written to");
  }).timeout(120_000);
});
