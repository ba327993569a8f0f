import { html } from "lit";
import type { TemplateResult } from "lit";
import { formName } from "../open-form.ts";
import type { OpenForm } from "../open-form.ts";
import type { ActionInput } from "../../protocol/action.ts";
import type { View } from "../view.ts";
import { button, problem } from "./controls.ts";

/** Asks in place before something is taken away. Enter is on the question's own button only: "Not now" and Esc leave everything as it is. */
export function confirm(
  { state, translate, act }: View,
  asked: {
    readonly form: OpenForm;
    readonly question: string;
    readonly yes: string;
    readonly action: ActionInput;
  },
): TemplateResult {
  const place = formName(asked.form);
  return html`<div
    class="form"
    role="group"
    aria-label=${asked.question}
    data-form=${place}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      act({ type: "closeForm" });
    }}
  >
    <p>${asked.question}</p>
    ${problem(state.problems.get(place))}
    <div class="buttons">
      ${button({
        label: asked.yes,
        press: () => act({ type: "perform", place, action: asked.action, forget: [] }),
        focus: `${place}.submit`,
        primary: state.nameAsked === undefined,
        busy: state.busy.has(place),
      })}
      ${button({ label: translate("Not now"), press: () => act({ type: "closeForm" }), focus: `${place}.away` })}
    </div>
  </div>`;
}
