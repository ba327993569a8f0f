import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { statusLabel } from "../../protocol/labels.ts";
import { statusGlyph } from "../parts/glyph.ts";
import type { View } from "../view.ts";
import { missWords } from "./date-sentence.ts";
import { noteLink } from "./note-link.ts";
import type { MilestoneView } from "./milestone-view.ts";

/** The notes that put the date at risk, and where what was decided leads. */
export function atRisk(view: MilestoneView): TemplateResult {
  const { milestone, translate } = view;
  return html`<section aria-labelledby="risk-title" class="at-risk">
    <h2 id="risk-title">${translate("What threatens it")}</h2>
    ${wayWords(view, milestone.way)}
    ${
      milestone.threats.length === 0
        ? html`<p class="meta">
            ${translate("Nothing on record threatens it. A note names the dates it threatens.")}
          </p>`
        : html`<ul class="plain spaced">
            ${milestone.threats.map((threat) => oneThreat(view, threat))}
          </ul>`
    }
  </section>`;
}

function oneThreat(
  view: MilestoneView,
  threat: MilestoneView["milestone"]["threats"][number],
): TemplateResult {
  const { translate, values } = view;
  const { id, title, status, day, impact } = threat;
  return html`<li>
    ${noteLink(view, id, title, "threat")}
    <p class="threat-line">
      ${statusGlyph(status)}<span>${statusLabel(status, translate)}</span>${
        day === null
          ? nothing
          : html`<span> · ${translate("Needed by {day}", { day: values.day(day) })}</span>`
      }
    </p>
    ${impact === "" ? nothing : html`<p class="meta said-line" dir="auto">${impact}</p>`}
  </li>`;
}

function wayWords(view: View, way: MilestoneView["milestone"]["way"]): TemplateResult | typeof nothing {
  if (way === null) return nothing;
  const { translate, values } = view;
  const ready =
    way.from === way.to
      ? translate("What was decided is ready about {day}.", { day: values.day(way.to) })
      : translate("What was decided is ready between {from} and {to}.", {
          from: values.day(way.from),
          to: values.day(way.to),
        });
  return html`<p>
    ${
      way.missedBy === 0
        ? ready
        : html`${ready}
            <span class="risk-words"
              ><span aria-hidden="true">▲ </span>${missWords(view, way.missedBy)}</span
            >`
    }
  </p>`;
}
