import type { Cancel } from "./cancel.ts";

/** Ends a piece of work that was handed it as its {@link Cancel}. */
export class Stop implements Cancel {
  readonly #listeners = new Set<() => void>();
  #isAborted = false;

  get aborted(): boolean {
    return this.#isAborted;
  }

  stop(): void {
    if (this.#isAborted) return;
    this.#isAborted = true;
    for (const listener of [...this.#listeners]) listener();
  }

  throwIfAborted(): void {
    if (this.#isAborted) throw new Error("stopped");
  }

  addEventListener(_type: "abort", listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: "abort", listener: () => void): void {
    this.#listeners.delete(listener);
  }
}
