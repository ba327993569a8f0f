import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { firmnessLabel } from "../../protocol/labels.ts";
import type { MilestoneState } from "../../protocol/roadmap-state.ts";
import { saidBlock } from "../parts/said.ts";
import type { View } from "../view.ts";
import { backToRoadmap } from "./back-to-roadmap.ts";

/** One date: what was promised to whom, and every move with its cause. */
export function milestonePage(view: View, milestone: MilestoneState): TemplateResult {
  const { translate, values } = view;
  return html`<article class="page milestone">
    <p class="back">${backToRoadmap(view)}</p>
    <h1 dir="auto" tabindex="-1" data-focus="title-text">${plainLine(milestone.title)}</h1>
    <ul class="meta-line">
      <li>${values.day(milestone.day)}</li>
      <li>${firmnessLabel(milestone.firmness, translate)}</li>
      ${
        milestone.promisedTo === ""
          ? nothing
          : html`<li dir="auto">
              ${translate("Promised to {whom}", { whom: plainLine(milestone.promisedTo) })}
            </li>`
      }
    </ul>
    ${
      milestone.moves.length === 0
        ? nothing
        : html`<section>
            <h2>${translate("How the date moved")}</h2>
            <ul class="plain">
              ${milestone.moves.map(
                ({ from, to, because }) =>
                  html`<li>
                    <p class="meta">${values.day(from)} → ${values.day(to)}</p>
                    ${saidBlock(because)}
                  </li>`,
              )}
            </ul>
          </section>`
    }
  </article>`;
}
