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
  const people = new Set<string>();
  for (const { opened, lastSaid, fields } of book.notes.values())
    for (const person of [opened.by, lastSaid.by, fields.owner.value])
      if (person !== null && people.size < MOST) people.add(plainLine(person.name));
  people.delete("");
  return { words: words.slice(0, MOST), people: [...people].sort() };
}
