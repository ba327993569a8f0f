import { groupBy } from "../../base/group-by.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Note } from "../../domain/note.ts";
import type { Page } from "../store.ts";
import { indexPages, monthOf } from "./index-pages.ts";
import { notePage } from "./note-page.ts";
import { notePagePath } from "./note-page-path.ts";
import { versionPage } from "./pages-version.ts";
import { readmePage } from "./readme-page.ts";

/**
 * The pages that a change of some notes touches: theirs, the index pages of their months, and the first page. `notes` are all there are.
 * Pages are a function of the events: no clock, zone or language, and in no order but their own, so that every clone writes the same bytes.
 */
export function renderPages(notes: readonly Note[], changed: ReadonlySet<RecordId>): readonly Page[] {
  if (changed.size === 0) return [];
  const touched = notes.filter(({ id }) => changed.has(id));
  const paths = new Set(touched.map(({ id }) => notePagePath(id)));
  const byPath = groupBy(
    notes.filter(({ id }) => paths.has(notePagePath(id))),
    ({ id }) => notePagePath(id),
  );
  return [
    { path: "README.md", text: withNewline(readmePage(notes)) },
    ...indexPages(notes, new Set(touched.map(monthOf))).map(({ path, text }) => ({
      path,
      text: withNewline(text),
    })),
    ...[...byPath]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([path, sharing]) => ({
        path,
        text: withNewline(
          [...sharing]
            .sort((one, other) => (one.id < other.id ? -1 : 1))
            .map(notePage)
            .join("\n\n"),
        ),
      })),
    versionPage,
  ];
}

const withNewline = (text: string): string => `${text}\n`;
