import type { Person } from "./person.ts";

/** Names as people type them for a call, "Priya, Sam and Léa", one by one. Each once. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;\n]|\s+(?:and|et|&)\s+/iu)
      .map((name) => name.replaceAll(/\s+/g, " ").trim())
      .filter((name) => name !== ""),
  ),
];

/**
 * Whether a name that was said on a call may be this person: their address, their whole name, or words of it ("Priya" for "Priya Shah").
 * A guess that puts a question before somebody, and never an answer: two who go by the same first name are both asked.
 */
export function isCalled(name: string, person: Person): boolean {
  const said = plain(name);
  if (said === "") return false;
  if (said === plain(person.email)) return true;
  const words = new Set(plain(person.name).split(/[\s.'-]+/u));
  return said.split(/[\s.'-]+/u).every((word) => words.has(word));
}

const plain = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();
