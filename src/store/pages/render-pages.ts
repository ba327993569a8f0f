import { groupBy } from "../../base/group-by.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Page } from "../store.ts";
import { indexPages, monthOf } from "./index-pages.ts";
import { notePage } from "./note-page.ts";
import { notePagePath } from "./note-page-path.ts";
import type { PageRecords } from "./page-records.ts";
import { versionPage } from "./pages-version.ts";
import { readmePage } from "./readme-page.ts";
import { retroPage, retroPagePath, RETROS_PATH, retrosPage } from "./retro-pages.ts";
import { ROADMAP_PATH, roadmapPage } from "./roadmap-page.ts";
import { whyPage, whyPagePath, WHYS_PATH, whysPage } from "./why-pages.ts";

/**
 * The pages that a change of some records touches: theirs, the index pages of the months of notes, the roadmap, the lists of whys and retros, and
 * the first page. `records` are all there are. Pages are a function of the events: no clock, zone or language, and in no order but their own, so
 * that every clone writes the same bytes.
 */
export function renderPages(records: PageRecords, changed: ReadonlySet<RecordId>): readonly Page[] {
  if (changed.size === 0) return [];
  const { notes, milestones, briefs, retros } = records;
  const touchedNotes = notes.filter(({ id }) => changed.has(id));
  // A why is called by the date it is for.
  const touchedBriefs = briefs.filter(({ id, fields: { scope } }) => {
    const milestone = scope.value?.kind === "milestone" ? scope.value.milestone : undefined;
    return changed.has(id) || (milestone !== undefined && changed.has(milestone));
  });
  const touchedRetros = retros.filter(({ id }) => changed.has(id));
  const isBrief = (record: RecordId) => briefs.some(({ id }) => id === record);
  return [
    { path: "README.md", text: readmePage(records) },
    ...(milestones.size === 0 ? [] : [{ path: ROADMAP_PATH, text: roadmapPage(milestones.values()) }]),
    ...(briefs.length === 0 ? [] : [{ path: WHYS_PATH, text: whysPage(briefs, milestones) }]),
    ...(retros.length === 0 ? [] : [{ path: RETROS_PATH, text: retrosPage(retros) }]),
    ...indexPages(notes, new Set(touchedNotes.map(monthOf))),
    ...pagesOf(notes, touchedNotes, notePagePath, notePage),
    ...pagesOf(briefs, touchedBriefs, whyPagePath, (brief) => whyPage(brief, milestones)),
    ...pagesOf(retros, touchedRetros, retroPagePath, (retro) => retroPage(retro, isBrief)),
  ]
    .map(({ path, text }) => ({ path, text: `${text}\n` }))
    .concat(versionPage);
}

/** The pages of the records that were touched, in the order of their paths. Records whose ids begin alike share a page, by id. */
function pagesOf<Shown extends { readonly id: RecordId }>(
  all: readonly Shown[],
  touched: readonly Shown[],
  pathOf: (id: RecordId) => string,
  page: (record: Shown) => string,
): readonly Page[] {
  const paths = new Set(touched.map(({ id }) => pathOf(id)));
  const byPath = groupBy(
    all.filter(({ id }) => paths.has(pathOf(id))),
    ({ id }) => pathOf(id),
  );
  return [...byPath]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, sharing]) => ({
      path,
      text: [...sharing]
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .map(page)
        .join("\n\n"),
    }));
}
