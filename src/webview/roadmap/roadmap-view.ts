import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { firmnessLabel } from "../../protocol/labels.ts";
import type { MilestoneRow, RoadmapState } from "../../protocol/roadmap-state.ts";
import { pageLink } from "../parts/controls.ts";
import type { View } from "../view.ts";
import { addDate } from "./add-date.ts";

/** Which date is at risk, and why are we doing this? */
export function roadmapView(view: View, roadmap: RoadmapState): TemplateResult {
  const { translate } = view;
  const { milestones } = roadmap;
  return html`<div class="page roadmap">
    <h1 class="unseen" tabindex="-1" data-focus="title">${translate("Roadmap")}</h1>
    ${
      milestones.length === 0
        ? html`<div class="empty"><p>${translate("No dates yet. Add what was promised.")}</p></div>`
        : html`<ul class="now-rows">
            ${milestones.map((milestone) => milestoneRow(view, milestone))}
          </ul>`
    }
    ${addDate(view, roadmap.repository, milestones.length === 0)}
  </div>`;
}

function milestoneRow({ translate, act, values }: View, milestone: MilestoneRow): TemplateResult {
  return html`<li class="now-row">
    <div class="now-words">
      ${pageLink({
        label: html`<span class="row-title" dir="auto">${milestone.title}</span>`,
        follow: () =>
          act({ type: "go", route: { section: "roadmap", show: { view: "milestone", id: milestone.id } } }),
        focus: `milestone.${milestone.id}`,
      })}
      <p class="meta">
        ${values.day(milestone.day)} ·
        ${firmnessLabel(milestone.firmness, translate)}${
          milestone.promisedTo === ""
            ? nothing
            : html` · ${translate("Promised to {whom}", { whom: milestone.promisedTo })}`
        }
      </p>
    </div>
  </li>`;
}
