import assert from "node:assert/strict";
import { parseEffort } from "../../../src/domain/effort.ts";
import { foldRecord } from "../../../src/domain/fold.ts";
import { against, outcomeOf } from "../../../src/domain/outcome.ts";
import { anEvent, ann, ben, nonce } from "../../support/event-builders.ts";
import { Story } from "../../support/story.ts";
import type { Said } from "../../support/story.ts";

const effort = (text: string) => parseEffort(text) ?? assert.fail(text);
const close = (said: Omit<Extract<Said, { type: "close" }>, "type" | "as"> = {}): Said => ({
  type: "close",
  as: "done",
  ...said,
});

/** A note of 1 November with one option, decided for on the 10th. */
const decided = (time?: string): Story => {
  const fields = { title: "Load by the page", ...(time === undefined ? {} : { effort: effort(time) }) };
  const story = new Story(ann, "2026-11-01").says(ann, { type: "tableOptions", options: [{ fields }] });
  return story
    .on("2026-11-10")
    .says(ben, { type: "decide", option: story.option("A"), because: "it is enough" });
};

describe("how a note turned out", () => {
  it("is not known while it is open, put off, or opened again", () => {
    const story = new Story(ann, "2026-11-01");
    assert.equal(outcomeOf(story.note), undefined);
    assert.equal(outcomeOf(story.says(ann, { type: "close", as: "putOff" }).note), undefined);
    assert.notEqual(outcomeOf(story.says(ann, close()).note), undefined);
    assert.equal(outcomeOf(story.says(ann, { type: "reopen" }).note), undefined);
  });

  it("knows the days, and that everything else was skipped", () => {
    const { note } = new Story(ann, "2026-11-01").on("2026-12-24").says(ben, close());
    assert.deepEqual(outcomeOf(note), {
      as: "done",
      recordedOn: "2026-11-01",
      closedOn: "2026-12-24",
      beforeItHurt: "skipped",
      hurtFrom: undefined,
      daysBefore: undefined,
      took: undefined,
      estimate: undefined,
      against: undefined,
    });
  });

  it("says how long it was on record before it hurt, and by how long it hurt first", () => {
    const days = (hurtFrom: string) =>
      outcomeOf(new Story(ann, "2026-11-10").says(ann, close({ beforeItHurt: "yes", hurtFrom })).note)
        ?.daysBefore;
    assert.deepEqual(["2026-11-24", "2026-11-10", "2026-11-03"].map(days), [14, 0, -7]);
  });

  it("never hurt where it was never needed, whatever day was typed before", () => {
    const said = close({ beforeItHurt: "neverNeeded", hurtFrom: "2026-11-24" });
    const outcome = outcomeOf(new Story(ann, "2026-11-10").says(ann, said).note);
    assert.deepEqual([outcome?.beforeItHurt, outcome?.hurtFrom], ["neverNeeded", undefined]);
  });

  it("takes for an incident the day since when it was broken, unless somebody says another", () => {
    const incident = () =>
      new Story(ann, "2026-11-10", { kind: "incident", since: "2026-11-09T23:40:00+01:00" });
    assert.equal(outcomeOf(incident().says(ann, close()).note)?.hurtFrom, "2026-11-09");
    const other = incident().says(ann, close({ hurtFrom: "2026-11-02" }));
    assert.equal(outcomeOf(other.note)?.hurtFrom, "2026-11-02");
  });

  it("holds what it took against the estimate as it was when the option was taken", () => {
    const story = decided("2-3 weeks");
    story
      .on("2026-12-01")
      .says(ann, { type: "editOption", option: story.option("A"), fields: { effort: effort("5-7 weeks") } })
      .says(ann, close({ took: effort("6 weeks") }));
    const outcome = outcomeOf(story.note);
    assert.deepEqual([outcome?.estimate, outcome?.against], [effort("2-3 weeks"), "longer"]);
  });

  it("takes an estimate that followed the decision, where there was none before", () => {
    const story = decided();
    story
      .says(ann, { type: "editOption", option: story.option("A"), fields: { effort: effort("2-3 weeks") } })
      .says(ann, close({ took: effort("12 days") }));
    assert.equal(outcomeOf(story.note)?.against, "inside");
  });

  it("has no estimate where nothing was decided, or twice", () => {
    const story = decided("2-3 weeks");
    const seen = new Story(ann, "2026-11-01").says(ann, close({ took: effort("2w") })).note;
    assert.equal(outcomeOf(seen)?.against, undefined);
    const before = story.note;
    const again = { type: "decide", option: story.option("A"), because: "also" } as const;
    story.without(ann, again, before).without(ben, again, before);
    assert.equal(outcomeOf(story.says(ann, close({ took: effort("2w") })).note)?.estimate, undefined);
  });

  it("is inside where it lies from low to high, both included, in whatever unit", () => {
    const stands = (took: string, estimate: string) => against(effort(took), effort(estimate));
    assert.equal(stands("2w", "2-3 weeks"), "inside");
    assert.equal(stands("15 days", "2-3 weeks"), "inside");
    assert.equal(stands("16 days", "2-3 weeks"), "longer");
    assert.equal(stands("1 month", "6-8 weeks"), "shorter");
    assert.equal(stands("2-4 weeks", "1-3 weeks"), "inside");
    assert.equal(stands("1/4/6 weeks", "1-3 weeks"), "longer");
    assert.equal(stands("2w", "2w"), "noRange");
  });
});

describe("how a note ended, in a line of the record", () => {
  it("needs nothing that older versions did not write", () => {
    const opened = anEvent({ data: { nonce: nonce(), fields: { title: "Title" } } });
    const closed = anEvent({
      record: opened.id,
      seen: [opened.id],
      type: "noteEdited",
      data: { fields: { closed: { as: "withdrawn", because: "x" } } },
    });
    const folded = foldRecord(opened.id, [opened, closed]);
    const note = folded.kind === "note" ? folded.record : assert.fail(JSON.stringify(folded));
    assert.deepEqual([note.fields.closed.value, note.unread], [{ as: "withdrawn", because: "x" }, []]);
    assert.equal(outcomeOf(note)?.beforeItHurt, "skipped");
  });

  it("keeps nothing of how it went where it is put off: it has not gone yet", () => {
    const said = { type: "close", as: "putOff", until: "2027-01-10", took: effort("2w") } as const;
    const { note } = new Story(ann, "2026-11-01").says(ann, { ...said, beforeItHurt: "yes" });
    assert.deepEqual(note.fields.closed.value, { as: "putOff", until: "2027-01-10" });
  });
});
