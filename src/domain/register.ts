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
 * Convergent and Commutative Replicated Data Types", 2011, §3.2.2). `value` is the last of its versions by the order of the fold, the same
 * everywhere. One version alone is the register itself: nearly all are that, and there are a hundred thousand of them in memory.
 */
export type Register<Value> = Unset<Value> | Version<Value> | Contested<Value>;

/** As it is when nobody has set it. */
interface Unset<Value> {
  readonly value: Value;
}

interface Contested<Value> {
  readonly value: Value;
  readonly versions: readonly Version<Value>[];
  /** As `versions`, with those of equal value: who has seen one of them has not seen the others. */
  readonly standing: readonly Version<Value>[];
}

export const unset = <Value>(value: Value): Register<Value> => ({ value });

/** Every different value that no later one has seen, in the order of the fold. One means settled, two or more that a person has to settle it. */
export function versionsOf<Value>(register: Register<Value> | undefined): readonly Version<Value>[] {
  if (register === undefined) return [];
  return "versions" in register ? register.versions : standingOf(register);
}

function standingOf<Value>(register: Register<Value>): readonly Version<Value>[] {
  if ("standing" in register) return register.standing;
  return "event" in register ? [register] : [];
}

/** Whether two or more different values stand beside each other. */
export const isContested = (register: Register<unknown>): boolean =>
  "versions" in register && register.versions.length > 1;

/** The names of the fields that are. */
export const contestedIn = <Fields>(registers: {
  readonly [Name in keyof Fields]: Register<Fields[Name]>;
}): readonly (keyof Fields & string)[] =>
  (Object.keys(registers) as (keyof Fields & string)[]).filter((name) => isContested(registers[name]));

/** The register after `next` was set by somebody who had seen the events that `saw` says. Equal values fall together. */
export function setRegister<Value>(
  register: Register<Value>,
  next: Version<Value>,
  saw: (event: EventId) => boolean,
): Register<Value> {
  const others = standingOf(register).filter((version) => !saw(version.event));
  if (others.length === 0) return next;
  const standing = [...others, next];
  return { value: next.value, versions: withoutEquals(standing), standing };
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
