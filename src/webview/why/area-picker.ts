import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { plainLine } from "../../base/plain-text.ts";
import type { RecordId } from "../../domain/ids.ts";
import { AREAS_KEY, parseAreas } from "../../protocol/brief-state.ts";
import type { Area } from "../../protocol/brief-state.ts";
import { boxText, textLine } from "../parts/boxes.ts";
import { button } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import type { View } from "../view.ts";
import { areaFiles, areaLabel } from "./area-names.ts";

const ANOTHER = "why.another";

/** The boxes of the picker, to be let go of with the rest. */
export const AREA_KEYS = [AREAS_KEY, ANOTHER] as const;

export interface Picked {
  /** Under which what is chosen is kept. */
  readonly record: RecordId;
  /** What stands, before anybody chooses. */
  readonly base: readonly Area[];
  readonly suggestions: readonly Area[];
}

/** The areas that are chosen: as toggled here, else as they stand. */
export const chosenAreas = (view: View, { record, base }: Omit<Picked, "suggestions">): readonly Area[] =>
  parseAreas(view.state.typed.text(record, AREAS_KEY)) ?? base;

/** "Which parts of the product does it touch?": what is chosen, then what may be meant, each by its name; and a box for those who know the folders. */
export function areaPicker(view: View, picked: Picked): TemplateResult {
  const { translate } = view;
  const chosen = chosenAreas(view, picked);
  const known = new Set(chosen.map(keyOf));
  const offered = picked.suggestions.filter((area) => !known.has(keyOf(area)));
  const all = [...chosen, ...offered];
  return html`<div class="areas" role="group" aria-labelledby="areas-title">
    <p class="box-label" id="areas-title" tabindex="-1" data-focus="why.areas">
      ${translate("Which parts of the product does it touch?")}
    </p>
    <p class="meta">${translate("It may stay empty: then the lead is asked for the places.")}</p>
    ${
      all.length === 0
        ? nothing
        : html`<ul class="chips">
            ${repeat(all, keyOf, (area) => html`<li>${chip(view, picked, area, known.has(keyOf(area)))}</li>`)}
          </ul>`
    }
    ${fold(view, {
      key: "why.files",
      label: translate("Folders and files"),
      body: () => html`${chosen.length === 0 ? nothing : areaFiles(chosen)} ${anotherBox(view, picked)}`,
    })}
  </div>`;
}

const keyOf = (area: Area): string => JSON.stringify([area.name, ...area.paths]);

function chip(view: View, picked: Picked, area: Area, on: boolean): TemplateResult {
  const key = keyOf(area);
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${String(on)}
    data-focus=${`area.${key}`}
    @click=${() => {
      const chosen = chosenAreas(view, picked);
      choose(view, picked, on ? chosen.filter((one) => keyOf(one) !== key) : [...chosen, area]);
    }}
  >
    <span class="chip-mark" aria-hidden="true">${on ? "✓" : "+"}</span>
    <span dir="auto">${areaLabel(area)}</span>
  </button>`;
}

const choose = ({ act }: View, { record, base }: Picked, areas: readonly Area[]): void =>
  act({
    type: "type",
    note: record,
    key: AREAS_KEY,
    text: JSON.stringify(areas),
    base: JSON.stringify(base),
  });

function anotherBox(view: View, picked: Picked): TemplateResult {
  const { translate, act } = view;
  const add = () => {
    const path = plainLine(boxText(view, picked.record, ANOTHER));
    if (path === "") return;
    choose(view, picked, [...chosenAreas(view, picked), { name: "", paths: [path] }]);
    act({ type: "forget", note: picked.record, keys: [ANOTHER] });
  };
  return html`<div
    class="another-area"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
      if (!(event.target instanceof HTMLElement) || event.target.localName !== "vscode-text-field") return;
      event.preventDefault();
      event.stopPropagation();
      add();
    }}
  >
    ${textLine(view, {
      note: picked.record,
      key: ANOTHER,
      label: translate("Another folder, or files"),
      hint: "src/returns/**",
    })}
    ${button({ label: translate("Add it"), press: add, focus: "why.another.add" })}
  </div>`;
}
