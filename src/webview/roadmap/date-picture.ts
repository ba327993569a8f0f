import { html, nothing, svg } from "lit";
import type { SVGTemplateResult, TemplateResult } from "lit";
import { daysBetween } from "../../domain/dates.ts";
import type { Day } from "../../domain/dates.ts";
import type { MilestoneRow } from "../../protocol/roadmap-state.ts";
import type { View } from "../view.ts";
import { missWords } from "./date-sentence.ts";
import { movedWords } from "./span-words.ts";
import type { TimeAxis } from "./time-axis.ts";

// What a row of the picture draws, in CSS pixels: words on top, the marks on one line under them.

/** As the style sheet has it. */
export const ROW_HEIGHT = 48;
const MARKS = 31;
const WORDS = 15;
/** Half of a 12 px mark. */
const HALF = 6;
/** A character of the small words is about this wide: what does not fit is cut off, and said in full on focus and hover. */
const CHARACTER = 7;

const diamond = (x: number, y = MARKS): string =>
  `M${x} ${y - HALF} L${x + HALF} ${y} L${x} ${y + HALF} L${x - HALF} ${y} Z`;
const triangle = (x: number, y: number): string => `M${x} ${y - 5.5} L${x + 6} ${y + 5} L${x - 6} ${y + 5} Z`;

/** Months and today as lines through the row. */
export const monthLines = ({ months, x }: TimeAxis, today: Day, height = ROW_HEIGHT): SVGTemplateResult =>
  svg`${months.map(
    (month) =>
      svg`<line class=${isQuarter(month.day) ? "quarter-line" : "month-line"} x1=${month.x} x2=${month.x} y1="0" y2=${height} />`,
  )}
  <line class="today-line" x1=${x(today)} x2=${x(today)} y1="0" y2=${height} />`;

export const isQuarter = (day: Day): boolean => (Number(day.slice(5, 7)) - 1) % 3 === 0;

/** One date: where it was, where it is, where the chosen options lead, and what threatens it. */
export function datePicture(
  view: View,
  row: MilestoneRow,
  axis: TimeAxis,
  today: Day,
  openThreats: (notes: readonly string[]) => void,
): TemplateResult {
  return html`<svg
    class="date-picture"
    width=${axis.width}
    height=${ROW_HEIGHT}
    aria-hidden="true"
    focusable="false"
  >
    ${monthLines(axis, today)} ${band(row, axis)} ${earlier(row, axis)}
    ${row.standing.filter((day) => day !== row.day).map((day) => svg`<path class="date-other" d=${diamond(axis.x(day))} />`)}
    <path class=${row.firmness === "fixed" ? "date-fixed" : "date-target"} d=${diamond(axis.x(row.day))} />
    ${row.threats.map((threat) => mark(threat, row, axis, openThreats))} ${words(view, row, axis)}
  </svg>`;
}

/** The hatched band of 12 px: from the earliest to the latest day on which what was decided is ready. */
function band({ way }: MilestoneRow, axis: TimeAxis): SVGTemplateResult | typeof nothing {
  if (way === null) return nothing;
  const from = axis.x(way.from);
  const width = Math.max(4, axis.x(way.to) - from);
  return svg`<rect class="way-band" x=${from} y=${MARKS - HALF} width=${width} height=${2 * HALF} fill="url(#way-hatch)" />`;
}

/** The pattern of the bands, once on the page. */
export const hatch = (): TemplateResult =>
  html`<svg class="hatch" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern
        id="way-hatch"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line class="hatch-line" x1="1" x2="1" y1="0" y2="5" />
      </pattern>
    </defs>
  </svg>`;

/** Earlier dates as small circles, joined by lines with an arrow to where the date went. */
function earlier({ moves }: MilestoneRow, axis: TimeAxis): SVGTemplateResult {
  return svg`${moves.map(({ from, to }, index) => {
    const [x, end] = [axis.x(from), axis.x(to)];
    const towards = end >= x ? 1 : -1;
    const last = index === moves.length - 1;
    const tip = end - towards * (last ? HALF + 1 : 4);
    const isDrawn = (tip - x) * towards > 4;
    return svg`
      ${
        isDrawn
          ? svg`<line class="move-line" x1=${x + towards * 3} x2=${tip} y1=${MARKS} y2=${MARKS} />
          <path class="move-arrow" d=${`M${tip - towards * 4} ${MARKS - 3} L${tip} ${MARKS} L${tip - towards * 4} ${MARKS + 3}`} />`
          : nothing
      }
      <circle class="date-before" cx=${x} cy=${MARKS} r="3" />`;
  })}`;
}

/** ▲ with a count, at the day the notes are needed by; where they name none, or another mark is there already, one line above. */
function mark(
  threat: MilestoneRow["threats"][number],
  row: MilestoneRow,
  axis: TimeAxis,
  openThreats: (notes: readonly string[]) => void,
): SVGTemplateResult {
  const x = axis.x(threat.day ?? row.day);
  const y = isAbove(threat, row, axis) ? WORDS - 4 : MARKS;
  const open = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    openThreats(threat.notes);
  };
  return svg`<g class="threat" @click=${open}>
    <rect class="threat-target" x=${x - 12} y=${y - 12} width="34" height="24" />
    <path class="threat-mark" d=${triangle(x, y)} />
    <text class="threat-count" x=${x + 9} y=${y + 4}>${threat.notes.length}</text>
  </g>`;
}

/** Whether the mark of a threat would lie on that of the date, or of an earlier one. */
function isAbove({ day }: MilestoneRow["threats"][number], row: MilestoneRow, axis: TimeAxis): boolean {
  if (day === null) return true;
  const x = axis.x(day);
  return [row.day, ...row.moves.map(({ from }) => from)].some((other) => {
    const beside = axis.x(other) - x;
    return beside > -3 * HALF && beside < 4 * HALF;
  });
}

/** The last move and its cause left of the date; right of it by how much it may be missed. */
function words(view: View, row: MilestoneRow, axis: TimeAxis): SVGTemplateResult {
  const x = axis.x(row.day);
  const last = row.moves.at(-1);
  const above = row.threats
    .filter((threat) => isAbove(threat, row, axis))
    .map(({ day }) => axis.x(day ?? row.day));
  const missed = row.way?.missedBy ?? 0;
  const isMarked = above.some((one) => Math.abs(one - x) < 3 * HALF);
  const marked = missed > 0 ? [...above, x] : above;
  const right = Math.max(x, row.way === null ? 0 : axis.x(row.way.to)) + HALF + 4;
  return svg`
    ${last === undefined ? nothing : cause(view, last, Math.min(x - 4, ...marked.map((one) => one - 12)))}
    ${
      missed === 0
        ? nothing
        : svg`${isMarked ? nothing : svg`<path class="threat-mark" d=${triangle(x, WORDS - 4)} />`}
          <text class="miss-words" x=${right} y=${MARKS + 4}>${missWords(view, missed)}</text>`
    }`;
}

function cause(
  view: View,
  { from, to, because }: MilestoneRow["moves"][number],
  end: number,
): SVGTemplateResult | typeof nothing {
  const { translate } = view;
  const moved = movedWords(view, daysBetween(from, to));
  const full = translate("{first}: {rest}", { first: moved, rest: because });
  const fits = Math.floor(end / CHARACTER);
  const shown = full.length <= fits ? full : fits < moved.length + 2 ? "" : `${full.slice(0, fits - 1)}…`;
  return shown === ""
    ? nothing
    : svg`<text class="cause" x=${end} y=${WORDS} text-anchor="end">${shown}</text>`;
}
