import type { NoteObject } from "../documents/note-document.ts";
import { csv } from "./csv.ts";

/** Names of the columns: part of the interface, and English everywhere. None names a person. */
export const CSV_COLUMNS = [
  "id",
  "title",
  "kind",
  "status",
  "badges",
  "impact",
  "needed_by",
  "needed_because",
  "who_decides",
  "places",
  "options",
  "decided_for",
  "because",
  "decided_on",
  "revisit_on",
  "open_questions",
  "on_record_since",
] as const;

type Column = (typeof CSV_COLUMNS)[number];

/** One row a note. Where it was decided twice, both decisions stand in the row. */
export const exportCsv = (notes: readonly NoteObject[]): string =>
  csv([
    CSV_COLUMNS,
    ...notes.map((note) => {
      const row = rowOf(note);
      return CSV_COLUMNS.map((column) => row[column]);
    }),
  ]);

function rowOf(note: NoteObject): Readonly<Record<Column, string>> {
  const standing = note.decisions.filter(({ stands }) => stands);
  const all = (of: (decision: (typeof standing)[number]) => string) => standing.map(of).join(" | ");
  return {
    id: note.id,
    title: note.title,
    kind: note.kind,
    status: note.status,
    badges: note.badges.join(" "),
    impact: note.impact,
    needed_by: note.neededBy?.day ?? "",
    needed_because: note.neededBy?.why ?? "",
    who_decides: note.decider,
    places: note.places.map(({ path, startLine, endLine }) => `${path}:${startLine}-${endLine}`).join("\n"),
    options: note.options.map(({ letter, title }) => `${letter}: ${title}`).join("\n"),
    decided_for: all(({ letter }) => letter),
    because: all(({ because }) => because),
    decided_on: all(({ at }) => at.slice(0, 10)),
    revisit_on: all(({ revisitOn }) => revisitOn ?? ""),
    open_questions: String(note.questions.filter(({ waitsFor }) => waitsFor !== "nobody").length),
    on_record_since: note.opened.at.slice(0, 10),
  };
}
