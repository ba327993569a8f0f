import { dayOf, daysBetween } from "../../../domain/dates.ts";
import type { Day } from "../../../domain/dates.ts";
import { isClosed, noteStatus } from "../../../domain/note-status.ts";
import type { Said } from "../../../domain/record.ts";
import type { RetroPeriod } from "../../../domain/retro/retro.ts";
import type { Book } from "../../book.ts";
import { briefTitle } from "../../briefs/brief-title.ts";
import { daysWords } from "../../effort-words.ts";
import { ofNote } from "./fact.ts";
import type { Fact, Reader } from "./fact.ts";

/** Days that a question may wait without anybody noticing. */
const LONG_WAIT_DAYS = 7;

/** Something that was asked: what is needed to see how long it waited. */
interface Asked extends Said {
  readonly replies: readonly (Said & { readonly kind: "answer" | "further" })[];
  readonly accepted?: Said | undefined;
}

/** Questions on notes and challenges of a why that waited long, in part or as a whole within these days. */
export function longWaits(book: Book, period: RetroPeriod, { today, wording }: Reader): readonly Fact[] {
  const { translate } = wording;
  const sentence = ({ days, isOver }: Wait): string => {
    const words = { days: daysWords(days, wording) };
    return isOver
      ? translate("A question waited {days} for its answer.", words)
      : translate("A question has waited {days} and has no answer yet.", words);
  };
  const ofNotes = [...book.notes.values()].flatMap((note) => {
    const isOpen = !isClosed(noteStatus(note, today));
    return note.questions
      .flatMap((question) => waitsOf(question, period, today))
      .filter(({ isOver }) => isOver || isOpen)
      .map((wait) => ofNote(note, "question", wait.since, [sentence(wait)]));
  });
  const ofBriefs = [...book.of("brief").values()].flatMap((brief) =>
    brief.challenges
      .flatMap((challenge) => waitsOf(challenge, period, today))
      .map((wait) => ({
        about: "question" as const,
        of: "brief" as const,
        record: brief.id,
        title: briefTitle(brief, book.of("milestone"), today, wording),
        sentence: sentence(wait),
        day: wait.since,
      })),
  );
  return [...ofNotes, ...ofBriefs];
}

interface Wait {
  readonly since: Day;
  readonly days: number;
  /** It was answered, or its asker was content without. */
  readonly isOver: boolean;
}

function waitsOf(asked: Asked, { from, to }: RetroPeriod, today: Day): readonly Wait[] {
  const found: Wait[] = [];
  let since: Day | undefined = dayOf(asked.at);
  const end = (day: Day, isOver: boolean) => {
    if (since === undefined) return;
    const days = daysBetween(since, day);
    if (days >= LONG_WAIT_DAYS && since <= to && from <= day) found.push({ since, days, isOver });
    since = undefined;
  };
  for (const { kind, at } of asked.replies) {
    if (kind === "answer") end(dayOf(at), true);
    else since ??= dayOf(at);
  }
  if (asked.accepted === undefined) end(today, false);
  else end(dayOf(asked.accepted.at), true);
  return found;
}
