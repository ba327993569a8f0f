import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { NewBriefState } from "../../protocol/brief-state.ts";
import { TEXT_KEY } from "../../protocol/brief-state.ts";
import type { PageAction } from "../page-action.ts";
import { boxText } from "../parts/boxes.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { isSubmitKey, submitKeys } from "../parts/form.ts";
import { isolated } from "../parts/said.ts";
import { backToRoadmap } from "../roadmap/back-to-roadmap.ts";
import type { View } from "../view.ts";
import { areaFacts } from "./area-facts.ts";
import { AREA_KEYS, areaPicker, chosenAreas } from "./area-picker.ts";
import { SPRINT_KEYS, sprintBoxes, sprintIn } from "./sprint-boxes.ts";
import { whyBox } from "./why-box.ts";

const PLACE = "why";
const KEYS: readonly string[] = [TEXT_KEY, ...SPRINT_KEYS, ...AREA_KEYS];

/** *Write the why*: the paragraph, what it is for, the parts of the product; and what is known there, before it is shared. */
export function newWhyPage(view: View, why: NewBriefState): TemplateResult {
  const { translate, state, act, values } = view;
  const { draft, milestone, suggestions } = why;
  const picked = { record: draft, base: [], suggestions };
  const send = () => {
    if (!state.busy.has(PLACE)) act(shared(view, why));
  };
  const typed = KEYS.filter((key) => (state.typed.text(draft, key) ?? "") !== "");
  return html`<article
    class="page why"
    @keydown=${(event: KeyboardEvent) => {
      if (!isSubmitKey(event)) return;
      event.preventDefault();
      send();
    }}
  >
    <p class="back">${backToRoadmap(view)}</p>
    <h1 tabindex="-1" data-focus="title">${translate("Write the why")}</h1>
    <div class="form" role="group" aria-label=${translate("Write the why")} data-form=${PLACE}>
      ${
        milestone === null
          ? nothing
          : html`<p>
              ${translate("For {title}, {day}", { title: isolated(milestone.title), day: values.day(milestone.day) })}
            </p>`
      }
      ${whyBox(view, draft)} ${milestone === null ? sprintBoxes(view, draft) : nothing}
      ${areaPicker(view, picked)}
      ${chosenAreas(view, picked).length === 0 ? nothing : areaFacts(view, why.facts)}
      ${problem(state.problems.get(PLACE))}
      <div class="buttons">
        ${button({
          label: translate("Share the why"),
          press: send,
          focus: "why.submit",
          primary: state.nameAsked === undefined,
          busy: state.busy.has(PLACE),
        })}
        ${button({
          label: translate("Not now"),
          press: () => act({ type: "go", route: { section: "roadmap", show: { view: "roadmap" } } }),
          focus: "why.away",
        })}
        ${
          typed.length === 0
            ? nothing
            : linkButton({
                label: translate("Throw away what I wrote"),
                press: () => act({ type: "forget", note: draft, keys: typed }),
                focus: "why.throwAway",
                quiet: true,
              })
        }
        <span class="meta keys" aria-hidden="true">${submitKeys(translate)}</span>
      </div>
      <p class="meta">
        ${translate("It is shared with everyone who can read this repository, and stays in its history.")}
      </p>
    </div>
  </article>`;
}

function shared(view: View, { draft, milestone, repository }: NewBriefState): PageAction {
  const { translate } = view;
  const missing = (text: string, focus: string) => ({ type: "problem", place: PLACE, text, focus }) as const;
  const text = boxText(view, draft, TEXT_KEY).trim();
  if (text === "")
    return missing(translate("Write the paragraph first: two or three sentences are enough."), TEXT_KEY);
  const sprint =
    milestone === null
      ? sprintIn(view, draft)
      : { scope: { kind: "milestone", milestone: milestone.id } as const };
  if ("missing" in sprint) return missing(sprint.missing, sprint.focus);
  return {
    type: "perform",
    place: PLACE,
    repository,
    action: {
      type: "openBrief",
      fields: {
        text,
        scope: sprint.scope,
        areas: chosenAreas(view, { record: draft, base: [] }).map((area) => ({
          ...area,
        })),
      },
    },
    forget: KEYS,
    forgetIn: draft,
  };
}
