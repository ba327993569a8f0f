import assert from "node:assert/strict";
import fc from "fast-check";
import * as z from "zod/mini";
import { quickReader, UNSURE } from "../../../src/base/quick-read.ts";
import { briefRecord } from "../../../src/domain/brief/brief-record.ts";
import { Envelope } from "../../../src/domain/event-line.ts";
import { milestoneRecord } from "../../../src/domain/milestone/milestone-record.ts";
import { noteRecord } from "../../../src/domain/note-record.ts";
import { retroRecord } from "../../../src/domain/retro/retro-record.ts";
import { termRecord } from "../../../src/domain/term/term-record.ts";
import { seed } from "../../support/seed.ts";

const schemas: readonly (readonly [string, z.ZodMiniType])[] = [
  ["an event's envelope", Envelope],
  ...[noteRecord, milestoneRecord, briefRecord, retroRecord, termRecord].flatMap(({ events }) =>
    events.map(({ type, schema }) => [type, schema] as const),
  ),
];

/** A union is for the schema to judge, and these hold one. */
const alwaysAsked: ReadonlySet<string> = new Set(["briefOpened", "briefEdited"]);

const texts = [
  "",
  "a",
  "A",
  "src/**",
  "2026-11-22",
  "2026-02-30",
  "2026-11-22T10:00:00+01:00",
  "2026-11-22T10:00:00",
  "0123456789abcdef".repeat(2),
  "0123456789abcdef".repeat(4),
  "Z".repeat(501),
];
const numbers = [0, 1, 2, 7, 0.5, -3, 10_000_001];
const anything = fc.oneof(
  fc.constantFrom(...texts, ...numbers),
  fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 1e300),
  fc.jsonValue(),
);

/** Values such as the schema describes, and now and then something else in their places. */
function near(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 20, arbitrary: described(schema) }, { weight: 1, arbitrary: anything });
}

function described(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "literal":
      return fc.constantFrom(...def.values);
    case "boolean":
      return fc.boolean();
    case "number":
    case "string":
      return fc.constantFrom(
        ...[...texts, ...numbers].filter((value) => z.core.safeParse(schema, value).success),
      );
    case "union":
      return fc.oneof(...def.options.map(near));
    case "optional":
    case "default":
    case "nullable":
      return near(def.innerType);
    case "array":
      return fc.array(near(def.element), { maxLength: 4 });
    case "object":
      return fc
        .tuple(
          fc.record(
            Object.fromEntries(Object.entries(def.shape).map(([name, schema]) => [name, near(schema)])),
            { requiredKeys: Object.keys(def.shape).filter((name) => isRequired(def.shape[name])) },
          ),
          fc.constantFrom("as it is", "as it is", "turned round", "with more", "with less"),
        )
        .map(([value, how]) => rearranged(value, how));
    case "record":
      return fc.dictionary(fc.string(), anything);
    default:
      return anything;
  }
}

const isRequired = (schema: z.core.$ZodType | undefined): boolean =>
  schema !== undefined && !["optional", "default"].includes(schema._zod.def.type);

function rearranged(value: Record<string, unknown>, how: string): unknown {
  switch (how) {
    case "turned round":
      return Object.fromEntries(Object.entries(value).reverse());
    case "with more":
      return { newer: 1, ...value, toString: "a" };
    case "with less":
      return Object.fromEntries(Object.entries(value).slice(1));
    default:
      return value;
  }
}

/** As `JSON.parse` gives it, and nobody else's. */
const fresh = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? "null");

describe(`reading a value quickly (seed ${seed})`, () => {
  for (const [name, schema] of schemas)
    it(`${name}: is what the schema gives, in the same order, or nothing`, () => {
      const read = quickReader(schema);
      let taken = 0;
      fc.assert(
        fc.property(near(schema), (value) => {
          const quick = read(fresh(value));
          if (quick === UNSURE) return;
          taken += 1;
          const slow = schema.safeParse(fresh(value));
          assert.ok(slow.success, JSON.stringify(value));
          assert.equal(JSON.stringify(quick), JSON.stringify(slow.data));
          assert.deepEqual(quick, slow.data);
        }),
        { seed, numRuns: 500 },
      );
      assert.equal(taken > 0, !alwaysAsked.has(name));
    });

  it("copies nothing where nothing is to be changed", () => {
    const value = { a: "x", b: [{ c: 1 }] };
    const read = quickReader(z.object({ a: z.string(), b: z.array(z.object({ c: z.int() })) }));
    assert.equal(read(value), value);
  });

  it("gives each value a default of its own", () => {
    const read = quickReader(z.object({ a: z._default(z.array(z.string()), []) }));
    const one = read({});
    const other = read({});
    assert.ok(one !== UNSURE && other !== UNSURE);
    assert.deepEqual([one, other], [{ a: [] }, { a: [] }]);
    assert.notEqual(one.a, other.a);
  });

  it("leaves a schema that it does not know to itself", () => {
    for (const schema of [
      z.union([z.string(), z.number()]),
      z.object({ a: z.pipe(z.string(), z.transform(Number)) }),
      z.string().check(z.trim()),
      z.strictObject({ a: z.string() }),
      z.array(z.email()).check(z.refine(() => Promise.resolve(true))),
    ])
      for (const value of ["a", { a: "1" }, ["a@example.org"]])
        assert.equal(quickReader(schema as z.ZodMiniType)(value), UNSURE);
  });
});
