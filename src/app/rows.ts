import type { RecordId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import type { NoteRow, NowRow } from "../protocol/panel-state.ts";
import { noteRow } from "./note-row.ts";
import { nowRowsOf, sortedNow } from "./now.ts";
import type { RankedRow } from "./now.ts";
import type { Viewer } from "./now/viewer.ts";

interface RowsOfNote {
  readonly note: Note;
  readonly row: NoteRow;
  readonly now: readonly RankedRow[];
}

/**
 * The rows of all notes, each made once for a note as it is: a note is a value, so another state is another object. What depends on the
 * viewer or the day is made anew when those change.
 */
export class Rows {
  readonly #repository: string;
  readonly #ofNote = new Map<RecordId, RowsOfNote>();
  #viewer = "";
  #sorted: { readonly from: ReadonlyMap<RecordId, Note>; readonly rows: readonly NowRow[] } | undefined;

  constructor(repository: string) {
    this.#repository = repository;
  }

  /** These notes are other than before, or gone. */
  forget(ids: Iterable<RecordId>): void {
    this.#sorted = undefined;
    for (const id of ids) this.#ofNote.delete(id);
  }

  notes(notes: Iterable<Note>, viewer: Viewer): readonly NoteRow[] {
    this.#look(viewer);
    return Array.from(notes, (note) => this.#of(note, viewer).row);
  }

  /** `others`: the rows of records that are no notes. They are few, and made anew each time. */
  now(
    notes: ReadonlyMap<RecordId, Note>,
    viewer: Viewer,
    others: () => readonly RankedRow[],
  ): readonly NowRow[] {
    this.#look(viewer);
    if (this.#sorted?.from !== notes) {
      const rows: RankedRow[] = [...others()];
      for (const note of notes.values()) rows.push(...this.#of(note, viewer).now);
      this.#sorted = { from: notes, rows: sortedNow(rows) };
    }
    return this.#sorted.rows;
  }

  #of(note: Note, viewer: Viewer): RowsOfNote {
    const known = this.#ofNote.get(note.id);
    if (known?.note === note) return known;
    const now = nowRowsOf(note, viewer);
    const waitsForMe = now.some(({ row }) => row.group === "needsYou");
    const made = { note, row: noteRow(note, this.#repository, waitsForMe, viewer), now };
    this.#ofNote.set(note.id, made);
    return made;
  }

  #look({ me, role, today }: Viewer): void {
    const viewer = JSON.stringify([me, role, today]);
    if (viewer === this.#viewer) return;
    this.#viewer = viewer;
    this.#ofNote.clear();
    this.#sorted = undefined;
  }
}
