import assert from "node:assert/strict";
import fc from "fast-check";
import { causalOrder } from "../../../src/domain/causal-order.ts";
import { seed } from "../../support/seed.ts";

const event = (id: string, ...seen: readonly string[]) => ({ id, seen });
const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id).join(" ");

describe("causal order", () => {
  it("puts every event after those it has seen, ties by id", () => {
    const order = causalOrder([event("d", "b", "c"), event("c", "a"), event("b", "a"), event("a")]);
    assert.equal(ids(order.events), "a b c d");
    assert.deepEqual(order.heads, ["d"]);
  });

  it("knows who had seen what, through others too", () => {
    const { saw } = causalOrder([
      event("a"),
      event("b", "a"),
      event("c", "b"),
      event("x", "a"),
      event("y", "x", "b"),
    ]);
    assert.deepEqual(
      [
        saw("c", "a"),
        saw("c", "b"),
        saw("y", "b"),
        saw("c", "x"),
        saw("x", "b"),
        saw("a", "a"),
        saw("a", "c"),
      ],
      [true, true, true, false, false, false, false],
    );
  });

  it("counts what is not here as known, by everybody", () => {
    const order = causalOrder([event("b", "missing"), event("a", "missing")]);
    assert.equal(ids(order.events), "a b");
    assert.equal(order.saw("a", "missing"), false);
    assert.deepEqual(order.heads, ["a", "b"]);
  });

  it("puts events that claim to have seen each other last, and does not hang", () => {
    const order = causalOrder([
      event("a", "b"),
      event("b", "a"),
      event("c", "c"),
      event("d", "a"),
      event("e"),
    ]);
    assert.equal(order.events.length, 5);
    assert.equal(ids(order.events).startsWith("c e"), true);
    assert.equal(order.saw("e", "a"), false);
  });

  it(`gives the same order whatever order the events come in (seed ${seed})`, () => {
    const node = fc.record({
      id: fc.integer({ min: 0, max: 30 }).map(String),
      seen: fc.array(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(node, { selector: ({ id }) => id, maxLength: 30 }), (events) => {
        const one = causalOrder(events);
        const other = causalOrder([...events].reverse());
        assert.deepEqual(one.events, other.events);
        assert.deepEqual(one.heads, other.heads);
        for (const { id } of events)
          for (const { id: earlier } of events) assert.equal(one.saw(id, earlier), other.saw(id, earlier));
      }),
      { seed, numRuns: 1000 },
    );
  }).timeout(60_000);

  it(`says that an event saw another exactly where a way of \`seen\` leads there (seed ${seed})`, () => {
    const graph = fc.array(fc.array(fc.nat({ max: 50 }), { maxLength: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(graph, (parents) => {
        const events = parents.map((seen, at) =>
          event(
            String(at).padStart(2, "0"),
            ...seen.filter((parent) => parent < at).map((parent) => String(parent).padStart(2, "0")),
          ),
        );
        const ancestors = new Map<string, Set<string>>();
        for (const { id, seen } of events)
          ancestors.set(id, new Set(seen.flatMap((parent) => [parent, ...(ancestors.get(parent) ?? [])])));
        const { saw } = causalOrder(events);
        for (const { id } of events)
          for (const { id: other } of events)
            assert.equal(saw(id, other), ancestors.get(id)?.has(other), `${id} ${other}`);
      }),
      { seed, numRuns: 500 },
    );
  }).timeout(60_000);
});
