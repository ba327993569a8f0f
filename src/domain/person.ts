import * as z from "zod/mini";

/** Who an event claims to be by: as set in git, and never more than a claim. */
export const Person = z.object({
  name: z.string().check(z.maxLength(500)),
  email: z.string().check(z.maxLength(500)),
});
export type Person = z.infer<typeof Person>;

/** The same person as far as git tells: the same address, whatever its case; without an address, the same name. */
export const samePerson = (one: Person, other: Person): boolean => personKey(one) === personKey(other);

const MAX_KEPT = 10_000;
/** By address; those with the same one are few. */
const kept = new Map<string, readonly Person[]>();

/** The same object for the same name and address: a record names the same few people thousands of times. */
export function keptPerson(person: Person): Person {
  const alike = kept.get(person.email) ?? [];
  const known = alike.find(({ name }) => name === person.name);
  if (known !== undefined) return known;
  if (kept.size >= MAX_KEPT || alike.length >= MAX_KEPT) kept.clear();
  kept.set(person.email, [...alike, person]);
  return person;
}

/** A key under which a person's own things are found. */
export const personKey = (person: Person): string =>
  (person.email.trim() || person.name.trim()).toLowerCase();
