import { html } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import type { ActionInput } from "../../protocol/action.ts";
import type { View } from "../view.ts";
import { boxText, textArea } from "./boxes.ts";
import { button, problem } from "./controls.ts";
import { isSubmitKey } from "./form.ts";

/** A box that is always open, with the button that says what is in it. Ctrl or Cmd with Enter says it too. */
export function sayBox(
  view: View,
  {
    record,
    key,
    label,
    hideLabel,
    submit,
    primary,
    hints,
    action,
  }: {
    /** Under which what is typed is kept. */
    readonly record: RecordId;
    readonly key: string;
    readonly label: string;
    readonly hideLabel: boolean;
    readonly submit: string;
    readonly primary: boolean;
    /** Under the box, while it is written. */
    readonly hints?: (text: string) => unknown;
    readonly action: (text: string) => ActionInput;
  },
): TemplateResult {
  const { translate, act, state } = view;
  const say = () => {
    const text = boxText(view, record, key).trim();
    if (state.busy.has(key)) return;
    act(
      text === ""
        ? { type: "problem", place: key, text: translate("There is nothing in the box yet."), focus: key }
        : { type: "perform", place: key, action: action(text), forget: [key] },
    );
  };
  return html`<div
    class="say-box"
    @keydown=${(event: KeyboardEvent) => {
      if (!isSubmitKey(event)) return;
      event.preventDefault();
      say();
    }}
  >
    ${textArea(view, { note: record, key, label, hideLabel, invalid: state.problems.has(`box.${key}`) }, 3)}
    ${hints?.(boxText(view, record, key))} ${problem(state.problems.get(key))}
    <div class="buttons">
      ${button({
        label: submit,
        press: say,
        focus: `${key}.submit`,
        spoken: hideLabel ? `${submit}: ${label}` : undefined,
        primary: primary && state.form === undefined && state.nameAsked === undefined,
        busy: state.busy.has(key),
      })}
    </div>
  </div>`;
}
