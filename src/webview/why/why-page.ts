import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { BriefState } from "../../protocol/brief-state.ts";
import { button, linkButton, pageLink } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { isOpen, started } from "../parts/form.ts";
import { personClaim, personName, saidBlock } from "../parts/said.ts";
import { backToRoadmap } from "../roadmap/back-to-roadmap.ts";
import type { View } from "../view.ts";
import { areaFacts } from "./area-facts.ts";
import { areaFiles, areaLabel } from "./area-names.ts";
import { challenges, challengeForm } from "./challenges.ts";
import { contestedWhy } from "./contested-why.ts";
import { daysOf } from "./days-of.ts";
import { editWhy } from "./edit-why.ts";
import { topLine } from "../parts/top-line.ts";

const EDIT = { kind: "why" } as const;

/** A why: its paragraph, what is known where it will be built, and what engineers have against it. */
export function whyPage(view: View, why: BriefState): TemplateResult {
  const { translate, values, act } = view;
  return html`<article class="page why">
    ${topLine(view, backToRoadmap(view), { of: "why", id: why.id })}
    <h1 dir="auto" tabindex="-1" data-focus="title">${translate("Why: {title}", { title: why.title })}</h1>
    <ul class="meta-line">
      <li>${daysOf(view, why)}</li>
      ${
        why.milestone === null
          ? nothing
          : html`<li>
              ${pageLink({
                label: html`<span dir="auto">${why.milestone.title}</span>`,
                follow: () =>
                  act({
                    type: "go",
                    route: { section: "roadmap", show: { view: "milestone", id: why.milestone?.id ?? "" } },
                  }),
                focus: "why.milestone",
              })}
            </li>`
      }
      <li title=${personClaim(why.by)}>
        ${translate("{name}, {day}", { name: personName(why.by), day: values.day(why.at.slice(0, 10)) })}
      </li>
    </ul>
    ${
      why.isNewer
        ? html`<p class="meta" role="note">
            ${translate("Written by a newer Sightline. You can read it; update to change it.")}
          </p>`
        : nothing
    }
    ${
      isOpen(view, EDIT)
        ? editWhy(view, why)
        : html`<div class="why-text">${saidBlock(why.text)}</div>
            ${turns(view, why)} ${contestedWhy(view, why)} ${places(view, why)}`
    }
    ${challenges(view, why)}
  </article>`;
}

/** What can be said of it by whoever is here. */
function turns(view: View, why: BriefState): TemplateResult {
  const { translate, act } = view;
  const challenge = { kind: "challenge", as: "challenge" } as const;
  const idea = { kind: "challenge", as: "betterIdea" } as const;
  if (isOpen(view, challenge) || isOpen(view, idea)) return challengeForm(view, why);
  return html`<div class="buttons">
      ${
        why.phase === "over"
          ? nothing
          : html`${button({
              label: translate("Challenge it…"),
              press: () => act({ type: "openForm", form: challenge }),
              focus: "challenge.challenge.open",
            })}
            ${button({
              label: translate("I have a better idea…"),
              press: () => act({ type: "openForm", form: idea }),
              focus: "challenge.betterIdea.open",
            })}`
      }
      ${linkButton({
        label: translate("Change the why"),
        press: () => act({ type: "openForm", form: EDIT }),
        focus: "why.open",
        quiet: true,
      })}
    </div>
    ${started(view, why.id, challenge)} ${started(view, why.id, idea)} ${started(view, why.id, EDIT)}`;
}

/** The parts of the product, and what is known there. */
function places(view: View, why: BriefState): TemplateResult {
  const { translate, act } = view;
  if (why.areas.length === 0)
    return html`<section aria-labelledby="areas-title" class="empty">
      <h2 id="areas-title">${translate("Parts of the product")}</h2>
      <p>
        ${translate(
          "Nobody has said yet which parts of the product it touches, so nobody sees what is known there.",
        )}
      </p>
      <div class="buttons">
        ${button({
          label: translate("Name the places"),
          press: () => act({ type: "openForm", form: EDIT }),
          focus: "why.places",
        })}
      </div>
    </section>`;
  return html`<section aria-labelledby="areas-title">
      <h2 id="areas-title">${translate("Parts of the product")}</h2>
      <ul class="chips">
        ${why.areas.map((area) => html`<li class="badge" dir="auto">${areaLabel(area)}</li>`)}
      </ul>
      ${fold(view, {
        key: `why.files.${why.id}`,
        label: translate("Folders and files"),
        body: () => areaFiles(why.areas),
      })}
    </section>
    ${areaFacts(view, why.facts)}`;
}
