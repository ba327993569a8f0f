import assert from "node:assert/strict";
import type { Session } from "../../../src/app/session.ts";
import { appWorld, exchanged, opened, saved } from "../../support/app-world.ts";

const reasons = (session: Session) => session.nowRows().map(({ reason }) => reason);

describe("Now, for one person on one machine", () => {
  it("leaves out a row that was put off, until its day, in every window of the machine", async () => {
    const { ann, annsMachine, time } = await appWorld({ ann: "lead" });
    await opened(ann);
    const [row] = ann.nowRows();
    assert.ok(row);
    const changes: unknown[] = [];
    ann.onDidChange(({ records }) => void changes.push(records));
    await ann.putOffRow(row.key, "2026-11-24");
    assert.deepEqual(ann.nowRows(), []);
    assert.deepEqual(ann.putOffRows(), [{ row, until: "2026-11-24" }]);
    assert.deepEqual(changes, [new Set()]);
    const otherWindow = await annsMachine.open();
    assert.deepEqual(otherWindow.nowRows(), []);
    await time.pass(2 * 86_400_000);
    assert.deepEqual([ann.nowRows().length, ann.putOffRows().length], [1, 0]);
  });

  it("shows it again when asked, and forgets days that are past", async () => {
    const { ann, annsMachine, time } = await appWorld({ ann: "lead" });
    await opened(ann);
    const [row] = ann.nowRows();
    assert.ok(row);
    await ann.putOffRow("an old row", "2026-11-23");
    await time.pass(2 * 86_400_000);
    await ann.putOffRow(row.key, "2026-12-24");
    assert.deepEqual(JSON.parse(annsMachine.files.texts.get("not-now.json") ?? ""), {
      [row.key]: "2026-12-24",
    });
    await ann.putOffRow(row.key, null);
    assert.equal(ann.nowRows().length, 1);
  });

  it("says what others said on a note since it was on screen, and nothing of notes that never were", async () => {
    const { ann, ben, annsMachine } = await appWorld({ ann: "engineer", ben: "lead" });
    const looked = await opened(ben, { title: "Invoices are numbered twice" });
    const other = await opened(ben);
    await exchanged(ann, ben);
    await ann.markSeen(looked);
    await saved(ben, { type: "comment", note: looked, text: "Only for refunds" });
    await saved(ben, { type: "comment", note: looked, text: "And since May" });
    await saved(ben, { type: "comment", note: other, text: "Nobody looked here" });
    await exchanged(ann, ben);
    assert.deepEqual(reasons(ann), ["New since you looked: Said: And since May. And one thing more."]);
    const otherWindow = await annsMachine.open();
    assert.equal(otherWindow.nowRows().length, 1);
    await ann.markSeen(looked);
    assert.deepEqual(reasons(ann), []);
  });

  it("never says of one's own words that they are new", async () => {
    const { ann } = await appWorld({ ann: "engineer" });
    const note = await opened(ann);
    await ann.markSeen(note);
    await saved(ann, { type: "comment", note, text: "More" });
    assert.deepEqual(reasons(ann), []);
  });

  it("keeps what was seen on this machine alone", async () => {
    const { ann, ben, bensMachine } = await appWorld({ ann: "engineer", ben: "pm" });
    const note = await opened(ann);
    await exchanged(ann, ben);
    const before = ben.note(note)?.history.length;
    await ben.markSeen(note);
    await exchanged(ann, ben);
    assert.equal(ann.note(note)?.history.length, before);
    assert.ok(bensMachine.files.texts.has("seen.json"));
  });
});
