import type { Clock } from "../app/ports.ts";

const two = (number: number) => String(Math.trunc(Math.abs(number))).padStart(2, "0");

/** This machine's clock and zone. */
export const systemClock: Clock = {
  now: () => momentOf(new Date()),
  today: () => dayOf(new Date()),
};

const dayOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** RFC 3339 in the local zone, to the second: `2026-11-22T23:12:04+01:00`. */
function momentOf(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":");
  const zone = `${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
  return `${dayOf(date)}T${time}${zone}`;
}
