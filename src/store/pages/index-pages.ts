import { groupBy } from "../../base/group-by.ts";
import type { Note } from "../../domain/note.ts";
import type { NoteKind } from "../../domain/words.ts";
import type { Page } from "../store.ts";
import { inline, table } from "./markdown-text.ts";
import { notePagePath } from "./note-page-path.ts";
import { inOrderOfOpening } from "./page-order.ts";
import { kindWords, statusText } from "./words.ts";

/** Rows of an index page; hosts give up on longer tables. */
const MAX_ROWS = 1_000;

export const noteKinds = Object.keys(kindWords) as readonly NoteKind[];

/** The month in which a note came on record, as its writer's clock said: `2026-11`. */
export const monthOf = (note: Note): string => note.opened.at.slice(0, 7);

export const indexPath = (kind: NoteKind, month: string): string =>
  `by-month/${month}/${kindWords[kind].toLowerCase().replace(/ /g, "-")}.md`;

/**
 * The index pages of some months. Every kind has its page, an empty one too: a note may have been of another kind before, and a page that
 * is not written again would go on naming it.
 */
export function indexPages(notes: readonly Note[], months: ReadonlySet<string>): readonly Page[] {
  const byMonth = groupBy(
    notes.filter((note) => months.has(monthOf(note))),
    monthOf,
  );
  return [...months].sort().flatMap((month) =>
    noteKinds.map((kind) => ({
      path: indexPath(kind, month),
      text: indexPage(
        kind,
        month,
        (byMonth.get(month) ?? []).filter(({ fields }) => fields.kind.value === kind),
      ),
    })),
  );
}

function indexPage(kind: NoteKind, month: string, notes: readonly Note[]): string {
  const rows = inOrderOfOpening(notes)
    .slice(0, MAX_ROWS)
    .map((note) => [
      `[${inline(note.fields.title.value, 200)}](../../${notePagePath(note.id)})`,
      statusText(note),
      note.fields.neededBy.value?.day ?? "",
    ]);
  const more = notes.length - MAX_ROWS;
  return [
    `# ${kindWords[kind]}, ${month}`,
    rows.length === 0
      ? "No note of this kind came on record in this month."
      : table(["Title", "Status", "Needed by"], rows),
    ...(more > 0 ? [`${more} more are not listed.`] : []),
  ].join("\n\n");
}
