import type { Change, Session } from "../../app/session.ts";
import { Emitter } from "../../base/emitter.ts";
import type { Disposable } from "../../base/emitter.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isClosed, noteStatus } from "../../domain/note-status.ts";

/**
 * Which open notes have lost their code. Looked for in the background, a file at a time, once somebody wants to know: the answer needs every
 * file that has a note.
 */
export class LostNotes implements Disposable {
  readonly #session: Session;
  readonly #failed: (error: unknown) => void;
  readonly #changes: Emitter<undefined>;
  readonly #listening: Disposable;
  readonly #due = new Set<string>();
  readonly #lostIn = new Map<string, ReadonlySet<RecordId>>();
  #isLooking = false;
  #isWanted = false;

  constructor(session: Session, failed: (error: unknown) => void) {
    this.#session = session;
    this.#failed = failed;
    this.#changes = new Emitter(failed);
    this.#listening = session.onDidChange((change) => this.#changed(change));
  }

  /** Those that are known by now; the first question starts the search. */
  known(): ReadonlySet<RecordId> {
    if (!this.#isWanted) {
      this.#isWanted = true;
      this.#changed({ records: "all" });
    }
    return new Set([...this.#lostIn.values()].flatMap((notes) => [...notes]));
  }

  onDidChange(listener: () => void): Disposable {
    return this.#changes.on(listener);
  }

  dispose(): void {
    this.#isWanted = false;
    this.#due.clear();
    this.#listening.dispose();
  }

  #changed({ records }: Change): void {
    if (!this.#isWanted) return;
    const ids = records === "all" ? [...this.#session.notes().keys()] : [...records];
    for (const id of ids)
      for (const { anchor } of this.#session.note(id)?.anchors ?? []) this.#due.add(anchor.path);
    // A note that was moved or closed is lost no longer where it was.
    for (const [path, lost] of this.#lostIn)
      if (records === "all" || ids.some((id) => lost.has(id))) this.#due.add(path);
    if (!this.#isLooking) this.#look().catch(this.#failed);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    try {
      let isOther = false;
      for (const path of this.#due) {
        this.#due.delete(path);
        const lost = await this.#lostInFile(path);
        const before = this.#lostIn.get(path) ?? new Set();
        isOther ||= lost.size !== before.size || [...lost].some((id) => !before.has(id));
        if (lost.size === 0) this.#lostIn.delete(path);
        else this.#lostIn.set(path, lost);
      }
      if (isOther) this.#changes.emit(undefined);
    } finally {
      this.#isLooking = false;
    }
  }

  async #lostInFile(path: string): Promise<ReadonlySet<RecordId>> {
    const today = this.#session.today();
    const places = await this.#session.placesIn(path);
    return new Set(
      places.flatMap(({ note, place }) =>
        place.status === "orphaned" && !isClosed(noteStatus(note, today)) ? note.id : [],
      ),
    );
  }
}
