import assert from "node:assert/strict";
import { foldRecord } from "../../../src/domain/fold.ts";
import { redactedIn } from "../../../src/domain/line-redacted.ts";
import type { Line } from "../../../src/domain/event-line.ts";
import { standingDecisions } from "../../../src/domain/note-status.ts";
import { anEvent, ann, ben, lineText } from "../../support/event-builders.ts";

const first = anEvent({ data: { nonce: "0".repeat(32), fields: { title: "A secret title" } } });
const record = first.id;
const said = (seen: readonly Line[], type: string, data: Record<string, unknown>, by = ann): Line =>
  anEvent({ record, seen: seen.map(({ id }) => id), type, data, by });
const secret = said([first], "commented", { text: "A secret" });
const after = said([secret], "commented", { text: "Said after it" }, ben);

const redaction = (lines: readonly (readonly [Line, readonly Line[]])[], more: object = {}): Line =>
  said([after], "lineRedacted", {
    lines: lines.map(([{ id }, seen]) => ({ id, seen: seen.map((line) => line.id) })),
    because: "It held a password",
    ...more,
  });

const noteOf = (...lines: readonly Line[]) => {
  const folded = foldRecord(record, lines);
  return folded.kind === "note" ? folded.record : assert.fail(JSON.stringify(folded));
};

describe("lines that were taken out", () => {
  it("are shown nowhere, whether they are still there or not; the rest is, and who took them out and why", () => {
    const gone = redaction([[secret, [first]]]);
    for (const lines of [
      [first, after, gone],
      [first, secret, after, gone],
      [gone, after, secret, first],
    ]) {
      const note = noteOf(...lines);
      assert.deepEqual(
        note.comments.map(({ text }) => text),
        ["Said after it"],
      );
      assert.deepEqual(note.unread, []);
      assert.equal(note.history.at(-1)?.text, "It held a password");
      assert.doesNotMatch(JSON.stringify(note), /A secret"/);
      assert.deepEqual(note.heads, [gone.id]);
    }
    assert.deepEqual([...redactedIn([first, secret, after, gone])], [secret.id]);
  });

  it("leave the order of what was said around them as it was", () => {
    const option = said([first], "optionAdded", { letter: "A", fields: { title: "A" } });
    const one = said([option], "decided", { option: option.id, because: "x" });
    const between = said([one], "commented", { text: "A secret" });
    const other = said([between], "decided", { option: option.id, because: "y" }, ben);
    const gone = said([other], "lineRedacted", {
      lines: [{ id: between.id, seen: [one.id] }],
      because: "",
    });
    assert.deepEqual(
      standingDecisions(noteOf(first, option, one, other, gone)).map(({ id }) => id),
      [other.id],
    );
  });

  it("may be a record's first: it stays, with who opened it, and without what that line held", () => {
    const opened = { type: "noteOpened", by: ben, at: "2026-11-22T10:00:00+01:00" };
    const gone = redaction([[first, []]], { opened });
    for (const lines of [
      [secret, after, gone],
      [gone, after, first, secret],
    ]) {
      const note = noteOf(...lines);
      assert.deepEqual(note.opened, { id: record, by: ben, at: opened.at });
      assert.equal(note.fields.title.value, "");
      assert.equal(note.comments.length, 2);
    }
    const named = said([gone], "noteEdited", { fields: { title: "Another" } });
    assert.equal(noteOf(secret, after, gone, named).fields.title.value, "Another");
    assert.equal(
      foldRecord(record, [after, redaction([[first, []]])]).kind,
      "unreadable",
      "nobody says what it was",
    );
  });

  it("are never those that say so, nor those of another record, nor what a damaged one names", () => {
    const gone = redaction([[secret, [first]]]);
    const again = said([gone], "lineRedacted", { lines: [{ id: gone.id, seen: [] }], because: "hide it" });
    assert.equal(
      noteOf(first, secret, after, gone, again).history.filter(({ type }) => type === "lineRedacted").length,
      2,
    );
    const bad = said([first], "lineRedacted", { lines: [], because: "nothing" });
    const note = noteOf(first, secret, bad);
    assert.deepEqual([note.comments.length, note.unread.map(({ id }) => id)], [1, [bad.id]]);
    assert.ok(lineText(gone).includes("It held a password") && !lineText(gone).includes("A secret"));
  });
});
