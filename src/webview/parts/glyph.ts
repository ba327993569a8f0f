import { html, svg } from "lit";
import type { SVGTemplateResult, TemplateResult } from "lit";
import type { NoteStatus } from "../../domain/note-status.ts";
import type { NowRow } from "../../protocol/panel-state.ts";

// Shapes of 16 px, drawn in the colour of the text around them. A glyph never says anything alone: a word stands beside it.

const drawn = (shape: SVGTemplateResult, name: string, size = 16): TemplateResult =>
  html`<svg
    class="glyph ${name}"
    width=${size}
    height=${size}
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;

const DIAMOND = "M8 1.75 L14.25 8 L8 14.25 L1.75 8 Z";
const TICK = "M5.4 8.1 L7.3 10 L10.6 6.2";

const statusShapes: Readonly<Record<NoteStatus, SVGTemplateResult>> = {
  onRecord: svg`<path class="stroke" d=${DIAMOND} />`,
  optionsReady: svg`<path class="stroke" d=${DIAMOND} /><path class="fill" d="M8 1.75 L8 14.25 L1.75 8 Z" />`,
  decided: svg`<path class="fill" d=${DIAMOND} /><path class="cut" d=${TICK} />`,
  done: svg`<path class="stroke wide" d="M2.5 8.5 L6.25 12.25 L13.5 4" />`,
  acceptedAsIs: svg`<path class="stroke" d=${DIAMOND} /><path class="stroke" d="M5 8 L11 8" />`,
  withdrawn: svg`<path class="stroke" d=${DIAMOND} /><path class="stroke" d="M5.8 5.8 L10.2 10.2 M10.2 5.8 L5.8 10.2" />`,
  putOff: svg`<path class="stroke" d=${DIAMOND} /><path class="stroke" d="M6.6 5.6 L6.6 10.4 M9.4 5.6 L9.4 10.4" />`,
};

/** The same shapes as at the line of code: hollow, half filled, filled with a tick. */
export const statusGlyph = (status: NoteStatus): TemplateResult =>
  drawn(statusShapes[status], `status-${status}`);

const rowShapes: Readonly<Record<NowRow["glyph"], SVGTemplateResult>> = {
  question: svg`<circle class="stroke" cx="8" cy="8" r="6.25" /><path class="stroke" d="M6 6.4 C6 4 10 4 10 6.4 C10 7.8 8 7.8 8 9.4" /><path class="stroke" d="M8 11.2 L8 11.6" />`,
  decision: svg`<path class="stroke" d="M8 14.5 L8 9 L3 3.5 M8 9 L13 3.5" /><path class="stroke" d="M3 6.5 L3 3.5 L6 3.5 M10 3.5 L13 3.5 L13 6.5" />`,
  atRisk: svg`<path class="fill" d="M8 2 L14.5 13.5 L1.5 13.5 Z" />`,
  late: svg`<rect class="fill" x="2.5" y="2.5" width="11" height="11" />`,
  broken: svg`<rect class="fill" x="2.5" y="2.5" width="11" height="11" />`,
  impact: svg`<rect class="stroke dashed" x="2" y="3.5" width="12" height="9" /><path class="stroke" d="M5 8 L11 8" />`,
  versions: svg`<rect class="stroke" x="1.75" y="4.75" width="8.5" height="9" /><path class="stroke" d="M5.75 4.5 L5.75 2.25 L14.25 2.25 L14.25 11.25 L10.5 11.25" />`,
  answer: svg`<path class="stroke" d="M2 3 L14 3 L14 11 L8 11 L4.5 14 L4.5 11 L2 11 Z" /><path class="stroke" d="M5 6 L11 6 M5 8.25 L9 8.25" />`,
  options: svg`<rect class="stroke" x="1.75" y="3" width="5" height="10" /><rect class="stroke" x="9.25" y="3" width="5" height="10" />`,
  silent: svg`<circle class="stroke" cx="8" cy="8" r="6.25" /><path class="stroke" d="M8 4.25 L8 8 L10.6 9.6" />`,
};

export const rowGlyph = (glyph: NowRow["glyph"]): TemplateResult => drawn(rowShapes[glyph], `row-${glyph}`);

export const lateGlyph = (): TemplateResult => drawn(rowShapes.late, "row-late", 12);
export const tickGlyph = (): TemplateResult =>
  drawn(svg`<path class="stroke wide" d="M2.5 8.5 L6.25 12.25 L13.5 4" />`, "tick");
export const pencilGlyph = (): TemplateResult =>
  drawn(svg`<path class="stroke" d="M2.5 13.5 L3.3 10.4 L11 2.7 L13.3 5 L5.6 12.7 Z" />`, "pencil-shape", 13);
export const searchGlyph = (): TemplateResult =>
  drawn(
    svg`<circle class="stroke" cx="6.75" cy="6.75" r="4.5" /><path class="stroke" d="M10 10 L14 14" />`,
    "search-shape",
  );
export const foldGlyph = (): TemplateResult =>
  drawn(svg`<path class="stroke" d="M6 4 L10 8 L6 12" />`, "fold-arrow");

export type SyncShape = "good" | "moving" | "waiting" | "off" | "stopped";

const syncShapes: Readonly<Record<SyncShape, SVGTemplateResult>> = {
  good: svg`<circle class="stroke" cx="8" cy="8" r="6.25" /><path class="stroke" d="M5 8.25 L7.1 10.4 L11 5.8" />`,
  moving: svg`<path class="stroke" d="M13.5 5.5 A6 6 0 0 0 2.6 6 M2.5 10.5 A6 6 0 0 0 13.4 10" /><path class="stroke" d="M13.75 2.5 L13.75 5.75 L10.5 5.75 M2.25 13.5 L2.25 10.25 L5.5 10.25" />`,
  waiting: svg`<path class="stroke" d="M8 11 L8 2.5 M4.5 6 L8 2.5 L11.5 6 M3 13.5 L13 13.5" />`,
  off: svg`<circle class="stroke" cx="8" cy="8" r="6.25" /><path class="stroke" d="M3.6 12.4 L12.4 3.6" />`,
  stopped: svg`<rect class="stroke" x="2.5" y="2.5" width="11" height="11" /><path class="stroke" d="M8 4.8 L8 8.8 M8 10.8 L8 11.2" />`,
};

export const syncGlyph = (shape: SyncShape): TemplateResult => drawn(syncShapes[shape], "sync-shape");
