import type { RecordId } from "../domain/ids.ts";
import type { FoldedRecord } from "../domain/fold.ts";
import type { BookChange } from "./book.ts";

/** Which notes have a place in which file, by its path from the top. */
export class PlacesIndex {
  readonly #byPath = new Map<string, Set<RecordId>>();

  apply(changes: BookChange): void {
    for (const [id, { now, before }] of changes) {
      for (const path of pathsOf(before)) this.#remove(path, id);
      for (const path of pathsOf(now)) this.#add(path, id);
    }
  }

  notesIn(path: string): ReadonlySet<RecordId> {
    return this.#byPath.get(path) ?? new Set();
  }

  /** The notes with a place in a file, or in any file of a folder. */
  notesAtOrUnder(path: string): ReadonlySet<RecordId> {
    const found = new Set(this.notesIn(path));
    const folder = `${path}/`;
    for (const [file, ids] of this.#byPath) if (file.startsWith(folder)) for (const id of ids) found.add(id);
    return found;
  }

  /** The notes with a place in a file of which `holds` is true. */
  notesWhere(holds: (path: string) => boolean): ReadonlySet<RecordId> {
    return new Set([...this.#byPath].flatMap(([path, ids]) => (holds(path) ? [...ids] : [])));
  }

  #add(path: string, id: RecordId): void {
    const ids = this.#byPath.get(path);
    if (ids === undefined) this.#byPath.set(path, new Set([id]));
    else ids.add(id);
  }

  #remove(path: string, id: RecordId): void {
    const ids = this.#byPath.get(path);
    ids?.delete(id);
    if (ids?.size === 0) this.#byPath.delete(path);
  }
}

const pathsOf = (folded: FoldedRecord | undefined): readonly string[] =>
  folded?.kind === "note" ? folded.record.anchors.map(({ anchor }) => anchor.path) : [];
