import type { Session } from "../../app/session.ts";
import type { Mark } from "./mark.ts";
import { afterEdit, reachOf } from "./live-range.ts";
import type { TextEdit } from "./live-range.ts";

/** The marks of one open file: found by the session, and moved with every edit until they are found again. */
export class FileMarks {
  #marks: readonly Mark[] = [];
  #edits = 0;
  #finding: Promise<void> | undefined;
  #again = false;

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /**
   * Moves them with an edit. One whose lines the edit leaves in doubt is not shown until it is found again: by hand (`isTyped`) people change
   * code in place; from outside whole stretches are replaced, and what lies in them may be anything. Whether none is in doubt.
   */
  edited(edits: readonly TextEdit[], isTyped: boolean): boolean {
    this.#edits++;
    const before = this.#marks.length;
    this.#marks = this.#marks.flatMap((mark) => {
      // A mark for the whole file stands at its top, whatever is typed there.
      if (mark.place.whole !== undefined) return mark;
      let { lines } = mark;
      for (const edit of edits) {
        const reach = reachOf(lines, edit);
        if (reach === "across" || (reach === "within" && !isTyped)) return [];
        lines = afterEdit(lines, edit);
      }
      return { ...mark, lines };
    });
    return this.#marks.length === before;
  }

  /** Finds them anew. A result that an edit has overtaken is thrown away and looked for again. */
  async find(session: Pick<Session, "placesIn">, path: string): Promise<void> {
    if (this.#finding !== undefined) {
      this.#again = true;
      await this.#finding;
      return;
    }
    this.#finding = this.#findUntilCurrent(session, path);
    try {
      await this.#finding;
    } finally {
      this.#finding = undefined;
    }
  }

  async #findUntilCurrent(session: Pick<Session, "placesIn">, path: string): Promise<void> {
    do {
      this.#again = false;
      const edits = this.#edits;
      const found = await session.placesIn(path);
      if (edits !== this.#edits) this.#again = true;
      else
        this.#marks = found.map(({ note, place }) => ({
          note,
          place,
          lines: { startLine: place.startLine, endLine: place.endLine },
        }));
    } while (this.#again);
  }
}
