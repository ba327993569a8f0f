import assert from "node:assert/strict";
import fc from "fast-check";
import { foldRecord } from "../../../src/domain/fold.ts";
import type { Line } from "../../../src/domain/event-line.ts";
import type { Milestone } from "../../../src/domain/milestone/milestone.ts";
import type { NewEvent } from "../../../src/domain/record-kinds.ts";
import { anEvent, ann, ben, nonce } from "../../support/event-builders.ts";

const opening = (): Line =>
  anEvent({
    type: "milestoneOpened",
    data: { nonce: nonce(), day: "2027-03-31", fields: { title: "Returns chatbot", promisedTo: "support" } },
  });

const said = (record: string, seen: readonly Line[], event: NewEvent, by = ann): Line =>
  anEvent({ record, seen: seen.map(({ id }) => id), type: event.type, data: { ...event.data }, by });

const moved = (to: string, because: string): NewEvent => ({
  type: "milestoneMoved",
  data: { from: "2027-03-31", to, because, notes: [] },
});

const milestoneOf = (lines: readonly Line[]): Milestone => {
  const folded = foldRecord(lines[0]?.id ?? "", lines);
  return folded.kind === "milestone" ? folded.record : assert.fail(JSON.stringify(folded));
};

describe("a milestone", () => {
  it("has the day it was opened with, until it moves", () => {
    const first = opening();
    const milestone = milestoneOf([first]);
    assert.equal(milestone.day, "2027-03-31");
    assert.equal(milestone.fields.promisedTo.value, "support");
    const move = said(first.id, [first], moved("2027-04-14", "The vendor is late"));
    const after = milestoneOf([first, move]);
    assert.equal(after.day, "2027-04-14");
    assert.equal(after.firstDay, "2027-03-31");
    assert.deepEqual(
      after.moves.map(({ because }) => because),
      ["The vendor is late"],
    );
  });

  it("keeps both of two moves that have not seen each other, until somebody moves it again", () => {
    const first = opening();
    const one = said(first.id, [first], moved("2027-04-14", "The vendor is late"));
    const other = said(first.id, [first], moved("2027-05-02", "Two people are away"), ben);
    const both = milestoneOf([first, other, one]);
    assert.equal(both.standing.length, 2);
    assert.equal(both.day, milestoneOf([first, one, other]).day);
    const settled = said(first.id, [one, other], moved("2027-05-02", "We talked"));
    assert.deepEqual(milestoneOf([first, one, other, settled]).standing, [settled.id]);
    assert.equal(milestoneOf([first, one, other, settled]).moves.length, 3);
  });

  it("passes over what belongs to a note, and keeps it", () => {
    const first = opening();
    const stray = said(first.id, [first], { type: "heard", data: {} });
    const milestone = milestoneOf([first, stray]);
    assert.deepEqual(
      milestone.unread.map(({ id, kind }) => [id, kind]),
      [[stray.id, "newer"]],
    );
  });

  it("is not started inside another record", () => {
    const first = opening();
    const inside = anEvent({ record: first.id, seen: [first.id], type: "noteOpened" });
    assert.equal(milestoneOf([first, inside]).unread[0]?.why, "starts a record inside another");
  });

  it("is unreadable where its day is none", () => {
    const line = anEvent({
      type: "milestoneOpened",
      data: { nonce: nonce(), day: "2027-02-30", fields: { title: "No such day" } },
    });
    assert.equal(foldRecord(line.id, [line]).kind, "unreadable");
  });

  const answered = (answer: "agreed" | "concerns" | "cannot", day = "2027-03-31"): NewEvent => ({
    type: "milestoneAnswered",
    data: { day, answer },
  });

  it("has engineering's agreement for the date as it stands: a move takes it back", () => {
    const first = opening();
    assert.equal(milestoneOf([first]).agreement, "notAsked");
    const yes = said(first.id, [first], answered("agreed"), ben);
    assert.equal(milestoneOf([first, yes]).agreement, "agreed");
    const move = said(first.id, [yes], moved("2027-04-14", "The vendor is late"));
    const after = milestoneOf([first, yes, move]);
    assert.equal(after.agreement, "notAsked");
    assert.equal(after.moves[0]?.gaveUp, "agreed");
    const doubt = said(first.id, [move], answered("concerns", "2027-04-14"), ben);
    assert.equal(milestoneOf([first, yes, move, doubt]).agreement, "concerns");
  });

  it("asks again where the date moved while engineering agreed, whatever came first", () => {
    const first = opening();
    const yes = said(first.id, [first], answered("agreed"), ben);
    const move = said(first.id, [first], moved("2027-04-14", "The vendor is late"));
    for (const lines of [
      [first, yes, move],
      [first, move, yes],
    ]) {
      assert.equal(milestoneOf(lines).agreement, "notAsked");
      assert.equal(milestoneOf(lines).moves[0]?.gaveUp, "notAsked", "its writer did not know of the answer");
    }
  });

  it("shows both of two answers that have not seen each other, and the more cautious one first", () => {
    const first = opening();
    const yes = said(first.id, [first], answered("agreed"), ben);
    const no = said(first.id, [first], answered("cannot"));
    const both = milestoneOf([first, yes, no]);
    assert.equal(both.agreement, "cannot");
    assert.equal(both.answers.length, 2);
    const talked = said(first.id, [yes, no], answered("agreed"));
    assert.deepEqual(
      milestoneOf([first, yes, no, talked]).answers.map(({ id }) => id),
      [talked.id],
    );
  });

  it("says how many days of notice a move gave", () => {
    const first = opening();
    const event = moved("2027-04-14", "The vendor is late");
    const on = (at: string) =>
      milestoneOf([
        first,
        anEvent({ record: first.id, seen: [first.id], type: event.type, data: { ...event.data }, at }),
      ]).moves[0]?.notice;
    assert.equal(on("2027-03-01T10:00:00Z"), 30);
    assert.equal(on("2027-04-02T23:30:00+02:00"), -2);
  });

  it("is the same milestone in whatever order its lines come", () => {
    const first = opening();
    const yes = said(first.id, [first], answered("agreed"), ben);
    const one = said(first.id, [first], moved("2027-04-14", "The vendor is late"));
    const other = said(first.id, [yes], moved("2027-05-02", "Two people are away"), ben);
    const no = said(first.id, [one, other], answered("cannot", "2027-05-02"), ben);
    const edit = said(first.id, [one], {
      type: "milestoneEdited",
      data: { fields: { closed: { as: "reached" }, title: "Chatbot" } },
    });
    const lines = [first, yes, one, other, no, edit];
    const expected = milestoneOf(lines);
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        const folded = foldRecord(first.id, shuffled);
        assert.deepEqual(folded.kind === "milestone" && folded.record, expected);
      }),
    );
  });
});
