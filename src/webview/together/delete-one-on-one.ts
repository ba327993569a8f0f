import { html } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import { formName } from "../open-form.ts";
import { button, problem } from "../parts/controls.ts";
import type { View } from "../view.ts";

/** Asks once before it is gone for good. */
export function deleteOneOnOne({ translate, act, state }: View, id: RecordId): TemplateResult {
  const place = formName({ kind: "deleteOneOnOne", id });
  const question = translate("Delete this 1:1 for good? Nobody else has it, and it can't be brought back.");
  return html`<div class="form" role="group" aria-label=${question} data-form=${place}>
    <p>${question}</p>
    ${problem(state.problems.get(place))}
    <div class="buttons">
      ${button({
        label: translate("Delete for good"),
        press: () => act({ type: "oneOnOne", place, do: { type: "delete", id } }),
        focus: `${place}.submit`,
        primary: true,
        busy: state.busy.has(place),
      })}
      ${button({ label: translate("Not now"), press: () => act({ type: "closeForm" }), focus: `${place}.away` })}
    </div>
  </div>`;
}
