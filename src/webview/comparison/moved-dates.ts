import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { OptionValues } from "../../domain/note-fields.ts";
import type { OptionState } from "../../protocol/panel-state.ts";
import { boxText, textLine } from "../parts/boxes.ts";
import { chooser } from "../parts/controls.ts";
import { isolated } from "../parts/said.ts";
import { movedWords } from "../roadmap/span-words.ts";
import type { NoteView } from "../view.ts";
import { boxKey } from "./columns.ts";
import type { WrittenColumn } from "./columns.ts";

/** Dates that an option can be written to move; what another tool recorded beyond them is kept. */
const MOST_DATES = 3;
const NO_DATE = "";

/** "Returns chatbot: moved 2 weeks", one for each date of the roadmap that an option moves. */
export function movedDatesWords(view: NoteView, { moves }: OptionState): readonly string[] {
  const { translate, state } = view;
  return moves.map(({ milestone, days }) => {
    const known = state.milestones.find(({ id }) => id === milestone)?.title;
    const first = known === undefined ? translate("A date that is not here") : isolated(known);
    return translate("{first}: {rest}", {
      first,
      rest: days === 0 ? translate("not moved") : movedWords(view, days),
    });
  });
}

const keys = (column: WrittenColumn, index: number) => ({
  date: boxKey(column, `moves.${index}.date`),
  days: boxKey(column, `moves.${index}.days`),
});

const before = (column: WrittenColumn): OptionState["moves"] =>
  column.kind === "edit" ? column.option.moves : [];

/** A date to choose and its days, as many as there are and one to begin with. */
export function movedDatesBoxes(view: NoteView, column: WrittenColumn): TemplateResult {
  const { note, translate, act, values, state } = view;
  const dates = state.milestones.filter(({ repository }) => repository === note.repository);
  const there = before(column);
  const begun = Array.from({ length: MOST_DATES }, (_, index) => index).filter(
    (index) => boxText(view, note.id, keys(column, index).date) !== NO_DATE,
  ).length;
  const count = Math.min(MOST_DATES, Math.max(there.length, begun) + 1);
  return html`${Array.from({ length: count }, (_, index) => {
    const key = keys(column, index);
    const numbered = { letter: column.letter, number: index + 1 };
    const date = boxText(view, note.id, key.date, there[index]?.milestone ?? NO_DATE);
    return html`<div class="moved-date">
      ${chooser({
        label: translate("Option {letter}, date {number}", numbered),
        hideLabel: true,
        value: date,
        choices: [
          { value: NO_DATE, label: translate("Moves no date") },
          ...dates.map(({ id, title, day }) => ({
            value: id,
            label: translate("{title}, {day}", { title, day: values.shortDay(day) }),
          })),
        ],
        choose: (value) => act({ type: "type", note: note.id, key: key.date, text: value }),
        focus: key.date,
      })}
      ${
        date === NO_DATE
          ? nothing
          : textLine(view, {
              note: note.id,
              key: key.days,
              label: translate("Option {letter}, date {number}: days later", numbered),
              base: String(there[index]?.days ?? ""),
              hint: translate("days later"),
              hideLabel: true,
            })
      }
    </div>`;
  })}`;
}

/** What stands in the boxes, where it is other than what was recorded. Days that can't be read are 0: the date is touched, nobody says how far. */
export function writtenMoves(view: NoteView, column: WrittenColumn): OptionValues {
  const { note, state } = view;
  const there = before(column);
  const isTouched = state.typed.keys(note.id).some((key) => key.startsWith(boxKey(column, "moves.")));
  if (!isTouched) return {};
  const length = Math.max(there.length, MOST_DATES);
  const moves = Array.from({ length }, (_, index) => {
    const key = keys(column, index);
    const milestone = boxText(view, note.id, key.date, there[index]?.milestone ?? NO_DATE);
    const days = Number(boxText(view, note.id, key.days, String(there[index]?.days ?? "")).trim());
    return { milestone, days: Number.isInteger(days) && Math.abs(days) <= 3_660 ? days : 0 };
  }).filter(({ milestone }) => milestone !== NO_DATE);
  return JSON.stringify(moves) === JSON.stringify(there) ? {} : { moves };
}
