import type { Clock } from "../app/ports.ts";

const two = (number: number): string => String(number).padStart(2, "0");

const dayIn = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** RFC 3339 with the offset of this machine's zone: "2026-11-22T23:12:04+01:00". */
function momentOf(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const away = Math.abs(minutes);
  const zone = `${minutes < 0 ? "-" : "+"}${two(Math.floor(away / 60))}:${two(away % 60)}`;
  return `${dayIn(date)}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}${zone}`;
}

/** This machine's clock and zone. */
export const clock: Clock = { now: () => momentOf(new Date()), today: () => dayIn(new Date()) };
