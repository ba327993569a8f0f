import type { Change, Session } from "../../app/session.ts";
import { Emitter } from "../../base/emitter.ts";
import type { Disposable } from "../../base/emitter.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isClosed, noteStatus } from "../../domain/note-status.ts";
import type { PlaceState } from "../../protocol/panel-state.ts";

/** Open notes whose code a person should look at. */
export interface DriftedNotes {
  readonly lost: ReadonlySet<RecordId>;
  readonly changed: ReadonlySet<RecordId>;
}

/**
 * Which open notes have lost their code, or have it much changed. Looked for in the background, a file at a time, once somebody wants to know: the answer needs every
 * file that has a note.
 */
export class LostNotes implements Disposable {
  readonly #session: Session;
  readonly #failed: (error: unknown) => void;
  readonly #changes: Emitter<undefined>;
  readonly #listening: Disposable;
  readonly #due = new Set<string>();
  readonly #driftedIn = new Map<string, DriftedNotes>();
  #isLooking = false;
  #isWanted = false;

  constructor(session: Session, failed: (error: unknown) => void) {
    this.#session = session;
    this.#failed = failed;
    this.#changes = new Emitter(failed);
    this.#listening = session.onDidChange((change) => this.#changed(change));
  }

  /** Those that are known by now; the first question starts the search. */
  known(): DriftedNotes {
    if (!this.#isWanted) {
      this.#isWanted = true;
      this.#changed({ records: "all" });
    }
    const all = [...this.#driftedIn.values()];
    return {
      lost: new Set(all.flatMap(({ lost }) => [...lost])),
      changed: new Set(all.flatMap(({ changed }) => [...changed])),
    };
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
    for (const [path, { lost, changed }] of this.#driftedIn)
      if (records === "all" || ids.some((id) => lost.has(id) || changed.has(id))) this.#due.add(path);
    if (!this.#isLooking) this.#look().catch(this.#failed);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    try {
      let isOther = false;
      for (const path of this.#due) {
        this.#due.delete(path);
        const now = await this.#driftedInFile(path);
        const before = this.#driftedIn.get(path) ?? { lost: new Set(), changed: new Set() };
        isOther ||= !isSame(now.lost, before.lost) || !isSame(now.changed, before.changed);
        if (now.lost.size + now.changed.size === 0) this.#driftedIn.delete(path);
        else this.#driftedIn.set(path, now);
      }
      if (isOther) this.#changes.emit(undefined);
    } finally {
      this.#isLooking = false;
    }
  }

  async #driftedInFile(path: string): Promise<DriftedNotes> {
    const today = this.#session.today();
    const places = await this.#session.placesIn(path);
    const open = places.filter(({ note }) => !isClosed(noteStatus(note, today)));
    const having = (wanted: PlaceState["status"]) =>
      new Set(open.flatMap(({ note, place }) => (place.status === wanted ? note.id : [])));
    return { lost: having("orphaned"), changed: having("changed") };
  }
}

const isSame = (one: ReadonlySet<RecordId>, other: ReadonlySet<RecordId>): boolean =>
  one.size === other.size && [...one].every((id) => other.has(id));
