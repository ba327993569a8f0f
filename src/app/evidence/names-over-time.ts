import type { TouchedFile } from "../change-history.ts";

/**
 * What the files of older commits are called now, learned while commits are read from the newest back: a file that was renamed takes its past along.
 * Where a name was free again and taken by another file, the past before the renaming is the renamed one's.
 */
export class NamesOverTime {
  readonly #now = new Map<string, string>();

  /** Today's name of a file that a commit touched. Call it once for each file of each commit, newest commit first. */
  nameOf({ path, from }: TouchedFile): string {
    const now = this.#now.get(path) ?? path;
    if (from !== undefined && from !== now) this.#now.set(from, now);
    return now;
  }
}
