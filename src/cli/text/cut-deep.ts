/** No event nests even ten deep; a line that somebody made to do harm can nest deeper than JSON can be written. */
const MAX_DEPTH = 100;

/** Values from JSON, with "…" in place of what is nested deeper than can be printed. */
export const cutDeep = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value, MAX_DEPTH)]));

function cut(value: unknown, left: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (left === 0) return "…";
  if (Array.isArray(value)) return value.map((part) => cut(part, left - 1));
  // fromEntries makes "__proto__" a key like any other.
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cut(part, left - 1)]));
}
