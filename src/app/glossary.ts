import { plainLine } from "../base/plain-text.ts";
import type { Glossary } from "../protocol/together-state.ts";
import type { Book } from "./book.ts";

/** Words and names that go to the page at most. */
const MOST = 5_000;

/** What the page marks in texts, and knows of when somebody writes: the words of the team, and the names that stand on the record. */
export function glossaryOf(book: Book): Glossary {
  const words = [...book.of("term").values()]
    .filter(({ fields }) => !fields.withdrawn.value)
    .map(({ fields }) => ({
      term: plainLine(fields.term.value),
      explanation: plainLine(fields.explanation.value),
    }))
    .sort((one, other) => (one.term < other.term ? -1 : 1));
  // A few people write thousands of notes: their names are made plain once each, as this is asked for after every change.
  const names = new Set<string>();
  for (const { opened, lastSaid, fields } of book.notes.values())
    for (const person of [opened.by, lastSaid.by, fields.owner.value])
      if (person !== null) names.add(person.name);
  const people = new Set<string>();
  for (const name of names) if (people.size < MOST) people.add(plainLine(name));
  people.delete("");
  return { words: words.slice(0, MOST), people: [...people].sort() };
}
