import type { Disposable } from "../base/emitter.ts";
import type { Log, Scheduler } from "./ports.ts";
import type { Syncing } from "./syncing.ts";

/** How long after a change the next sync starts, in milliseconds: an action or two later belong to the same push. */
const SETTLE_MILLISECONDS = 2_000;

/** Syncs on start, after changes, and at an interval, as long as nothing fails: what is allowed when, {@link Syncing} knows. */
export class BackgroundSync implements Disposable {
  readonly #syncing: Syncing;
  readonly #scheduler: Scheduler;
  readonly #log: Log;
  readonly #everyMilliseconds: number;
  #next: Disposable | undefined;
  #afterChange: Disposable | undefined;
  #isDisposed = false;

  /** `everyMilliseconds`: 0 for no interval. */
  constructor(syncing: Syncing, scheduler: Scheduler, log: Log, everyMilliseconds: number) {
    this.#syncing = syncing;
    this.#scheduler = scheduler;
    this.#log = log;
    this.#everyMilliseconds = everyMilliseconds;
    this.#next = scheduler.after(0, () => void this.#sync());
  }

  /** Something was saved here. */
  changed(): void {
    if (this.#isDisposed) return;
    this.#afterChange ??= this.#scheduler.after(SETTLE_MILLISECONDS, () => {
      this.#afterChange = undefined;
      void this.#sync();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#next?.dispose();
    this.#afterChange?.dispose();
  }

  async #sync(): Promise<void> {
    try {
      await this.#syncing.sync({ byHand: false });
    } catch (error) {
      this.#log.warn("a sync in the background failed", error);
    }
    if (this.#isDisposed || this.#everyMilliseconds <= 0) return;
    this.#next?.dispose();
    this.#next = this.#scheduler.after(this.#everyMilliseconds, () => void this.#sync());
  }
}
