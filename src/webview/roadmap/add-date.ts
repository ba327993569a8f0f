import { html } from "lit";
import type { TemplateResult } from "lit";
import { firmnessLabel } from "../../protocol/labels.ts";
import { Firmness } from "../../domain/words.ts";
import type { OpenForm } from "../open-form.ts";
import { boxText, dayBox, textLine } from "../parts/boxes.ts";
import { button, chooser } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { NO_NOTE } from "../typed-texts.ts";
import type { View } from "../view.ts";

/** "Add a date": what was promised, when, and to whom. */
export function addDate(view: View, repository: string, primary: boolean): TemplateResult {
  const { translate, act, state } = view;
  const closed = { kind: "milestone", firmness: "target" } as const satisfies OpenForm;
  if (!isOpen(view, closed)) {
    return html`<div class="add-date">
      ${button({
        label: translate("Add a date"),
        press: () => act({ type: "openForm", form: closed }),
        focus: "milestone",
        primary,
      })}
      ${started(view, NO_NOTE, closed)}
    </div>`;
  }
  const firmness = state.form?.kind === "milestone" ? state.form.firmness : closed.firmness;
  const text = (key: string) => boxText(view, NO_NOTE, key).trim();
  const missing = (key: string, words: string) =>
    ({ type: "problem", place: "milestone", text: words, focus: key }) as const;
  return form(view, {
    form: closed,
    note: NO_NOTE,
    name: translate("Add a date"),
    body: html`${textLine(view, { note: NO_NOTE, key: "milestone.title", label: translate("What is promised?") })}
    ${dayBox(view, { note: NO_NOTE, key: "milestone.day", label: translate("For which day?") })}
    ${textLine(view, { note: NO_NOTE, key: "milestone.promisedTo", label: translate("Promised to whom?") })}
    ${chooser({
      label: translate("Can it move?"),
      value: firmness,
      choices: Firmness.options.map((value) => ({ value, label: firmnessLabel(value, translate) })),
      choose: (value) =>
        act({ type: "changeForm", form: { kind: "milestone", firmness: Firmness.parse(value) } }),
      focus: "milestone.firmness",
    })}`,
    submit: {
      label: translate("Add the date"),
      action: () => {
        const day = text("milestone.day");
        if (text("milestone.title") === "")
          return missing("milestone.title", translate("Say in a few words what is promised."));
        if (day === "") return missing("milestone.day", translate("Choose the day."));
        return {
          type: "perform",
          place: "milestone",
          repository,
          action: {
            type: "openMilestone",
            day,
            fields: { title: text("milestone.title"), promisedTo: text("milestone.promisedTo"), firmness },
          },
          forget: ["milestone.title", "milestone.day", "milestone.promisedTo"],
        };
      },
    },
    after: translate("It is shared with everyone who can read this repository, and stays in its history."),
  });
}
