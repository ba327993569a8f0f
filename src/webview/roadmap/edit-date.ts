import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { MilestoneValues } from "../../domain/milestone/milestone-fields.ts";
import { Firmness } from "../../domain/words.ts";
import { firmnessLabel } from "../../protocol/labels.ts";
import { boxText, changedMeanwhile, textArea, textLine } from "../parts/boxes.ts";
import { chooser } from "../parts/controls.ts";
import { form } from "../parts/form.ts";
import type { PageAction } from "../page-action.ts";
import type { MilestoneView } from "./milestone-view.ts";

const TEXTS = ["title", "promisedTo", "whyThisDate"] as const;
const keyOf = (field: (typeof TEXTS)[number]) => `editDate.${field}`;

/** What was promised, to whom, and why the day matters. The day itself moves by a move, with its cause. */
export function editDate(view: MilestoneView): TemplateResult | typeof nothing {
  const { milestone, translate, act, state } = view;
  if (state.form?.kind !== "editDate") return nothing;
  const firmness = state.form.firmness ?? milestone.firmness;
  const box = (field: (typeof TEXTS)[number], label: string) => ({
    note: milestone.id,
    key: keyOf(field),
    label,
    base: milestone[field],
  });
  return form(view, {
    form: state.form,
    note: milestone.id,
    name: translate("Change what is promised"),
    body: html`${textLine(view, box("title", translate("What is promised?")))}
    ${changedMeanwhile(view, keyOf("title"), milestone.title)}
    ${textLine(view, box("promisedTo", translate("Promised to whom?")))}
    ${changedMeanwhile(view, keyOf("promisedTo"), milestone.promisedTo)}
    ${chooser({
      label: translate("Can it move?"),
      value: firmness,
      choices: Firmness.options.map((value) => ({ value, label: firmnessLabel(value, translate) })),
      choose: (value) =>
        act({ type: "changeForm", form: { kind: "editDate", firmness: Firmness.parse(value) } }),
      focus: "editDate.firmness",
    })}
    ${textArea(view, box("whyThisDate", translate("Why this date can't move")))}
    ${changedMeanwhile(view, keyOf("whyThisDate"), milestone.whyThisDate)}`,
    submit: { label: translate("Save"), action: () => saved(view, firmness) },
  });
}

function saved(view: MilestoneView, firmness: Firmness): PageAction {
  const { milestone, translate } = view;
  const fields: MilestoneValues = firmness === milestone.firmness ? {} : { firmness };
  for (const field of TEXTS) {
    const text = boxText(view, milestone.id, keyOf(field), milestone[field]).trim();
    const isTouched = view.state.typed.text(milestone.id, keyOf(field)) !== undefined;
    if (isTouched && text !== milestone[field].trim()) fields[field] = text;
  }
  if (fields.title === "")
    return {
      type: "problem",
      place: "editDate",
      text: translate("Say in a few words what is promised."),
      focus: keyOf("title"),
    };
  if (Object.keys(fields).length === 0) return { type: "closeForm" };
  return {
    type: "perform",
    place: "editDate",
    action: { type: "editMilestone", milestone: milestone.id, fields },
    forget: TEXTS.map(keyOf),
  };
}
