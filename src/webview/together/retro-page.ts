import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { RetroState } from "../../protocol/retro-state.ts";
import { linkButton, pageLink, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { isOpen, started } from "../parts/form.ts";
import { isolated, saidLine } from "../parts/said.ts";
import { contestedFields } from "../parts/versions.ts";
import type { View } from "../view.ts";
import { editRetro, openRetro } from "./name-retro.ts";
import { retroActions } from "./retro-actions.ts";
import { retroBoxes } from "./retro-boxes.ts";
import { retroFacts } from "./retro-facts.ts";
import { teamFigures } from "./team-figures.ts";
import { togetherNav } from "./together-nav.ts";

const EDIT = { kind: "editRetro" } as const;
const CLOSE = "closeRetro";

/** A retro that is on the page. */
export type ShownRetro = NonNullable<RetroState["retro"]> & { readonly id: string };

/** A look back: the PM's box first, everybody's, the facts from the record beside them, and what comes out of it. */
export function retroPage(view: View, shown: RetroState): TemplateResult {
  const { id, retro } = shown;
  return html`<article class="page retro">
    ${togetherNav(view, "retro")}
    ${id === undefined || retro === null ? openRetro(view, shown) : oneRetro(view, { ...retro, id })}
    ${others(view, shown)} ${teamFigures(view, shown.figures)}
  </article>`;
}

function oneRetro(view: View, retro: ShownRetro): TemplateResult {
  const { translate, values } = view;
  return html`<h1 dir="auto" tabindex="-1" data-focus="title">
      ${translate("Retro: {name}", { name: isolated(retro.name) })}
    </h1>
    <ul class="meta-line">
      <li>${translate("{from} to {to}", { from: values.day(retro.from), to: values.day(retro.to) })}</li>
      ${retro.closed ? html`<li class="badge">${translate("Closed")}</li>` : nothing}
    </ul>
    ${
      retro.isNewer
        ? html`<p class="meta" role="note">
            ${translate("Written by a newer Sightline. You can read it; update to change it.")}
          </p>`
        : nothing
    }
    ${isOpen(view, EDIT) ? editRetro(view, retro) : started(view, retro.id, EDIT)}
    ${contestedFields(
      view,
      retro.contested,
      (field) =>
        translate("People changed “{field}” without seeing each other's. All are kept: pick one.", { field }),
      (field, version) => ({ type: "settleRetro", retro: retro.id, field, version }),
    )}
    <div class="retro-columns">
      <div>${retroBoxes(view, retro)}</div>
      ${retroFacts(view, retro)}
    </div>
    ${retroActions(view, retro)} ${ending(view, retro)}`;
}

function ending({ translate, act, state }: View, retro: ShownRetro): TemplateResult {
  return html`<div class="buttons">
      ${linkButton({
        label: retro.closed ? translate("Open it again") : translate("Close the retro"),
        press: () =>
          act({
            type: "perform",
            place: CLOSE,
            action: { type: "editRetro", retro: retro.id, fields: { closed: !retro.closed } },
            forget: [],
          }),
        focus: CLOSE,
      })}
      ${
        retro.closed
          ? nothing
          : linkButton({
              label: translate("Change its name or days"),
              press: () => act({ type: "openForm", form: EDIT }),
              focus: "editRetro.open",
              quiet: true,
            })
      }
    </div>
    ${problem(state.problems.get(CLOSE))}`;
}

function others(view: View, { others: retros }: RetroState): TemplateResult | typeof nothing {
  const { translate, values, act } = view;
  if (retros.length === 0) return nothing;
  return fold(view, {
    key: "retro.others",
    label: translate("Other retros ({count})", { count: values.number(retros.length) }),
    body: () =>
      html`<ul class="plain">
        ${retros.map(
          ({ id, name, from, to, closed }) =>
            html`<li class="since-line">
              ${pageLink({
                label: saidLine(name),
                follow: () =>
                  act({ type: "go", route: { section: "together", show: { view: "retro", id } } }),
                focus: `retro.${id}`,
              })}
              <span class="meta">
                ${translate("{from} to {to}", { from: values.day(from), to: values.day(to) })}
                ${closed ? nothing : html`· ${translate("Still open")}`}
              </span>
            </li>`,
        )}
      </ul>`,
  });
}
