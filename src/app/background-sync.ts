import type { Disposable } from "../base/emitter.ts";
import type { Log, Scheduler } from "./ports.ts";
import type { Syncing } from "./syncing.ts";

/** How long after a change the next sync starts, in milliseconds: an action or two later belong to the same push. */
const SETTLE_MILLISECONDS = 2_000;

/** How often others' changes are looked for while an incident is running, in milliseconds. */
export const URGENT_MILLISECONDS = 30_000;

/** Syncs on start, after changes, and at an interval, as long as nothing fails: what is allowed when, {@link Syncing} knows. */
export class BackgroundSync implements Disposable {
  readonly #syncing: Syncing;
  readonly #scheduler: Scheduler;
  readonly #log: Log;
  readonly #everyMilliseconds: number;
  readonly #isUrgent: () => boolean;
  #next: Disposable | undefined;
  #afterChange: Disposable | undefined;
  #running = 0;
  #isFollowed = false;
  #isDisposed = false;

  /**
   * `everyMilliseconds`: 0 for no interval. `isUrgent`: an incident is running, so each change goes out at once and others' are looked for
   * every {@link URGENT_MILLISECONDS}, also while there is no network; what asks for a key or a password still stops at its first failure.
   */
  constructor(
    syncing: Syncing,
    scheduler: Scheduler,
    log: Log,
    everyMilliseconds: number,
    isUrgent: () => boolean,
  ) {
    this.#syncing = syncing;
    this.#scheduler = scheduler;
    this.#log = log;
    this.#everyMilliseconds = everyMilliseconds;
    this.#isUrgent = isUrgent;
    this.#next = scheduler.after(0, () => void this.#sync());
  }

  /** Something was saved here. */
  changed(): void {
    if (this.#isDisposed) return;
    const isUrgent = this.#isUrgent();
    if (isUrgent) this.#afterChange?.dispose();
    else if (this.#afterChange !== undefined) return;
    this.#afterChange = this.#scheduler.after(isUrgent ? 0 : SETTLE_MILLISECONDS, () => {
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
    const isUrgent = this.#isUrgent();
    // One that is under way may have read before what is new now: it is hurried, and followed by another.
    this.#isFollowed ||= this.#running > 0 && isUrgent;
    this.#running += 1;
    try {
      await this.#syncing.sync({ byHand: false, urgent: isUrgent });
    } catch (error) {
      this.#log.warn("a sync in the background failed", error);
    }
    this.#running -= 1;
    if (this.#isDisposed || this.#running > 0) return;
    if (this.#isFollowed) {
      this.#isFollowed = false;
      await this.#sync();
      return;
    }
    this.#next?.dispose();
    const every = this.#isUrgent()
      ? Math.min(URGENT_MILLISECONDS, this.#everyMilliseconds || Infinity)
      : this.#everyMilliseconds;
    if (every > 0) this.#next = this.#scheduler.after(every, () => void this.#sync());
  }
}
