import type { Session } from "../../app/session.ts";
import type { Mark } from "./mark.ts";
import { afterEdit } from "./live-range.ts";
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

  edited(edits: readonly TextEdit[]): void {
    this.#edits++;
    this.#marks = this.#marks.map((mark) => ({ ...mark, lines: edits.reduce(afterEdit, mark.lines) }));
  }

  /** Finds them anew. A result that an edit has overtaken is thrown away and looked for again. */
  async find(session: Session, path: string): Promise<void> {
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

  async #findUntilCurrent(session: Session, path: string): Promise<void> {
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
