/** Runs tasks one after the other, in the order they came. One that fails does not hold up the next. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve();

  run<Value>(task: () => Promise<Value>): Promise<Value> {
    const next = this.#last.then(task, task);
    this.#last = next;
    return next;
  }
}
