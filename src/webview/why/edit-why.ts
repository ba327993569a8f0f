import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { BriefValues } from "../../domain/brief/brief-fields.ts";
import { TEXT_KEY } from "../../protocol/brief-state.ts";
import type { BriefState } from "../../protocol/brief-state.ts";
import type { PageAction } from "../page-action.ts";
import { boxText } from "../parts/boxes.ts";
import { form } from "../parts/form.ts";
import type { View } from "../view.ts";
import { AREA_KEYS, areaPicker, chosenAreas } from "./area-picker.ts";
import { SPRINT_KEYS, sprintBoxes, sprintIn } from "./sprint-boxes.ts";
import { whyBox } from "./why-box.ts";

const KEYS: readonly string[] = [TEXT_KEY, ...SPRINT_KEYS, ...AREA_KEYS];

/** Changes a why where it stands. Only what was written here is said. */
export function editWhy(view: View, why: BriefState): TemplateResult {
  const { translate } = view;
  const sprint = why.sprint ?? undefined;
  return form(view, {
    form: { kind: "why" },
    note: why.id,
    name: translate("Change the why"),
    body: html`${whyBox(view, why.id, why.text)}
    ${sprint === undefined ? nothing : sprintBoxes(view, why.id, sprint)}
    ${areaPicker(view, { record: why.id, base: why.areas, suggestions: why.suggestions })}`,
    submit: { label: translate("Save"), action: () => save(view, why) },
  });
}

function save(view: View, why: BriefState): PageAction {
  const { translate, state } = view;
  const missing = (text: string, focus: string) => ({ type: "problem", place: "why", text, focus }) as const;
  const isTyped = (keys: readonly string[]) =>
    keys.some((key) => state.typed.text(why.id, key) !== undefined);
  const text = boxText(view, why.id, TEXT_KEY, why.text).trim();
  if (text === "")
    return missing(translate("Write the paragraph first: two or three sentences are enough."), TEXT_KEY);
  const fields: BriefValues = {};
  if (isTyped([TEXT_KEY])) fields.text = text;
  if (why.sprint !== null && isTyped(SPRINT_KEYS)) {
    const sprint = sprintIn(view, why.id, why.sprint);
    if ("missing" in sprint) return missing(sprint.missing, sprint.focus);
    fields.scope = sprint.scope;
  }
  if (isTyped(AREA_KEYS))
    fields.areas = chosenAreas(view, { record: why.id, base: why.areas }).map((area) => ({ ...area }));
  if (Object.keys(fields).length === 0) return { type: "closeForm" };
  return {
    type: "perform",
    place: "why",
    action: { type: "editBrief", brief: why.id, fields },
    forget: KEYS,
  };
}
