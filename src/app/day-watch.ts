import type { Disposable } from "../base/emitter.ts";
import type { Day } from "../domain/dates.ts";
import type { Clock, Scheduler } from "./ports.ts";

/** How often the day is looked at, in milliseconds: a machine that slept over midnight is right again within minutes. */
const LOOK_MILLISECONDS = 10 * 60_000;

/** Tells when it is another day: what is due changes without anybody saying anything. */
export function watchDay(clock: Clock, scheduler: Scheduler, changed: () => void): Disposable {
  let day: Day = clock.today();
  let next: Disposable | undefined;
  const look = () => {
    next = scheduler.after(LOOK_MILLISECONDS, look);
    const today = clock.today();
    if (today === day) return;
    day = today;
    changed();
  };
  next = scheduler.after(LOOK_MILLISECONDS, look);
  return { dispose: () => next?.dispose() };
}
