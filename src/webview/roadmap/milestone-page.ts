import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { firmnessLabel, milestoneClosingLabel } from "../../protocol/labels.ts";
import type { MilestoneState } from "../../protocol/roadmap-state.ts";
import { linkButton, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { isOpen, started } from "../parts/form.ts";
import { isolated, personClaim, personName, saidBlock, saidLine } from "../parts/said.ts";
import type { View } from "../view.ts";
import { whySection } from "../why/why-section.ts";
import { backToRoadmap } from "./back-to-roadmap.ts";
import { closeDate, closeDateForm } from "./close-date.ts";
import { contestedDate } from "./contested-date.ts";
import { atRisk } from "./date-at-risk.ts";
import { editDate } from "./edit-date.ts";
import { engineering } from "./engineering.ts";
import { howItMoved } from "./how-it-moved.ts";
import type { MilestoneView } from "./milestone-view.ts";
import { moveDate } from "./move-date.ts";
import { noteLink } from "./note-link.ts";
import { topLine } from "../parts/top-line.ts";

/** One date: what was promised to whom, whether it can move, whether engineering agrees, how it moved, and what threatens it. */
export function milestonePage(from: View, milestone: MilestoneState): TemplateResult {
  const view: MilestoneView = { ...from, milestone };
  const { translate } = view;
  return html`<article class="page milestone" aria-labelledby="milestone-title">
    ${topLine(view, backToRoadmap(view), { of: "date", id: view.milestone.id })}
    <h1
      id="milestone-title"
      class=${milestone.title.length > 120 ? "long" : ""}
      dir="auto"
      tabindex="-1"
      data-focus="title-text"
    >
      ${plainLine(milestone.title)}
    </h1>
    ${aboutDate(view)} ${editDate(view)} ${contestedDate(view)} ${why(view)} ${moveDate(view)}
    ${engineering(view)} ${atRisk(view)} ${decisions(view)}
    ${whySection(view, { briefs: milestone.briefs, milestone: milestone.id })} ${howItMoved(view)}
    ${closeDateForm(view)}
    ${fold(view, {
      key: `history.${milestone.id}`,
      label: translate("Everything that happened ({count})", { count: milestone.history.length }),
      body: () => history(view),
    })}
  </article>`;
}

function aboutDate(view: MilestoneView): TemplateResult {
  const { milestone, translate, values, act } = view;
  const { closed } = milestone;
  return html`<ul class="meta-line">
      <li><time datetime=${milestone.day}>${values.day(milestone.day)}</time></li>
      <li>${firmnessLabel(milestone.firmness, translate)}</li>
      ${
        plainLine(milestone.promisedTo) === ""
          ? nothing
          : html`<li dir="auto">
              ${translate("Promised to {whom}", { whom: isolated(milestone.promisedTo) })}
            </li>`
      }
      ${closed === null ? nothing : html`<li><span class="badge">${milestoneClosingLabel(closed.as, translate)}</span></li>`}
    </ul>
    ${closed?.because === undefined ? nothing : saidBlock(closed.because)}
    ${
      isOpen(view, { kind: "editDate" })
        ? nothing
        : html`<p class="date-actions">
              ${linkButton({
                label: translate("Change what is promised…"),
                press: () =>
                  act({ type: "openForm", form: { kind: "editDate", firmness: milestone.firmness } }),
                focus: "editDate.open",
              })}
              ${closeDate(view)}
            </p>
            ${started(view, milestone.id, { kind: "editDate" })}`
    }
    ${problem(view.state.problems.get("reopenDate"))}`;
}

/** The product side's half of honesty. */
function why(view: MilestoneView): TemplateResult {
  const { milestone, translate, act } = view;
  return html`<section aria-labelledby="why-title">
    <h2 id="why-title">${translate("Why this date can't move")}</h2>
    ${
      milestone.whyThisDate.trim() === ""
        ? html`<div class="missing">
            <p>${translate("What hangs on this day? Engineers see it at the code.")}</p>
            ${linkButton({
              label: translate("Write it"),
              press: () =>
                act({ type: "openForm", form: { kind: "editDate", firmness: milestone.firmness } }),
              focus: "whyThisDate.write",
            })}
          </div>`
        : html`<div class="impact">${saidBlock(milestone.whyThisDate)}</div>`
    }
  </section>`;
}

function decisions(view: MilestoneView): TemplateResult | typeof nothing {
  const { milestone, translate, values } = view;
  if (milestone.decisions.length === 0) return nothing;
  return html`<section aria-labelledby="decisions-title">
    <h2 id="decisions-title">${translate("Decisions it touches")}</h2>
    <ul class="plain spaced">
      ${milestone.decisions.map(
        ({ id, title, letter, because, moves }) =>
          html`<li>
            ${noteLink(view, id, title, "decision")}
            <p>
              <span aria-hidden="true">✓ </span>${translate("Decided: {letter}, because {reason}", {
                letter,
                reason: isolated(because),
              })}
            </p>
            ${
              moves === null || moves === 0
                ? nothing
                : html`<p class="meta">
                    ${
                      moves > 0
                        ? translate("It moves this date by {span}.", { span: values.amount(moves, "days") })
                        : translate("It brings this date forward by {span}.", {
                            span: values.amount(-moves, "days"),
                          })
                    }
                  </p>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

const history = ({ milestone, translate, values }: MilestoneView): TemplateResult =>
  html`<ul class="plain spaced">
    ${milestone.history.map(
      ({ by, at, sentence }) =>
        html`<li>
          ${saidLine(sentence)}
          <p class="meta" title=${personClaim(by)}>
            ${translate("{name}, {day}", { name: personName(by), day: values.moment(at) })}
          </p>
        </li>`,
    )}
  </ul>`;
