import type { Clock, Scheduler } from "../../src/app/ports.ts";
import type { Disposable } from "../../src/base/emitter.ts";

interface Planned {
  readonly due: number;
  readonly order: number;
  readonly task: () => void;
}

/** Lets everything that is ready to run do so: promises, and what they start. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A clock and a scheduler that only move when a test says so. The zone is one hour east of Greenwich. */
export class FakeTime implements Clock, Scheduler {
  #now: number;
  #order = 0;
  readonly #planned = new Set<Planned>();

  constructor(start = "2026-11-22T10:00:00.000+01:00") {
    this.#now = Date.parse(start);
  }

  now(): string {
    return `${new Date(this.#now + 3_600_000).toISOString().slice(0, -1)}+01:00`;
  }

  today(): string {
    return this.now().slice(0, 10);
  }

  after(milliseconds: number, task: () => void): Disposable {
    const planned = { due: this.#now + Math.max(0, milliseconds), order: (this.#order += 1), task };
    this.#planned.add(planned);
    return { dispose: () => void this.#planned.delete(planned) };
  }

  /** Lets time go by: what falls due runs at its time, in order, each to its end. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#planned.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.task();
      await settled();
    }
    this.#now = end;
    await settled();
  }

  /** Goes on to another day or time without running anything: a machine that slept. */
  jump(to: string): void {
    this.#now = Date.parse(to);
  }

  /** How many tasks wait. */
  get waiting(): number {
    return this.#planned.size;
  }

  #next(end: number): Planned | undefined {
    return [...this.#planned]
      .filter(({ due }) => due <= end)
      .sort((one, other) => one.due - other.due || one.order - other.order)[0];
  }
}
