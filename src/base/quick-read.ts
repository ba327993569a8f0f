import type { z } from "zod/mini";

/** What {@link quickReader} says where only the schema itself can tell. */
export const UNSURE: unique symbol = Symbol("unsure");

/**
 * Reads a value as its schema would: the value with defaults filled in, unknown keys left out and keys in the order of the schema; or
 * {@link UNSURE}, where the schema has to be asked.
 */
export type QuickReader<Output> = (value: unknown) => Output | typeof UNSURE;

type Read = QuickReader<unknown>;
type Test = (value: never) => boolean;

/**
 * A reader for values that come fresh from `JSON.parse` and belong to nobody else: where nothing is to be changed, the value itself is the
 * answer, nothing is copied, and what is filled in is filled into it. A store is a hundred thousand lines that are all as they should be;
 * the schema copies each of them and says at length what it found. It stays the one truth: what the reader does not understand of a
 * schema, or finds not to hold, is for the schema to judge.
 */
export function quickReader<Schema extends z.ZodMiniType>(schema: Schema): QuickReader<z.output<Schema>> {
  return (readerOf(schema) ?? unsure) as QuickReader<z.output<Schema>>;
}

const unsure: Read = () => UNSURE;

/** Undefined where something in the schema is not known here. */
function readerOf(schema: z.core.$ZodType): Read | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const read = plainReader(def);
  const tests = (def.checks ?? []).map(testOf);
  if (read === undefined || tests.includes(undefined)) return undefined;
  const all = tests.filter((test) => test !== undefined) as ((value: unknown) => boolean)[];
  if (all.length === 0) return read;
  return (value) => {
    const answer = read(value);
    return answer !== UNSURE && all.every((test) => test(answer)) ? answer : UNSURE;
  };
}

type Definition = z.core.$ZodTypes["_zod"]["def"];

function plainReader(def: Definition): Read | undefined {
  switch (def.type) {
    case "string": {
      const { pattern } = def as Partial<z.core.$ZodStringFormatDef>;
      if ("format" in def && pattern === undefined) return undefined;
      return reading((value) => typeof value === "string" && (pattern?.test(value) ?? true));
    }
    case "number":
      if (!("format" in def)) return reading((value) => typeof value === "number" && Number.isFinite(value));
      return def.format === "safeint" ? reading(Number.isSafeInteger) : undefined;
    case "boolean":
      return reading((value) => typeof value === "boolean");
    case "unknown":
      return (value) => value;
    case "enum":
      return oneOf(Object.values(def.entries));
    case "literal":
      return oneOf(def.values);
    case "optional":
    case "default":
      return readerOf(def.innerType);
    case "nullable": {
      const inner = readerOf(def.innerType);
      return inner && ((value) => (value === null ? null : inner(value)));
    }
    case "array":
      return arrayReader(def);
    case "object":
      return def.catchall === undefined ? objectReader(def) : undefined;
    case "record":
      return recordReader(def);
    default:
      return undefined;
  }
}

const reading =
  (holds: (value: unknown) => boolean): Read =>
  (value) =>
    holds(value) ? value : UNSURE;

function oneOf(values: readonly unknown[]): Read {
  const known = new Set(values);
  return reading((value) => known.has(value));
}

function arrayReader({ element }: z.core.$ZodArrayDef): Read | undefined {
  const read = readerOf(element);
  if (read === undefined) return undefined;
  return (value) => {
    if (!Array.isArray(value)) return UNSURE;
    const items: unknown[] = value;
    for (let at = 0; at < items.length; at++) {
      const item = read(items[at]);
      if (item === UNSURE) return UNSURE;
      items[at] = item;
    }
    return items;
  };
}

type Values = Record<string, unknown>;
const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Of texts and whatever they stand for: data whose own schema comes later. */
function recordReader({ keyType, valueType }: z.core.$ZodRecordDef): Read | undefined {
  const isAny = isPlainString(keyType) && valueType._zod.def.type === "unknown";
  return isAny ? reading((value) => isValues(value) && !Object.hasOwn(value, "__proto__")) : undefined;
}

function isPlainString(schema: z.core.$ZodType): boolean {
  const { def } = schema._zod;
  return def.type === "string" && !("format" in def) && (def.checks ?? []).length === 0;
}

interface Key {
  readonly name: string;
  readonly place: number;
  readonly read: Read;
  readonly isRequired: boolean;
  /** A new one for every object. */
  readonly makeDefault?: (() => unknown) | undefined;
}

function objectReader({ shape }: z.core.$ZodObjectDef): Read | undefined {
  const keys: Key[] = [];
  for (const [place, [name, schema]] of Object.entries(shape).entries()) {
    const read = readerOf(schema);
    if (read === undefined || name === "__proto__") return undefined;
    const { def } = (schema as z.core.$ZodTypes)._zod;
    const makeDefault = def.type === "default" ? () => def.defaultValue : undefined;
    keys.push({
      name,
      place,
      read,
      isRequired: def.type !== "optional" && makeDefault === undefined,
      makeDefault,
    });
  }
  const byName = new Map(keys.map((key) => [key.name, key]));
  const required = keys.filter(({ isRequired }) => isRequired).length;
  const defaults = keys.filter(({ makeDefault }) => makeDefault !== undefined);
  return (value) => {
    if (!isValues(value)) return UNSURE;
    let found = 0;
    let last = -1;
    let isAsItIs = true;
    for (const name of Object.keys(value)) {
      const key = byName.get(name);
      if (key === undefined) {
        isAsItIs = false;
        continue;
      }
      const given = value[name];
      const answer = key.read(given);
      if (answer === UNSURE) return UNSURE;
      if (answer !== given) value[name] = answer;
      if (key.place < last) isAsItIs = false;
      last = key.place;
      if (key.isRequired) found += 1;
    }
    if (found < required) return UNSURE;
    for (const { name, makeDefault } of defaults) {
      if (Object.hasOwn(value, name)) continue;
      value[name] = makeDefault?.();
      isAsItIs = false;
    }
    return isAsItIs ? value : inOrder(value, keys);
  };
}

function inOrder(value: Values, keys: readonly Key[]): Values {
  const ordered: Values = {};
  for (const { name } of keys) if (Object.hasOwn(value, name)) ordered[name] = value[name];
  return ordered;
}

/** Undefined where the check is not known here. */
function testOf(check: z.core.$ZodCheck): Test | undefined {
  const { def } = (check as unknown as z.core.$ZodChecks | z.core.$ZodCustom)._zod;
  switch (def.check) {
    case "custom":
      return (value) => def.fn(value) === true;
    case "greater_than":
      return isNumber(def.value) ? above(def.value, def.inclusive) : undefined;
    case "less_than":
      return isNumber(def.value) ? below(def.value, def.inclusive) : undefined;
    case "min_length":
      return ({ length }: { length: number }) => length >= def.minimum;
    case "max_length":
      return ({ length }: { length: number }) => length <= def.maximum;
    case "string_format": {
      const { pattern } = def;
      return pattern === undefined || pattern.global || pattern.sticky
        ? undefined
        : (text: string) => pattern.test(text);
    }
    default:
      return undefined;
  }
}

const isNumber = (value: unknown): value is number => typeof value === "number";

const above =
  (limit: number, inclusive: boolean): Test =>
  (value: number) =>
    inclusive ? value >= limit : value > limit;

const below =
  (limit: number, inclusive: boolean): Test =>
  (value: number) =>
    inclusive ? value <= limit : value < limit;
