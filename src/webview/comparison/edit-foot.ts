import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { confirm } from "../parts/confirm.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { submitKeys } from "../parts/form.ts";
import type { NoteView } from "../view.ts";
import type { Column } from "./columns.ts";
import { saveOption } from "./written-option.ts";

/** Under the one cell that is being written. */
export function cellFoot(view: NoteView, column: Extract<Column, { kind: "edit" }>): TemplateResult {
  const { translate, act, state } = view;
  const place = `option.${column.option.id}.${column.only ?? ""}`;
  return html`${problem(state.problems.get(place))}
    <div class="buttons">
      ${button({
        label: translate("Save"),
        press: () => act(saveOption(view, column, place)),
        focus: `${place}.submit`,
        primary: state.nameAsked === undefined,
        busy: state.busy.has(place),
      })}
      ${button({ label: translate("Not now"), press: () => act({ type: "closeForm" }), focus: `${place}.away` })}
    </div>`;
}

/** Under the table, while a whole option is being changed. */
export function editFoot(view: NoteView, columns: readonly Column[]): TemplateResult | typeof nothing {
  const { translate, act, state, note } = view;
  const leaving = note.options.find(({ id }) => state.form?.kind === "takeOff" && state.form.item === id);
  if (leaving !== undefined) {
    return confirm(view, {
      form: { kind: "takeOff", item: leaving.id },
      question: translate("Take option {letter} off the table? The history keeps it.", {
        letter: leaving.letter,
      }),
      yes: translate("Take it off"),
      action: { type: "editOption", note: note.id, option: leaving.id, fields: { withdrawn: true } },
    });
  }
  const column = columns.find((one) => one.kind === "edit" && one.only === undefined);
  if (column?.kind !== "edit") return nothing;
  const place = `option.${column.option.id}`;
  return html`<div
    class="compose-foot"
    role="group"
    aria-label=${translate("Edit option {letter}", { letter: column.letter })}
  >
    ${problem(state.problems.get(place))}
    <div class="buttons">
      ${button({
        label: translate("Save option {letter}", { letter: column.letter }),
        press: () => act(saveOption(view, column, place)),
        focus: `${place}.submit`,
        primary: state.nameAsked === undefined,
        busy: state.busy.has(place),
      })}
      ${button({ label: translate("Not now"), press: () => act({ type: "closeForm" }), focus: `${place}.away` })}
      ${linkButton({
        label: translate("Take it off the table"),
        press: () => act({ type: "openForm", form: { kind: "takeOff", item: column.option.id } }),
        focus: `${place}.withdraw`,
        quiet: true,
      })}
      <span class="meta keys" aria-hidden="true">${submitKeys(translate)}</span>
    </div>
  </div>`;
}
