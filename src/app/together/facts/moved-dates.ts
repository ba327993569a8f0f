import { plainLine } from "../../../base/plain-text.ts";
import { dayOf } from "../../../domain/dates.ts";
import type { Book } from "../../book.ts";
import { dayWords } from "../../date-words.ts";
import { daysWords } from "../../effort-words.ts";
import type { Fact, IsWithin, Reader } from "./fact.ts";

/** Every move of a date that was made in these days, with its cause. */
export function movedDates(book: Book, isWithin: IsWithin, { today, wording }: Reader): readonly Fact[] {
  const { translate } = wording;
  return [...book.of("milestone").values()].flatMap(({ id, fields, moves: made }) =>
    made
      .filter(({ at }) => isWithin(at))
      .map(({ at, from, to, because, notice }) => {
        const words = {
          from: dayWords(from, today, wording),
          to: dayWords(to, today, wording),
          days: daysWords(Math.abs(notice), wording),
          because: plainLine(because),
        };
        return {
          about: "moved" as const,
          of: "milestone" as const,
          record: id,
          title: plainLine(fields.title.value),
          sentence:
            notice > 0
              ? translate("Moved from {from} to {to}, said {days} before, because: {because}", words)
              : notice === 0
                ? translate("Moved from {from} to {to}, said on the day itself, because: {because}", words)
                : translate("Moved from {from} to {to}, said {days} after it, because: {because}", words),
          day: dayOf(at),
        };
      }),
  );
}
