import assert from "node:assert/strict";
import fc from "fast-check";
import type { NewEvent } from "../../../src/domain/record-kinds.ts";
import { writeLine } from "../../../src/domain/event-line.ts";
import type { Line } from "../../../src/domain/event-line.ts";
import { foldRecord } from "../../../src/domain/fold.ts";
import type { Note } from "../../../src/domain/note.ts";
import { standingDecisions } from "../../../src/domain/note-status.ts";
import { anEvent, ann, ben } from "../../support/event-builders.ts";
import { seed } from "../../support/seed.ts";
import { versionsOf } from "../../../src/domain/register.ts";

const opening = (title = "Title"): Line =>
  anEvent({ data: { nonce: "0".repeat(32), fields: { title, impact: "Slow" } } });

const said = (record: string, seen: readonly Line[], event: NewEvent, by = ann): Line =>
  anEvent({ record, seen: seen.map(({ id }) => id), type: event.type, data: { ...event.data }, by });

const noteOf = (lines: readonly Line[]): Note => {
  const folded = foldRecord(lines[0]?.id ?? "", lines);
  return folded.kind === "note" ? folded.record : assert.fail(JSON.stringify(folded));
};

const title = (text: string): NewEvent => ({ type: "noteEdited", data: { fields: { title: text } } });

/** One random step: what is said, by whom, and which earlier lines its writer had seen. */
const step = fc.record({
  what: fc.integer({ min: 0, max: 14 }),
  text: fc.constantFrom("a", "b", "c"),
  by: fc.constantFrom(ann, ben, { name: "Cem", email: "" }),
  seen: fc.array(fc.nat(), { maxLength: 3 }),
  about: fc.nat(),
  at: fc.constantFrom("2026-11-22T10:00:00+01:00", "1999-01-01T00:00:00Z", "2099-12-31T23:59:59-08:00"),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The lines of a record that many people wrote to without a plan, some of which name parts that are not there. */
function lines(steps: readonly Step[]): readonly Line[] {
  const first = opening();
  const all: Line[] = [first];
  for (const { what, text, by, seen, about, at } of steps) {
    const part = all[about % all.length]?.id ?? first.id;
    const events: readonly NewEvent[] = [
      title(text),
      { type: "noteEdited", data: { fields: { impact: text, owner: by } } },
      { type: "noteEdited", data: { fields: { closed: text === "a" ? null : { as: "done" } } } },
      { type: "anchorAdded", data: { anchor: { path: text, startLine: 1, endLine: 2 } } },
      { type: "labelAdded", data: { label: text } },
      { type: "evidenceAdded", data: { text } },
      { type: "itemsRemoved", data: { items: [part] } },
      { type: "optionAdded", data: { letter: text.toUpperCase(), fields: { title: text } } },
      {
        type: "optionEdited",
        data: { option: part, fields: { implications: text, withdrawn: text === "b" } },
      },
      { type: "questionAsked", data: { text } },
      { type: "questionAnswered", data: { question: part, text } },
      { type: "questionAccepted", data: { question: part } },
      { type: "decided", data: { option: part, because: text } },
      { type: "dissented", data: { decision: part, because: text, commits: true } },
      { type: "anchorAdded", data: { anchor: { path: text, startLine: 3, endLine: 3 }, insteadOf: part } },
    ];
    const event = events[what] ?? assert.fail();
    const known = seen.map((index) => all[index % all.length]?.id ?? first.id);
    all.push(
      writeLine({
        v: 1,
        record: first.id,
        type: event.type,
        at,
        by,
        seen: [...new Set(known)],
        data: { ...event.data },
      }),
    );
  }
  return all;
}

describe("the fold", () => {
  it(`gives the same note whatever order the lines come in, doubles and all (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (steps, random) => {
        const all = lines(steps);
        const record = all[0]?.id ?? "";
        const expected = foldRecord(record, all);
        const shuffled = [...all, ...all.slice(0, 3)];
        for (let at = shuffled.length - 1; at > 0; at--) {
          const other = (random.next().value as number) % (at + 1);
          [shuffled[at], shuffled[other]] = [shuffled[other] ?? assert.fail(), shuffled[at] ?? assert.fail()];
        }
        assert.deepEqual(foldRecord(record, shuffled), expected);
      }),
      { seed, numRuns: 1500 },
    );
  }).timeout(60_000);

  it(`takes whatever part of a record is there (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 15 }),
        fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
        (steps, keep) => {
          const all = lines(steps);
          const some = all.filter((_line, at) => keep[at]);
          const folded = foldRecord(all[0]?.id ?? "", some);
          assert.equal(folded.kind === "note", some.includes(all[0] ?? assert.fail()));
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it("never drops a line in silence: what is not applied is named", () => {
    const first = opening();
    const all = [
      first,
      said(first.id, [first], { type: "commented", data: { text: "x" } }),
      anEvent({ record: first.id, seen: [first.id], type: "poll-opened", data: {} }),
      anEvent({ record: first.id, seen: [first.id], type: "commented", data: { text: 3 } }),
      anEvent({ record: "f".repeat(64), seen: [], type: "commented", data: { text: "elsewhere" } }),
      anEvent({
        record: first.id,
        seen: [first.id],
        type: "noteOpened",
        data: { nonce: "0".repeat(32), fields: {} },
      }),
    ];
    const note = noteOf(all);
    assert.equal(note.history.length + note.unread.length, all.length);
    assert.deepEqual(note.unread.map(({ kind }) => kind).sort(), [
      "newer",
      "unreadable",
      "unreadable",
      "unreadable",
    ]);
  });

  it("keeps both values of a field that two people set without having seen each other", () => {
    const first = opening();
    const one = said(first.id, [first], title("Ann's"));
    const other = said(first.id, [first], title("Ben's"), ben);
    assert.deepEqual(
      versionsOf(noteOf([first, one, other]).fields.title)
        .map(({ value }) => value)
        .sort(),
      ["Ann's", "Ben's"],
    );
    const settled = said(first.id, [one, other], title("Ours"));
    assert.deepEqual(
      versionsOf(noteOf([first, one, other, settled]).fields.title).map(({ value }) => value),
      ["Ours"],
    );
  });

  it("lets equal values fall together, and not one whose writer nobody had seen", () => {
    const first = opening();
    const anns = said(first.id, [first], title("Same"));
    const bens = said(first.id, [first], title("Same"), ben);
    assert.equal(versionsOf(noteOf([first, anns, bens]).fields.title).length, 1);
    for (const seen of [anns, bens]) {
      const third = said(first.id, [seen], title("Other"), { name: "Cem", email: "" });
      assert.deepEqual(
        versionsOf(noteOf([first, anns, bens, third]).fields.title)
          .map(({ value }) => value)
          .sort(),
        ["Other", "Same"],
      );
    }
  });

  it("knows a decision that did not see another one: decided twice, until somebody saw both", () => {
    const first = opening();
    const a = said(first.id, [first], { type: "optionAdded", data: { letter: "A", fields: { title: "A" } } });
    const b = said(first.id, [a], { type: "optionAdded", data: { letter: "B", fields: { title: "B" } } });
    const one = said(first.id, [b], { type: "decided", data: { option: a.id, because: "x" } });
    const other = said(first.id, [b], { type: "decided", data: { option: b.id, because: "y" } }, ben);
    const third = said(first.id, [one, other], { type: "decided", data: { option: b.id, because: "z" } });
    assert.equal(standingDecisions(noteOf([first, a, b, one, other])).length, 2);
    assert.deepEqual(
      standingDecisions(noteOf([first, a, b, one, other, third])).map(({ id }) => id),
      [third.id],
    );
    assert.equal(noteOf([first, a, b, one, other, third]).decisions.length, 3, "all stay readable");
  });

  it("hears each person differ once, and takes no agreement from another", () => {
    const first = opening();
    const a = said(first.id, [first], { type: "optionAdded", data: { letter: "A", fields: { title: "A" } } });
    const decided = said(first.id, [a], { type: "decided", data: { option: a.id, because: "x" } });
    const differ = (seen: Line, because: string, by = ben) =>
      said(
        first.id,
        [seen],
        { type: "dissented", data: { decision: decided.id, because, commits: true } },
        by,
      );
    const once = differ(decided, "no");
    const twice = differ(once, "no!", { name: "Benjamin", email: "BEN@example.org" });
    assert.deepEqual(
      noteOf([first, a, decided, once, twice]).decisions[0]?.dissent.map(({ because }) => because),
      ["no"],
    );
  });

  it("keeps a question open until its asker accepts, and opens it again when the asker asks further", () => {
    const first = opening();
    const asked = said(first.id, [first], { type: "questionAsked", data: { text: "Why?" } }, ben);
    const answered = said(first.id, [asked], {
      type: "questionAnswered",
      data: { question: asked.id, text: "So" },
    });
    const byAnn = said(first.id, [answered], { type: "questionAccepted", data: { question: asked.id } });
    const byBen = said(first.id, [answered], { type: "questionAccepted", data: { question: asked.id } }, ben);
    const further = said(
      first.id,
      [byBen],
      { type: "questionFurthered", data: { question: asked.id, text: "And?" } },
      ben,
    );
    const waits = (...all: Line[]) => noteOf([first, ...all]).questions[0]?.waitsFor;
    assert.equal(waits(asked), "answer");
    assert.equal(waits(asked, answered), "asker");
    assert.equal(waits(asked, answered, byAnn), "asker", "only the asker can accept");
    assert.equal(waits(asked, answered, byBen), "nobody");
    assert.equal(waits(asked, answered, byBen, further), "answer");
  });

  it("removes only what its writer had seen", () => {
    const first = opening();
    const label = said(first.id, [first], { type: "labelAdded", data: { label: "search" } });
    const removed = said(first.id, [label], { type: "itemsRemoved", data: { items: [label.id] } });
    const unseen = said(first.id, [first], { type: "itemsRemoved", data: { items: [label.id] } }, ben);
    assert.equal(noteOf([first, label, removed]).labels.length, 0);
    assert.equal(noteOf([first, label, unseen]).labels.length, 1);
  });

  describe("of places that are put elsewhere", () => {
    const at = (path: string, insteadOf?: string): NewEvent => ({
      type: "anchorAdded",
      data: { anchor: { path, startLine: 1, endLine: 2 }, insteadOf },
    });
    const first = opening();
    const made = said(first.id, [first], at("was.ts"));
    const byAnn = said(first.id, [made], at("anns.ts", made.id));
    const byBen = said(first.id, [made], at("bens.ts", made.id), ben);
    const pathsOf = (...lines: readonly Line[]) =>
      noteOf([first, ...lines]).anchors.map(({ anchor, insteadOf }) => [anchor.path, insteadOf?.anchor.path]);

    it("has the new one in the place of the old, which is remembered", () => {
      assert.deepEqual(pathsOf(made, byAnn), [["anns.ts", "was.ts"]]);
    });

    it("puts the old one back by the same kind of event, and can take that back too", () => {
      const back = said(first.id, [byAnn], at("was.ts", byAnn.id));
      assert.deepEqual(pathsOf(made, byAnn, back), [["was.ts", "anns.ts"]]);
      const again = said(first.id, [back], at("anns.ts", back.id));
      assert.deepEqual(pathsOf(made, byAnn, back, again), [["anns.ts", "was.ts"]]);
    });

    it("keeps both where two people put it elsewhere at the same time", () => {
      const both = [
        ["anns.ts", "was.ts"],
        ["bens.ts", "was.ts"],
      ];
      assert.deepEqual(pathsOf(made, byAnn, byBen).sort(), both);
      assert.deepEqual(pathsOf(made, byBen, byAnn).sort(), both);
    });

    it("keeps what somebody took off at the same time, where another put it", () => {
      const removed = said(first.id, [made], { type: "itemsRemoved", data: { items: [made.id] } }, ben);
      assert.deepEqual(pathsOf(made, removed, byAnn), [["anns.ts", "was.ts"]]);
    });

    it("keeps what one puts back and another puts elsewhere", () => {
      const back = said(first.id, [byAnn], at("was.ts", byAnn.id));
      const on = said(first.id, [byAnn], at("further.ts", byAnn.id), ben);
      assert.deepEqual(pathsOf(made, byAnn, back, on).sort(), [
        ["further.ts", "anns.ts"],
        ["was.ts", "anns.ts"],
      ]);
    });

    it("leaves alone what its writer had not seen, or what is no place", () => {
      const blind = said(first.id, [first], at("b.ts", made.id), ben);
      assert.deepEqual(pathsOf(made, blind).sort(), [
        ["b.ts", undefined],
        ["was.ts", undefined],
      ]);
      assert.deepEqual(pathsOf(made, said(first.id, [made], at("c.ts", first.id))).length, 2);
    });
  });

  it("names what was said beside the closing of a note", () => {
    const first = opening();
    const closed = said(first.id, [first], {
      type: "noteEdited",
      data: { fields: { closed: { as: "done" } } },
    });
    const beside = said(first.id, [first], { type: "commented", data: { text: "Wait" } }, ben);
    const after = said(first.id, [closed], { type: "commented", data: { text: "Thanks" } }, ben);
    assert.equal(noteOf([first, closed, after]).changedWhileClosing, false);
    assert.equal(noteOf([first, closed, beside]).changedWhileClosing, true);
    const again = said(first.id, [closed, beside], {
      type: "noteEdited",
      data: { fields: { closed: { as: "withdrawn" } } },
    });
    assert.equal(noteOf([first, closed, beside, again]).changedWhileClosing, false);
  });

  it("counts a seen id that is not here as known", () => {
    const first = opening();
    const missing = said(first.id, [first], title("Not here"));
    const later = said(first.id, [missing], title("Later"), ben);
    const note = noteOf([first, later]);
    assert.deepEqual(note.heads, [first.id, later.id].sort());
    assert.ok(versionsOf(note.fields.title).some(({ value }) => value === "Later"));
  });

  it("shows a record by what its first event is", () => {
    const kind = (line: Line) => foldRecord(line.id, [line]).kind;
    assert.equal(kind(opening()), "note");
    assert.equal(kind(anEvent({ type: "milestoneSet", data: {} })), "newer");
    assert.equal(kind(anEvent({ v: 2 })), "newer");
    assert.equal(kind(anEvent({ data: { nonce: "short", fields: {} } })), "unreadable");
    assert.equal(kind(anEvent({ type: "commented", data: { text: "x" } })), "unreadable");
    assert.equal(foldRecord("0".repeat(64), []).kind, "unreadable");
  });

  it("gives a letter that two people claimed to one of them, and takes no letter from a third option", () => {
    const option = (record: string, seen: readonly Line[], letter: string, text: string, by = ann) =>
      said(record, seen, { type: "optionAdded", data: { letter, fields: { title: text } } }, by);
    const first = opening();
    const annsA = option(first.id, [first], "A", "Cache");
    const annsB = option(first.id, [annsA], "B", "Rewrite");
    const bensA = option(first.id, [first], "A", "Buy", ben);
    const letters = Object.fromEntries(
      noteOf([first, annsA, annsB, bensA]).options.map(({ id, letter }) => [id, letter]),
    );
    assert.equal(letters[annsB.id], "B", "nobody else claimed it");
    assert.deepEqual([letters[annsA.id], letters[bensA.id]].sort(), ["A", "C"]);
  });
});
