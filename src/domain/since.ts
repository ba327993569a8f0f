import type { Moment } from "./dates.ts";
import { inZone, offsetOf } from "./zone.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const spans: readonly (readonly [RegExp, number])[] = [
  [/^(m|min|mins|mn|minutes?)$/, 1],
  [/^(h|hrs?|hours?|heures?)$/, 60],
  [/^(d|days?|j|jours?)$/, 24 * 60],
];

const numbers: Readonly<Record<string, number>> = { an: 1, a: 1, une: 1, un: 1, half: 0.5 };

/**
 * When something began, as people say it, in the zone of `now`: "now", "20 min ago", "il y a 20 min", "1h30", "22:50", "22h50", "10:50 pm",
 * "yesterday 22:50", "hier à 22h50", "2026-11-22 22:50". A time of day that is still to come today was yesterday's. Undefined where it can't
 * be read; what lies after `now` can't either.
 */
export function parseSince(text: string, now: Moment): Moment | undefined {
  const words = text.trim().toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ");
  if (/^(now|just now|maintenant|à l'instant)?$/.test(words)) return now;
  const ago = minutesAgo(words);
  if (ago !== undefined) return at(Date.parse(now) - ago * MINUTE_MS, now);
  const said = /^(?:(\d{4}-\d{2}-\d{2})[ t]|(yesterday|hier|today|aujourd'hui) )?(?:at |à )?(.+)$/u.exec(
    words,
  );
  const clock = timeOfDay(said?.[3] ?? "");
  if (clock === undefined) return undefined;
  const [, date, day] = said ?? [];
  const midnight = Date.parse(`${date ?? now.slice(0, 10)}T00:00:00Z`) - offsetOf(now) * MINUTE_MS;
  if (Number.isNaN(midnight)) return undefined;
  const meant = midnight + clock * MINUTE_MS - (day === "yesterday" || day === "hier" ? DAY_MS : 0);
  const latest = Date.parse(now);
  if (meant <= latest) return at(meant, now);
  return date === undefined && day === undefined ? at(meant - DAY_MS, now) : undefined;
}

const at = (milliseconds: number, now: Moment): Moment =>
  inZone(new Date(milliseconds).toISOString(), offsetOf(now));

function minutesAgo(words: string): number | undefined {
  const told = /^(?:il y a |depuis )(.+)$/.exec(words)?.[1] ?? /^(?:for |since )?(.+) ago$/.exec(words)?.[1];
  const span = told ?? words;
  const mixed = /^(\d{1,3}) ?h(?:ours?|eures?)?(?: (?:and|et))? ?(\d{1,2}) ?(?:m|min|mins|mn|minutes?)$/.exec(
    span,
  );
  if (mixed !== null) return Number(mixed[1]) * 60 + Number(mixed[2]);
  // "1h30" is a span after "ago"; alone it is a time of day.
  const short = told === undefined ? null : /^(\d{1,3})h(\d{2})$/.exec(span);
  if (short !== null) return Number(short[1]) * 60 + Number(short[2]);
  const one = /^(\d{1,4}(?:[.,]\d)?|an?|une?|half an) ?(\p{L}+)\.?$/u.exec(span);
  const minutes = spans.find(([unit]) => unit.test(one?.[2] ?? ""))?.[1];
  if (one === null || minutes === undefined) return undefined;
  // "22h" alone is a time of day.
  if (told === undefined && /^\d{1,2} ?h$/.test(span)) return undefined;
  const amount = one[1] ?? "";
  return (numbers[amount.split(" ")[0] ?? ""] ?? Number(amount.replace(",", "."))) * minutes;
}

/** Minutes since midnight. */
function timeOfDay(words: string): number | undefined {
  const said = /^(\d{1,2})(?: ?[:h.] ?(\d{2})?| (?=[ap]))? ?(am|pm|a\.m\.|p\.m\.)?$/.exec(words);
  if (said === null) return undefined;
  const [, hour = "", minute, half] = said;
  if (minute === undefined && half === undefined && !/h/.test(words)) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.startsWith("p") ? 12 : 0);
  const minutes = Number(minute ?? 0);
  const isReal =
    hours < 24 && minutes < 60 && (half === undefined || (Number(hour) >= 1 && Number(hour) <= 12));
  return isReal ? hours * 60 + minutes : undefined;
}
