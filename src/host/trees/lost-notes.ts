import type { Change, Session } from "../../app/session.ts";
import { Emitter } from "../../base/emitter.ts";
import type { Disposable } from "../../base/emitter.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isClosed, noteStatus } from "../../domain/note-status.ts";
import type { Note } from "../../domain/note.ts";

/**
 * Which open notes have lost their code. Looked for in the background, a note at a time, once somebody wants to know: an answer needs every
 * file that has a note.
 */
export class LostNotes implements Disposable {
  readonly #session: Session;
  readonly #failed: (error: unknown) => void;
  readonly #changes: Emitter<void>;
  readonly #listening: Disposable;
  readonly #due = new Set<RecordId>();
  #lost: ReadonlySet<RecordId> = new Set();
  #looking = false;
  #wanted = false;

  constructor(session: Session, failed: (error: unknown) => void) {
    this.#session = session;
    this.#failed = failed;
    this.#changes = new Emitter(failed);
    this.#listening = session.onDidChange((change) => this.#changed(change));
  }

  /** Those that are known by now; the first question starts the search. */
  known(): ReadonlySet<RecordId> {
    if (!this.#wanted) {
      this.#wanted = true;
      this.#changed({ notes: "all" });
    }
    return this.#lost;
  }

  onDidChange(listener: () => void): Disposable {
    return this.#changes.on(listener);
  }

  dispose(): void {
    this.#wanted = false;
    this.#due.clear();
    this.#listening.dispose();
  }

  #changed({ notes }: Change): void {
    if (!this.#wanted) return;
    for (const id of notes === "all" ? this.#session.notes().keys() : notes) this.#due.add(id);
    if (!this.#looking) this.#look().catch(this.#failed);
  }

  async #look(): Promise<void> {
    this.#looking = true;
    try {
      const lost = new Set(this.#lost);
      for (const id of this.#due) {
        this.#due.delete(id);
        const note = this.#session.note(id);
        if (note !== undefined && (await this.#hasLostItsCode(note))) lost.add(id);
        else lost.delete(id);
      }
      if (lost.size === this.#lost.size && [...lost].every((id) => this.#lost.has(id))) return;
      this.#lost = lost;
      this.#changes.emit();
    } finally {
      this.#looking = false;
    }
  }

  async #hasLostItsCode(note: Note): Promise<boolean> {
    if (note.anchors.length === 0 || isClosed(noteStatus(note, this.#session.today()))) return false;
    return (await this.#session.places(note)).some(({ status }) => status === "orphaned");
  }
}
