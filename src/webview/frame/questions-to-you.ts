import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Frame } from "../../protocol/panel-state.ts";
import { button, problem } from "../parts/controls.ts";
import { boxText, textLine } from "../parts/boxes.ts";
import { isSubmitKey } from "../parts/form.ts";
import { NO_NOTE } from "../typed-texts.ts";
import type { View } from "../view.ts";

/** Asked once, in the first line, as long as nobody has answered. It changes order and words, never rights. */
export function roleQuestion({ translate, act, state }: View, frame: Frame): TemplateResult | typeof nothing {
  if (frame.role !== null) return nothing;
  const roles = [
    { role: "engineer", label: translate("I write code") },
    { role: "lead", label: translate("I lead the engineering side") },
    { role: "pm", label: translate("I look after the product") },
  ] as const;
  return html`<div class="to-you" role="group" aria-label=${translate("What do you do here?")}>
    <p>${translate("What do you do here?")}</p>
    <div class="buttons">
      ${roles.map(({ role, label }) =>
        button({
          label,
          press: () => act({ type: "setRole", role }),
          focus: `role.${role}`,
          busy: state.busy.has("role"),
        }),
      )}
    </div>
    ${problem(state.problems.get("role"))}
  </div>`;
}

/** Asked when somebody says something and git has no name for them. What they said waits, and is said under the name then. */
export function nameQuestion(view: View): TemplateResult | typeof nothing {
  const { translate, act, state } = view;
  if (state.nameAsked === undefined) return nothing;
  const name = () => boxText(view, NO_NOTE, "name").trim();
  const send = () =>
    act(
      name() === ""
        ? { type: "problem", place: "name", text: translate("Type your name first."), focus: "name" }
        : { type: "setName", name: name() },
    );
  const keys = (event: KeyboardEvent) => {
    if (
      isSubmitKey(event) ||
      (event.key === "Enter" &&
        event.target instanceof HTMLElement &&
        event.target.dataset["focus"] === "name")
    ) {
      event.preventDefault();
      event.stopPropagation();
      send();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      act({ type: "cancelName" });
    }
  };
  return html`<div class="to-you name" role="group" aria-label=${translate("Your name")} @keydown=${keys}>
    ${textLine(view, { note: NO_NOTE, key: "name", label: translate("How should your name appear?") })}
    ${problem(state.problems.get("name"))}
    <div class="buttons">
      ${button({
        label: translate("Use this name"),
        press: send,
        focus: "name.submit",
        primary: true,
        busy: state.busy.has("name"),
      })}
      ${button({ label: translate("Not now"), press: () => act({ type: "cancelName" }), focus: "name.away" })}
    </div>
    <p class="meta">
      ${translate("It stands beside what you write here. Your git settings are not changed.")}
    </p>
  </div>`;
}
