import { foldRecord } from "../domain/fold.ts";
import type { FoldedRecord } from "../domain/fold.ts";
import type { RecordId } from "../domain/ids.ts";
import type { PageRecords } from "../store/pages/page-records.ts";
import { renderPages } from "../store/pages/render-pages.ts";
import { byRecord, unionOf } from "../store/record-lines.ts";
import type { RenderPages } from "../store/store.ts";
import type { Book } from "./book.ts";

/**
 * Renders the pages of a commit from the book as it is now: what is saved while the sync runs is in its `outgoing`, or in the next commit.
 */
export function pageRenderer(book: Book): RenderPages {
  const known = kindsOf(book);
  return (incoming, outgoing) => {
    const added = byRecord(outgoing);
    const whole = unionOf([incoming, added]);
    const kinds = copyOf(known);
    for (const record of whole.keys()) {
      const lines = whole.get(record) ?? [];
      for (const kind of Object.values(kinds)) kind.delete(record);
      if (lines.length > 0) put(kinds, record, foldRecord(record, lines));
    }
    return renderPages(pageRecords(kinds), new Set(added.keys()));
  };
}

const kindsOf = (book: Book) => ({
  notes: new Map(book.notes),
  milestones: new Map(book.of("milestone")),
  briefs: new Map(book.of("brief")),
  retros: new Map(book.of("retro")),
});
type Kinds = ReturnType<typeof kindsOf>;

const copyOf = ({ notes, milestones, briefs, retros }: Kinds): Kinds => ({
  notes: new Map(notes),
  milestones: new Map(milestones),
  briefs: new Map(briefs),
  retros: new Map(retros),
});

function put(kinds: Kinds, record: RecordId, folded: FoldedRecord): void {
  switch (folded.kind) {
    case "note":
      kinds.notes.set(record, folded.record);
      return;
    case "milestone":
      kinds.milestones.set(record, folded.record);
      return;
    case "brief":
      kinds.briefs.set(record, folded.record);
      return;
    case "retro":
      kinds.retros.set(record, folded.record);
      return;
    case "term":
    case "newer":
    case "unreadable":
      return;
  }
}

const pageRecords = ({ notes, milestones, briefs, retros }: Kinds): PageRecords => ({
  notes: [...notes.values()],
  milestones,
  briefs: [...briefs.values()],
  retros: [...retros.values()],
});
