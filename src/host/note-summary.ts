import { dayWords } from "../app/date-words.ts";
import type { Wording } from "../app/wording.ts";
import { plainLine } from "../base/plain-text.ts";
import type { Day } from "../domain/dates.ts";
import { noteBadges, noteStatus, standingDecisions } from "../domain/note-status.ts";
import type { Note } from "../domain/note.ts";
import { badgeLabel, kindLabel, statusLabel } from "../protocol/labels.ts";

/** What a note says in a few lines, as plain text: in the hover, a tooltip, the first comment. */
export interface NoteSummary {
  readonly title: string;
  readonly impact: string;
  /** Kind, status and badges: "Bottleneck · Options ready · Open question". */
  readonly standing: string;
  readonly neededBy: string | undefined;
  /** "Decided: B, because …", one for each decision that stands. */
  readonly decided: readonly string[];
}

export function summarize(note: Note, today: Day, wording: Wording): NoteSummary {
  const { translate } = wording;
  const { title, impact, kind } = note.fields;
  return {
    title: plainLine(title.value),
    impact: plainLine(impact.value) || translate("Effect on users: not known yet. Can you help find out?"),
    standing: [
      kindLabel(kind.value, translate),
      statusLabel(noteStatus(note, today), translate),
      ...noteBadges(note).map((badge) => badgeLabel(badge, translate)),
    ].join(" · "),
    neededBy: neededBy(note, today, wording),
    decided: standingDecisions(note).map(({ option, because }) =>
      translate("Decided: {letter}, because {because}", {
        letter: note.options.find(({ id }) => id === option)?.letter ?? "?",
        because: plainLine(because),
      }),
    ),
  };
}

function neededBy(note: Note, today: Day, wording: Wording): string | undefined {
  const needed = note.fields.neededBy.value;
  if (needed === null) return undefined;
  const day = dayWords(needed.day, today, wording);
  const why = plainLine(needed.why ?? "");
  return why === ""
    ? wording.translate("Needed by {day}", { day })
    : wording.translate("Needed by {day}: {why}", { day, why });
}
