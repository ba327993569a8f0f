import type { Disposable } from "../../base/emitter.ts";

/** Milliseconds in which changes are gathered before a tree is drawn again. */
const GATHER_MS = 50;

/** Runs `task` once after a burst of calls. */
export function later(task: () => void): Disposable & { soon(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        task();
      }, GATHER_MS);
    },
    dispose: () => clearTimeout(timer),
  };
}
