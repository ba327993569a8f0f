import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { RetroFact } from "../../protocol/retro-state.ts";
import { linkButton } from "../parts/controls.ts";
import { recordLine } from "../parts/record-line.ts";
import type { View } from "../view.ts";
import type { ShownRetro } from "./retro-page.ts";

/** Facts of one kind shown before the rest is asked for. */
const AT_FIRST = 5;

/** What the record knows of these days, without a name. What counts is said under each heading. */
export function retroFacts(view: View, { facts }: ShownRetro): TemplateResult {
  const { translate } = view;
  return html`<aside aria-labelledby="facts-title" class="retro-facts">
    <h2 id="facts-title">${translate("From the record")}</h2>
    ${
      facts.length === 0
        ? html`<p class="meta">
            ${translate("Of these days the record knows no estimate with its outcome, nothing late, no long wait and no moved date.")}
          </p>`
        : [
            group(
              view,
              facts,
              "estimate",
              translate("Estimates and outcomes"),
              translate("Notes that were marked as done in these days."),
            ),
            group(
              view,
              facts,
              "late",
              translate("What surfaced late"),
              translate(
                "On record less than 14 days before its date, or after it; or on record after it hurt, as was said when it was closed.",
              ),
            ),
            group(
              view,
              facts,
              "question",
              translate("Questions left waiting"),
              translate("Those that waited a week or longer."),
            ),
            group(view, facts, "moved", translate("Dates that moved"), translate("And why, as it was said.")),
          ]
    }
  </aside>`;
}

function group(
  view: View,
  facts: readonly RetroFact[],
  about: RetroFact["about"],
  title: string,
  what: string,
): TemplateResult | typeof nothing {
  const { translate, values, act, state } = view;
  const all = facts.filter((fact) => fact.about === about);
  if (all.length === 0) return nothing;
  const fold = `retro.${about}`;
  const shown = state.folds.has(fold) ? all : all.slice(0, AT_FIRST);
  const hidden = all.length - shown.length;
  return html`<h3>${title}</h3>
    <p class="meta">${what}</p>
    <ul class="plain">
      ${shown.map((fact, at) => recordLine(view, fact, `${fold}.${at}`))}
    </ul>
    ${
      hidden === 0
        ? nothing
        : linkButton({
            label: translate("Show {count} more", { count: values.number(hidden) }),
            press: () => act({ type: "fold", fold }),
            focus: fold,
          })
    }`;
}
