import type { Scheduler } from "../app/ports.ts";

export const timerScheduler: Scheduler = {
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return { dispose: () => clearTimeout(timer) };
  },
};
