import type { Disposable } from "../base/emitter.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import type { Scheduler } from "./ports.ts";

/** Lets a burst of changes on disk (a branch switch, a formatter) end before anything is looked for. */
const SETTLE_MS = 150;

/** Notes that are looked for at once, with one reading of the history; between two such handfuls others have their turn. */
const HANDFUL = 100;

/** Finds the code of many notes in the background, a handful at a time. */
export class CodeSurvey implements Disposable {
  readonly #find: (notes: readonly Note[]) => Promise<void>;
  readonly #note: (id: RecordId) => Note | undefined;
  readonly #scheduler: Scheduler;
  readonly #failed: (error: unknown) => void;
  readonly #due = new Set<RecordId>();
  #next: Disposable | undefined;
  #isLooking = false;
  #isOver = false;

  constructor(options: {
    readonly find: (notes: readonly Note[]) => Promise<void>;
    readonly note: (id: RecordId) => Note | undefined;
    readonly scheduler: Scheduler;
    readonly failed: (error: unknown) => void;
  }) {
    this.#find = options.find;
    this.#note = options.note;
    this.#scheduler = options.scheduler;
    this.#failed = options.failed;
  }

  look(notes: Iterable<RecordId>): void {
    for (const id of notes) this.#due.add(id);
    this.#soon(SETTLE_MS);
  }

  dispose(): void {
    this.#isOver = true;
    this.#next?.dispose();
    this.#due.clear();
  }

  #soon(milliseconds: number): void {
    if (this.#isLooking || this.#isOver || this.#due.size === 0) return;
    this.#next?.dispose();
    this.#next = this.#scheduler.after(milliseconds, () => {
      this.#isLooking = true;
      this.#lookAtSome()
        .catch(this.#failed)
        .finally(() => {
          this.#isLooking = false;
          this.#soon(0);
        });
    });
  }

  async #lookAtSome(): Promise<void> {
    const ids = [...this.#due].slice(0, HANDFUL);
    for (const id of ids) this.#due.delete(id);
    await this.#find(ids.flatMap((id) => this.#note(id) ?? []));
  }
}
