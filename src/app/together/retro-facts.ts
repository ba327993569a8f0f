import { dayOf } from "../../domain/dates.ts";
import type { RetroPeriod } from "../../domain/retro/retro.ts";
import type { RetroFact } from "../../protocol/retro-state.ts";
import type { Book } from "../book.ts";
import { estimate } from "./facts/estimate.ts";
import type { Fact, IsWithin, Reader } from "./facts/fact.ts";
import { longWaits } from "./facts/long-waits.ts";
import { movedDates } from "./facts/moved-dates.ts";
import { datesOfNotes, surfacedLate } from "./facts/surfaced-late.ts";

/**
 * What the record knows of these days, each as a sentence: estimates against outcomes, what surfaced late, questions left waiting, dates moved.
 * Cases, never a figure, and no name of anybody: who asked, decided or estimated is no part of it.
 */
export function retroFacts(book: Book, period: RetroPeriod, reader: Reader): readonly RetroFact[] {
  const isWithin: IsWithin = (moment) => period.from <= dayOf(moment) && dayOf(moment) <= period.to;
  const notes = [...book.notes.values()];
  const dates = datesOfNotes(book.of("milestone"));
  const groups: readonly (readonly Fact[])[] = [
    notes.flatMap((note) => estimate(note, isWithin, reader)),
    notes.flatMap((note) => surfacedLate(note, dates, isWithin, reader)),
    longWaits(book, period, reader),
    movedDates(book, isWithin, reader),
  ];
  return groups.flatMap((facts) =>
    [...facts].sort(inTime).map(({ about, of, record, title, sentence }) => ({
      about,
      of,
      record,
      title,
      sentence,
    })),
  );
}

const inTime = (one: Fact, other: Fact): number =>
  one.day === other.day ? (one.record < other.record ? -1 : 1) : one.day < other.day ? -1 : 1;
