import { html, nothing, svg } from "lit";
import type { TemplateResult } from "lit";
import { daysBetween } from "../../domain/dates.ts";
import { repeat } from "lit/directives/repeat.js";
import type { MilestoneRow } from "../../protocol/roadmap-state.ts";
import { agreementLabel } from "../../protocol/labels.ts";
import { isolated } from "../parts/said.ts";
import type { View } from "../view.ts";
import { datePicture, hatch, isQuarter, monthLines } from "./date-picture.ts";
import { dateSentence } from "./date-sentence.ts";
import { openDate, openThreats } from "./open-date.ts";
import { movedWords } from "./span-words.ts";
import { timeAxis } from "./time-axis.ts";
import type { TimeAxis } from "./time-axis.ts";

/** The columns beside the picture and the page's padding, in CSS pixels; the style sheet has the same. */
const LEFT = 200;
const RIGHT = 120;
const PAGE_PADDING = { narrow: 8, medium: 16, wide: 24 } as const;
const SCROLLBAR = 16;
const AXIS_HEIGHT = 40;

/** The dates over the months: one row each, which is read out as one sentence and opens the date. */
export function roadmapPicture(view: View, rows: readonly MilestoneRow[]): TemplateResult {
  const { translate, state, breadth } = view;
  const today = state.frame?.today ?? "";
  const room = state.width - 2 * PAGE_PADDING[breadth] - SCROLLBAR - LEFT - RIGHT;
  const axis = timeAxis(rows, today, Math.max(240, room));
  return html`${hatch()}
    <div class="date-scroller" data-sideways>
      <ul class="plain dates" aria-label=${translate("Dates")}>
        <li class="date-axis" aria-hidden="true">
          <span class="date-title"></span>${axisPicture(view, axis)}<span class="date-agreement meta"
            >${translate("Engineering")}</span
          >
        </li>
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => dateLine(view, row, axis, today),
        )}
      </ul>
    </div>`;
}

function dateLine(view: View, row: MilestoneRow, axis: TimeAxis, today: string): TemplateResult {
  const { translate, values } = view;
  const open = () => openDate(view, row.id);
  return html`<li>
    <a
      href="#"
      class="date-line"
      data-focus=${`milestone.${row.id}`}
      @click=${(event: Event) => {
        event.preventDefault();
        event.stopPropagation();
        open();
      }}
    >
      <span class="unseen">${dateSentence(view, row)}</span>
      <span class="date-title" aria-hidden="true">
        <span class="row-title" dir="auto">${row.title}</span>
        <span class="meta"
          >${values.shortDay(row.day)}${
            row.promisedTo === ""
              ? nothing
              : html` · ${translate("promised to {whom}", { whom: isolated(row.promisedTo) })}`
          }</span
        >
      </span>
      ${datePicture(view, row, axis, today, (notes) => openThreats(view, row.id, notes))}
      <span class="date-agreement" aria-hidden="true">${agreementWords(view, row)}</span>
      ${allCauses(view, row)}
    </a>
  </li>`;
}

const agreementWords = ({ translate }: View, { agreement, standing }: MilestoneRow): string =>
  standing.length > 1 ? translate("Two dates") : agreementLabel(agreement, translate);

/** Every move with its cause in full, over the row below while this one has the focus or the pointer. */
function allCauses(view: View, { moves }: MilestoneRow): TemplateResult | typeof nothing {
  if (moves.length === 0) return nothing;
  const { translate, values } = view;
  return html`<span class="date-causes" aria-hidden="true"
    >${moves.map(
      ({ from, to, because }) =>
        html`<span class="said-line" dir="auto"
          >${values.shortDay(from)} → ${values.shortDay(to)},
          ${translate("{first}: {rest}", { first: movedWords(view, daysBetween(from, to)), rest: because })}</span
        >`,
    )}</span
  >`;
}

/** Months with their quarters above, and today with its word. */
function axisPicture(view: View, axis: TimeAxis): TemplateResult {
  const { state, translate, values } = view;
  const today = state.frame?.today ?? "";
  const now = axis.x(today);
  const nextQuarter = axis.months.find(({ day }, index) => index > 0 && isQuarter(day))?.x ?? axis.width;
  return html`<svg width=${axis.width} height=${AXIS_HEIGHT} focusable="false">
    ${monthLines(axis, today, AXIS_HEIGHT)}
    ${axis.months.map(
      ({ day, x }, index) => svg`
        ${
          (isQuarter(day) || index === 0) && Math.abs(now - x) > 72 && !(index === 0 && nextQuarter - x < 60)
            ? svg`<text class="quarter-word" x=${x + 4} y="13">${quarterWords(view, day)}</text>`
            : nothing
        }
        <text class="month-word" x=${x + 4} y="32">${values.month(day)}</text>`,
    )}
    <rect class="today-back" x=${now - 1} y="0" width=${translate("Today").length * 7 + 8} height="17" />
    <text class="today-word" x=${now + 4} y="13">${translate("Today")}</text>
  </svg>`;
}

const quarterWords = ({ translate }: View, day: string): string =>
  translate("Q{quarter} {year}", {
    quarter: String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1),
    year: day.slice(0, 4),
  });
