import assert from "node:assert/strict";
import fc from "fast-check";
import type { Line } from "../../../src/domain/event-line.ts";
import { foldRecord } from "../../../src/domain/fold.ts";
import type { NewEvent } from "../../../src/domain/record-kinds.ts";
import { isUnderWay } from "../../../src/domain/retro/retro.ts";
import type { Retro } from "../../../src/domain/retro/retro.ts";
import { anEvent, ann, ben, nonce } from "../../support/event-builders.ts";
import { versionsOf } from "../../../src/domain/register.ts";

const period = { from: "2027-03-01", to: "2027-03-14" };
const opening = (): Line =>
  anEvent({ type: "retroOpened", data: { nonce: nonce(), fields: { name: "Sprint 14", period } } });

const said = (record: string, seen: readonly Line[], event: NewEvent, by = ann): Line =>
  anEvent({ record, seen: seen.map(({ id }) => id), type: event.type, data: { ...event.data }, by });

const retroOf = (lines: readonly Line[], id = lines[0]?.id ?? ""): Retro => {
  const folded = foldRecord(id, lines);
  return folded.kind === "retro" ? folded.record : assert.fail(JSON.stringify(folded));
};

const shared = (part: Retro["words"][number]["part"], text: string): NewEvent => ({
  type: "retroShared",
  data: { part, text },
});

describe("a retro", () => {
  it("is under way once the first box is shared, whoever shared it, or somebody started without", () => {
    const first = opening();
    const others = said(first.id, [first], shared("inTheWay", "The vendor was late"), ben);
    assert.equal(isUnderWay(retroOf([first, others])), false);
    const pm = said(first.id, [first], shared("mine", "I did not pass on the legal limit"));
    assert.equal(isUnderWay(retroOf([first, others, pm])), true);
    const without = said(first.id, [first], { type: "retroStartedWithout", data: {} }, ben);
    const started = retroOf([first, others, without]);
    assert.equal(isUnderWay(started), true);
    assert.deepEqual(
      started.startedWithout.map(({ by }) => by.name),
      ["Ben"],
    );
  });

  it("keeps what each person wrote, and never says it in its history", () => {
    const first = opening();
    const one = said(first.id, [first], shared("helped", "Pairing on the importer"), ben);
    const other = said(first.id, [first], shared("helped", "A day without meetings"));
    const retro = retroOf([first, other, one]);
    assert.deepEqual(
      new Set(retro.words.map(({ text }) => text)),
      new Set(["Pairing on the importer", "A day without meetings"]),
    );
    assert.equal(JSON.stringify(retro.history).includes("Pairing"), false);
  });

  it("keeps both of two names that have not seen each other, until somebody picks one", () => {
    const first = opening();
    const edited = (name: string, seen: readonly Line[], by = ann) =>
      said(first.id, seen, { type: "retroEdited", data: { fields: { name } } }, by);
    const one = edited("Sprint fourteen", [first]);
    const other = edited("March", [first], ben);
    assert.equal(versionsOf(retroOf([first, one, other]).fields.name).length, 2);
    assert.equal(versionsOf(retroOf([first, one, other]).fields.period).length, 1);
    const settled = retroOf([first, one, other, edited("March", [one, other])]);
    assert.deepEqual(
      versionsOf(settled.fields.name).map(({ value }) => value),
      ["March"],
    );
  });

  it("ties to an action every record that was made of it, also two at the same time", () => {
    const first = opening();
    const action = said(first.id, [first], { type: "actionTakenDown", data: { text: "Ask legal first" } });
    const made = (record: string, by = ann) =>
      said(first.id, [action], { type: "actionMade", data: { action: action.id, record } }, by);
    const [note, brief] = ["1".repeat(64), "2".repeat(64)];
    const retro = retroOf([first, action, made(note), made(brief, ben)]);
    assert.deepEqual(new Set(retro.actions[0]?.made.map(({ record }) => record)), new Set([note, brief]));
    const unknown = said(first.id, [first], {
      type: "actionMade",
      data: { action: first.id, record: note },
    });
    assert.deepEqual(retroOf([first, unknown]).actions, []);
  });

  it("is closed and opened again as a field", () => {
    const first = opening();
    const closing = said(first.id, [first], { type: "retroEdited", data: { fields: { closed: true } } });
    const again = said(first.id, [closing], { type: "retroEdited", data: { fields: { closed: false } } });
    assert.equal(retroOf([first, closing]).fields.closed.value, true);
    assert.equal(retroOf([first, closing, again]).fields.closed.value, false);
  });

  it("comes to the same whatever order its lines come in", () => {
    const first = opening();
    const text = fc.string({ maxLength: 5 });
    const event = fc.oneof(
      fc.record({
        type: fc.constant("retroEdited"),
        data: fc.record({
          fields: fc.oneof(
            fc.record({ name: text }),
            fc.record({ closed: fc.boolean() }),
            fc.record({ period: fc.constantFrom(period, { from: "2027-02-01", to: "2027-02-02" }) }),
          ),
        }),
      }),
      fc.record({
        type: fc.constant("retroShared"),
        data: fc.record({ part: fc.constantFrom("mine", "inTheWay", "helped"), text }),
      }),
      fc.record({ type: fc.constant("retroStartedWithout"), data: fc.constant({}) }),
      fc.record({ type: fc.constant("actionTakenDown"), data: fc.record({ text }) }),
      fc.record({ type: fc.constant("actionMade"), data: fc.constant({ record: "3".repeat(64) }) }),
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
            const action = lines[about % lines.length]?.id;
            lines.push(
              anEvent({
                record: first.id,
                seen: [seen.id],
                type: what.type,
                data: { ...what.data, action },
                by,
              }),
            );
          }
          const shuffled = [...lines]
            .map((line) => ({ line, key: Number(order.next().value) }))
            .sort((one, other) => one.key - other.key)
            .map(({ line }) => line);
          assert.deepEqual(retroOf([...shuffled, ...lines], first.id), retroOf(lines, first.id));
        },
      ),
      { numRuns: 200, seed: 1402 },
    );
  });
});
