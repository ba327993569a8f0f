import type { EventId } from "./ids.ts";
import type { HistoryEntry, Registers, Said } from "./record.ts";
import { setRegister } from "./register.ts";

/** The event being applied, and what its writer knew. */
export interface Applied extends Said {
  readonly saw: (earlier: EventId) => boolean;
}

/** A record while its events are applied, one after the other. Only its kinds of events write to it. */
export interface RecordBuilder {
  readonly history: HistoryEntry[];
}

/** Who said it, when, and the event that is its id. */
export const saidBy = (event: Applied): Said => ({ id: event.id, by: event.by, at: event.at });

/** Sets the given fields, each a register of its own; fields that are undefined stay as they are. */
export function setFields<Fields>(
  registers: Registers<Fields>,
  values: Partial<Fields>,
  event: Applied,
): Registers<Fields> {
  const next: { -readonly [Name in keyof Fields]: Registers<Fields>[Name] } = { ...registers };
  for (const name of namesOf(values)) {
    const value = values[name];
    if (value === undefined || !Object.hasOwn(registers, name)) continue;
    next[name] = setRegister(
      registers[name],
      { value, event: event.id, by: event.by, at: event.at },
      event.saw,
    );
  }
  return next;
}

/** The names of the values that are given. */
export const namesGiven = (values: object): string[] =>
  Object.keys(values).filter((name) => (values as Record<string, unknown>)[name] !== undefined);

const namesOf = <Fields>(values: Partial<Fields>) => Object.keys(values) as (keyof Fields)[];
