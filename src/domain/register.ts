import type { Moment } from "./dates.ts";
import type { EventId } from "./ids.ts";
import type { Person } from "./person.ts";

/** A value somebody set, and the event that did. */
export interface Version<Value> {
  readonly value: Value;
  readonly event: EventId;
  readonly by: Person;
  readonly at: Moment;
}

/**
 * A field that several people may set without having seen each other (a multi-value register: Shapiro et al., "A comprehensive study of
 * Convergent and Commutative Replicated Data Types", 2011, §3.2.2). `versions` holds every different value that no later one has seen, in
 * the order of the fold; one means settled, two or more that a person has to settle it. `value` is the last of them, the same everywhere.
 */
export interface Register<Value> {
  readonly value: Value;
  readonly versions: readonly Version<Value>[];
  /** As `versions`, with those of equal value: who has seen one of them has not seen the others. */
  readonly standing: readonly Version<Value>[];
}

const nothing: readonly never[] = [];
export const unset = <Value>(value: Value): Register<Value> => ({
  value,
  versions: nothing,
  standing: nothing,
});

/** Whether two or more different values stand beside each other. */
export const isContested = (register: Register<unknown>): boolean => register.versions.length > 1;

/** The register after `next` was set by somebody who had seen the events that `saw` says. Equal values fall together. */
export function setRegister<Value>(
  register: Register<Value>,
  next: Version<Value>,
  saw: (event: EventId) => boolean,
): Register<Value> {
  const others = register.standing.filter((version) => !saw(version.event));
  // Where nothing else stands, an array of exactly one: most fields are set once, and one that grew keeps room for many.
  const standing = others.length === 0 ? [next] : [...others, next];
  return {
    value: next.value,
    versions: standing.length === 1 ? standing : withoutEquals(standing),
    standing,
  };
}

/** The last of those with equal values. */
function withoutEquals<Value>(versions: readonly Version<Value>[]): readonly Version<Value>[] {
  const byValue = new Map<string, Version<Value>>();
  for (const version of versions) {
    const written = JSON.stringify(version.value);
    byValue.delete(written);
    byValue.set(written, version);
  }
  return [...byValue.values()];
}
