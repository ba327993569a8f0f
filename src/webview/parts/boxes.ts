import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import type { RecordId } from "../../domain/ids.ts";
import { isOfForm } from "../open-form.ts";
import type { View } from "../view.ts";
import type { TextWidget } from "../widgets.ts";

export interface Box {
  /** The note it belongs to, or NO_NOTE. */
  readonly note: RecordId;
  /** Under which its text is kept, and the focus finds it. */
  readonly key: string;
  readonly label: string;
  /** What stands in it before anybody types. */
  readonly base?: string;
  readonly hint?: string | undefined;
  /** The label is only read out: what stands beside the box says the same. */
  readonly hideLabel?: boolean;
  readonly invalid?: boolean;
}

/**
 * The words that stand in a box before anybody types: while its form is open, those it was opened on. What somebody else writes meanwhile is said below
 * the box and never put into it.
 */
function wordsBefore({ state }: View, key: string, base: string): string {
  if (state.form === undefined || !isOfForm(key, state.form)) return base;
  const held = state.openedOn.get(key);
  if (held === undefined) state.openedOn.set(key, base);
  return held ?? base;
}

/** The text that stands in a box. */
export const boxText = (view: View, note: RecordId, key: string, base = ""): string =>
  view.state.typed.text(note, key) ?? wordsBefore(view, key, base);

const typed =
  (view: View, { note, key, base = "" }: Box) =>
  (event: Event): void => {
    const box = event.currentTarget as TextWidget | HTMLInputElement;
    view.act({ type: "type", note, key, text: box.value, base: wordsBefore(view, key, base) });
  };

/** A box for as much text as somebody writes; it grows. */
export const textArea = (view: View, box: Box, rows = 2): TemplateResult =>
  html`<vscode-text-area
    class=${box.hideLabel === true ? "box hide-label" : "box"}
    dir="auto"
    rows=${rows}
    data-focus=${box.key}
    aria-label=${box.label}
    placeholder=${ifDefined(box.hint)}
    aria-invalid=${ifDefined(box.invalid === true ? "true" : undefined)}
    .value=${live(boxText(view, box.note, box.key, box.base))}
    @input=${typed(view, box)}
    >${box.label}</vscode-text-area
  >`;

/** A box for one line. */
export const textLine = (view: View, box: Box): TemplateResult =>
  html`<vscode-text-field
    class=${box.hideLabel === true ? "box line hide-label" : "box line"}
    data-focus=${box.key}
    aria-label=${box.label}
    placeholder=${ifDefined(box.hint)}
    aria-invalid=${ifDefined(box.invalid === true ? "true" : undefined)}
    .value=${live(boxText(view, box.note, box.key, box.base))}
    @input=${typed(view, box)}
    >${box.label}</vscode-text-field
  >`;

/** A day of the calendar. The platform's own box, for its calendar. */
export const dayBox = (view: View, box: Box & { readonly from?: string }): TemplateResult =>
  html`<label class="day-box">
    <span class="box-label">${box.label}</span>
    <input
      type="date"
      data-focus=${box.key}
      min=${ifDefined(box.from)}
      aria-invalid=${ifDefined(box.invalid === true ? "true" : undefined)}
      .value=${live(boxText(view, box.note, box.key, box.base))}
      @input=${typed(view, box)}
    />
  </label>`;

/** Says that the words a form was opened on are other now: saving takes their place. */
export const changedMeanwhile = (view: View, key: string, now: string): TemplateResult | typeof nothing => {
  const before = view.state.openedOn.get(key);
  if (before === undefined || before === now) return nothing;
  return html`<p class="meanwhile" role="status">
    ${
      now === ""
        ? view.translate("Somebody emptied this meanwhile.")
        : html`${view.translate("Somebody changed this meanwhile to:")}
            <q class="said-line" dir="auto">${now}</q>`
    }
  </p>`;
};
