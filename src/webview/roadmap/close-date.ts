import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { MilestoneClosing } from "../../domain/words.ts";
import { milestoneClosingLabel } from "../../protocol/labels.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { chooser, linkButton } from "../parts/controls.ts";
import { form } from "../parts/form.ts";
import type { MilestoneView } from "./milestone-view.ts";

/** Ends a date, or opens it again. */
export function closeDate({
  milestone,
  translate,
  act,
  state,
}: MilestoneView): TemplateResult | typeof nothing {
  if (milestone.closed !== null)
    return linkButton({
      label: translate("Put it back on the roadmap"),
      press: () =>
        act({
          type: "perform",
          place: "reopenDate",
          action: { type: "editMilestone", milestone: milestone.id, fields: { closed: null } },
          forget: [],
        }),
      focus: "reopenDate",
    });
  return state.form?.kind === "closeDate"
    ? nothing
    : linkButton({
        label: translate("Reached, or dropped…"),
        press: () => act({ type: "openForm", form: { kind: "closeDate", as: "reached" } }),
        focus: "closeDate.open",
      });
}

export function closeDateForm(view: MilestoneView): TemplateResult | typeof nothing {
  const { milestone, translate, act, state } = view;
  if (state.form?.kind !== "closeDate") return nothing;
  const { as } = state.form;
  return form(view, {
    form: state.form,
    note: milestone.id,
    name: translate("Reached, or dropped"),
    body: html`${chooser({
      label: translate("How did it end?"),
      value: as,
      choices: MilestoneClosing.options.map((value) => ({
        value,
        label: milestoneClosingLabel(value, translate),
      })),
      choose: (value) =>
        act({ type: "changeForm", form: { kind: "closeDate", as: MilestoneClosing.parse(value) } }),
      focus: "closeDate.as",
    })}
    ${textArea(view, { note: milestone.id, key: "closeDate.because", label: translate("because (may stay empty)") }, 1)}`,
    submit: {
      label: translate("Close this date"),
      action: () => {
        const because = boxText(view, milestone.id, "closeDate.because").trim();
        return {
          type: "perform",
          place: "closeDate",
          action: {
            type: "editMilestone",
            milestone: milestone.id,
            fields: { closed: { as, ...(because === "" ? {} : { because }) } },
          },
          forget: ["closeDate.because"],
        };
      },
    },
    after: translate("It stays readable, and can be opened again."),
  });
}
