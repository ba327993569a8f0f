import type { Disposable } from "../../base/emitter.ts";
import { Stop } from "../../base/stop.ts";
import type { Cancel } from "../../base/cancel.ts";
import type { Scheduler } from "../ports.ts";

/** Lets a person type on before the history is read, in milliseconds. */
const SETTLE_MS = 400;

/**
 * Something that is counted from the history behind a page, which never waits for it: it gets what is known, and word when there is more. A question
 * other than the last one ends the counting for that.
 */
export class CountedLater<Answer> implements Disposable {
  readonly #parts: {
    readonly scheduler: Scheduler;
    readonly arrived: () => void;
    readonly failed: (error: unknown) => void;
  };
  #key: string | undefined;
  #answer: Answer | undefined;
  #next: Disposable | undefined;
  #running: Stop | undefined;
  #isOver = false;

  constructor(parts: {
    readonly scheduler: Scheduler;
    readonly arrived: () => void;
    readonly failed: (error: unknown) => void;
  }) {
    this.#parts = parts;
  }

  /** The answer to this question, or to the one before while this one is counted; undefined where there is none yet. */
  of(key: string, count: (signal: Cancel) => Promise<Answer>): Answer | undefined {
    if (key !== this.#key && !this.#isOver) {
      this.#end();
      this.#key = key;
      this.#next = this.#parts.scheduler.after(SETTLE_MS, () => void this.#count(count));
    }
    return this.#answer;
  }

  dispose(): void {
    this.#isOver = true;
    this.#end();
  }

  async #count(count: (signal: Cancel) => Promise<Answer>): Promise<void> {
    const stop = new Stop();
    this.#running = stop;
    try {
      const answer = await count(stop);
      if (stop.aborted) return;
      this.#answer = answer;
      this.#parts.arrived();
    } catch (error) {
      if (!stop.aborted) this.#parts.failed(error);
    }
  }

  #end(): void {
    this.#next?.dispose();
    this.#running?.stop();
    this.#running = undefined;
  }
}
