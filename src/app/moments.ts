import type { Moment } from "../domain/dates.ts";

/** Milliseconds from `from` to `to`. */
export const millisecondsBetween = (from: Moment, to: Moment): number => Date.parse(to) - Date.parse(from);

/** The moment `milliseconds` after `moment`, in the same zone. */
export function laterBy(moment: Moment, milliseconds: number): Moment {
  const zone = /(?:Z|[+-]\d{2}:\d{2})$/.exec(moment)?.[0] ?? "Z";
  const offset = zone === "Z" ? 0 : offsetOf(zone);
  const local = new Date(Date.parse(moment) + milliseconds + offset).toISOString();
  return `${local.slice(0, -1)}${zone}`;
}

function offsetOf(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}
