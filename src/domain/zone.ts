import type { Moment } from "./dates.ts";

/** The zone a moment was written in: minutes ahead of UTC. */
export function offsetOf(moment: Moment): number {
  const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d{2}):(\d{2})$/.exec(moment) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The same moment as a clock shows it that is `offset` minutes ahead of UTC, to the second. */
export function inZone(moment: Moment, offset: number): Moment {
  const shown = new Date(Date.parse(moment) + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const two = (value: number) => String(Math.trunc(value)).padStart(2, "0");
  return `${shown}${offset < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

/** How the zone of a moment is written beside its time: "UTC", "UTC+1", "UTC−3:30". */
export function zoneName(moment: Moment): string {
  const offset = offsetOf(moment);
  if (offset === 0) return "UTC";
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `UTC${offset < 0 ? "−" : "+"}${Math.trunc(size / 60)}${minutes}`;
}

/** Hours and minutes on the clock of whoever wrote the moment: "23:12". */
export const clockOf = (moment: Moment): string => moment.slice(11, 16);
