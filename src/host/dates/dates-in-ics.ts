import { convertIcsCalendar, generateIcsCalendar } from "ts-ics";
import type { IcsCalendar } from "ts-ics";
import type { DateInFile } from "../../app/roadmap/import-plan.ts";
import { uidOf } from "../../app/roadmap/import-plan.ts";
import { plainLine, plainText } from "../../base/plain-text.ts";
import type { Day, Moment } from "../../domain/dates.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";

/** The dates of a calendar file (iCalendar, RFC 5545): the day each event begins on, as it was written. Undefined where it is no calendar. */
export function datesInIcs(text: string): readonly DateInFile[] | undefined {
  if (!/^\uFEFF?BEGIN:VCALENDAR\s/i.test(text)) return undefined;
  let calendar: IcsCalendar;
  try {
    calendar = convertIcsCalendar(undefined, text.replace(/^\uFEFF/, ""));
  } catch {
    // The library says only in words what it can't read.
    return undefined;
  }
  return (calendar.events ?? []).flatMap((event): DateInFile[] => {
    // What it gives is not checked by it: any property of an event may be missing.
    const { summary, uid, start, description } = event as Partial<typeof event>;
    const day = start === undefined ? undefined : dayOf(start.local?.date ?? start.date);
    const title = plainLine(summary ?? "").trim();
    if (title === "" || day === undefined) return [];
    return [{ title, day, uid: uid === "" ? undefined : uid, whyThisDate: description }];
  });
}

const dayOf = (date: Date): Day | undefined =>
  Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);

/** Dates as a calendar: an event of one whole day each, under the name it has in the calendar it came from. */
export function icsOfDates(milestones: readonly Milestone[], now: Moment): string {
  const events = milestones.map((milestone) => ({
    uid: uidOf(milestone),
    stamp: { date: new Date(now) },
    summary: plainLine(milestone.fields.title.value),
    start: { date: new Date(`${milestone.day}T00:00:00Z`), type: "DATE" as const },
    duration: { days: 1 },
    ...(milestone.fields.whyThisDate.value.trim() === ""
      ? {}
      : { description: plainText(milestone.fields.whyThisDate.value) }),
  }));
  return generateIcsCalendar({ version: "2.0", prodId: "-//Sightline//Roadmap//EN", events });
}
