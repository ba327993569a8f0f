import { html, nothing, svg } from "lit";
import type { TemplateResult } from "lit";
import type { Effort } from "../../domain/effort.ts";
import { markOn } from "./effort-scale.ts";
import type { EffortScale } from "./effort-scale.ts";

// Drawn with geometry attributes alone: the page's security policy forbids style attributes. Places along the axis are in percent, so that
// the picture follows the width of its column; its height is fixed.

const HEIGHT = 28;
const MIDDLE = HEIGHT / 2;
/** Half of the end caps and of the diamond. */
const HALF = 5;

const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

const gridLines = (scale: EffortScale) =>
  scale.ticks.map((_, index) => {
    const x = percent(index / (scale.ticks.length - 1));
    return svg`<line class="scale-grid" x1=${x} x2=${x} y1="0" y2=${HEIGHT} />`;
  });

const diamond = (part: number) => svg`
  <svg x=${percent(part)} y=${MIDDLE} class="unclipped">
    <path class="scale-likely" d="M ${-HALF} 0 L 0 ${-HALF} L ${HALF} 0 L 0 ${HALF} Z" />
  </svg>`;

const cap = (part: number) => svg`
  <line class="scale-cap" x1=${percent(part)} x2=${percent(part)} y1=${MIDDLE - HALF} y2=${MIDDLE + HALF} />`;

/** An estimate on the scale: a line from low to high with end caps, a diamond at likely. Only for the eye: words say the same beside it. */
export function scalePicture(scale: EffortScale, effort: Effort | undefined): TemplateResult {
  const { low, likely, high } = effort === undefined ? {} : markOn(scale, effort);
  return html`<svg class="scale" height=${HEIGHT} aria-hidden="true" focusable="false">
    ${gridLines(scale)}
    ${
      low !== undefined && high !== undefined
        ? svg`<line class="scale-range" x1=${percent(low)} x2=${percent(high)} y1=${MIDDLE} y2=${MIDDLE} />`
        : nothing
    }
    ${low === undefined ? nothing : cap(low)} ${high === undefined ? nothing : cap(high)}
    ${likely === undefined ? nothing : diamond(likely)}
  </svg>`;
}

/** The axis itself: its ticks with their numbers. The unit stands in words beside it. */
export function scaleAxis(scale: EffortScale, number: (value: number) => string): TemplateResult {
  const end = scale.ticks.length - 1;
  return html`<svg class="scale scale-axis" height="22" aria-hidden="true" focusable="false">
    ${scale.ticks.map((tick, index) => {
      const x = percent(index / end);
      return svg`
        <line class="scale-grid" x1=${x} x2=${x} y1="16" y2="22" />
        <text class="scale-number" x=${x} y="12"
          text-anchor=${index === 0 ? "start" : index === end ? "end" : "middle"}>${number(tick)}</text>`;
    })}
    <line class="scale-grid" x1="0%" x2="100%" y1="22" y2="22" />
  </svg>`;
}
