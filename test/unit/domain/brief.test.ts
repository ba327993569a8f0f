import assert from "node:assert/strict";
import fc from "fast-check";
import type { Brief } from "../../../src/domain/brief/brief.ts";
import { briefPhase, briefTime, currentBrief } from "../../../src/domain/brief/brief-time.ts";
import type { Line } from "../../../src/domain/event-line.ts";
import { foldRecord } from "../../../src/domain/fold.ts";
import type { NewEvent } from "../../../src/domain/record-kinds.ts";
import { anEvent, ann, ben, nonce } from "../../support/event-builders.ts";
import { versionsOf } from "../../../src/domain/register.ts";

const sprint = { kind: "sprint", name: "Sprint 14", from: "2027-03-01", to: "2027-03-14" } as const;

const opening = (fields: object = {}, at?: string): Line =>
  anEvent({
    type: "briefOpened",
    data: { nonce: nonce(), fields: { text: "Support waits a day", scope: sprint, ...fields } },
    ...(at === undefined ? {} : { at }),
  });

const said = (record: string, seen: readonly Line[], event: NewEvent, by = ann): Line =>
  anEvent({ record, seen: seen.map(({ id }) => id), type: event.type, data: { ...event.data }, by });

const briefOf = (lines: readonly Line[], id = lines[0]?.id ?? ""): Brief => {
  const folded = foldRecord(id, lines);
  return folded.kind === "brief" ? folded.record : assert.fail(JSON.stringify(folded));
};

const edited = (fields: object): NewEvent => ({ type: "briefEdited", data: { fields } });

describe("a brief", () => {
  it("keeps both of two paragraphs that have not seen each other, until somebody picks one", () => {
    const first = opening();
    const one = said(first.id, [first], edited({ text: "Support waits two days" }));
    const other = said(first.id, [first], edited({ text: "Support waits a week" }), ben);
    const both = briefOf([first, other, one]);
    assert.deepEqual(
      new Set(versionsOf(both.fields.text).map(({ value }) => value)),
      new Set(["Support waits two days", "Support waits a week"]),
    );
    assert.equal(versionsOf(both.fields.areas).length, 0);
    const settled = said(first.id, [one, other], edited({ text: "Support waits two days" }));
    assert.equal(versionsOf(briefOf([first, one, other, settled]).fields.text).length, 1);
  });

  it("has a challenge wait for an answer, then for its writer, then for nobody", () => {
    const first = opening();
    const challenge = said(
      first.id,
      [first],
      { type: "briefChallenged", data: { kind: "betterIdea", text: "Mail them the label" } },
      ben,
    );
    const about = { challenge: challenge.id };
    const answer = said(first.id, [challenge], {
      type: "challengeAnswered",
      data: { ...about, text: "Half of them have no printer" },
    });
    const wrong = said(first.id, [answer], { type: "challengeAccepted", data: about });
    const accepted = said(first.id, [answer], { type: "challengeAccepted", data: about }, ben);
    const turn = (...lines: Line[]) => briefOf([first, challenge, ...lines]).challenges[0]?.waitsFor;
    assert.equal(turn(), "answer");
    assert.equal(turn(answer), "asker");
    assert.equal(turn(answer, wrong), "asker", "only who challenged can accept");
    assert.equal(turn(answer, accepted), "nobody");
    const further = said(
      first.id,
      [accepted],
      { type: "challengeFurthered", data: { ...about, text: "A code on the phone, then?" } },
      ben,
    );
    assert.equal(turn(answer, accepted, further), "answer");
  });

  it("is of now from its first day to its last, and over after that", () => {
    const time = briefTime(briefOf([opening()]), new Map());
    const phases = ["2027-02-28", "2027-03-01", "2027-03-14", "2027-03-15"].map((day) =>
      briefPhase(time, day),
    );
    assert.deepEqual(phases, ["ahead", "now", "now", "over"]);
  });

  it("is the current one where it is the newest whose time includes today", () => {
    const older = briefOf([opening({}, "2027-02-20T09:00:00Z")]);
    const newer = briefOf([opening({}, "2027-02-27T09:00:00+01:00")]);
    const ahead = briefOf([
      opening({ scope: { ...sprint, from: "2027-03-15", to: "2027-03-28" } }, "2027-02-28T09:00:00Z"),
    ]);
    for (const briefs of [
      [older, newer, ahead],
      [ahead, newer, older],
    ])
      assert.equal(currentBrief(briefs, new Map(), "2027-03-02")?.id, newer.id);
    assert.equal(currentBrief([older, newer, ahead], new Map(), "2027-04-02"), undefined);
  });

  it("comes to the same whatever order its lines come in", () => {
    const first = opening();
    const event = fc.oneof(
      fc.record({
        type: fc.constant("briefEdited"),
        data: fc.record({
          fields: fc.oneof(
            fc.record({ text: fc.string({ maxLength: 5 }) }),
            fc.record({ areas: fc.constant([{ name: "Returns", paths: ["src/returns"] }]) }),
          ),
        }),
      }),
      fc.record({
        type: fc.constant("briefChallenged"),
        data: fc.record({
          kind: fc.constantFrom("challenge", "betterIdea"),
          text: fc.string({ maxLength: 5 }),
        }),
      }),
      fc.record({
        type: fc.constantFrom("challengeAnswered", "challengeFurthered"),
        data: fc.record({ text: fc.string({ maxLength: 5 }) }),
      }),
      fc.record({ type: fc.constant("challengeAccepted"), data: fc.constant({}) }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ event, sees: fc.nat(), about: fc.nat(), by: fc.constantFrom(ann, ben) }), {
          maxLength: 12,
        }),
        fc.infiniteStream(fc.nat()),
        (steps, order) => {
          const lines: Line[] = [first];
          for (const { event: what, sees, about, by } of steps) {
            const seen = lines[sees % lines.length] ?? first;
            const challenge = lines[about % lines.length]?.id;
            lines.push(
              anEvent({
                record: first.id,
                seen: [seen.id],
                type: what.type,
                data: { ...what.data, challenge },
                by,
              }),
            );
          }
          const shuffled = [...lines]
            .map((line) => ({ line, key: Number(order.next().value) }))
            .sort((one, other) => one.key - other.key)
            .map(({ line }) => line);
          assert.deepEqual(briefOf([...shuffled, ...lines], first.id), briefOf(lines, first.id));
        },
      ),
      { numRuns: 200, seed: 1401 },
    );
  });
});
