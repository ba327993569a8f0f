import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { statusLabel } from "../../protocol/labels.ts";
import type { AreaFacts } from "../../protocol/brief-state.ts";
import { pageLink } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { statusGlyph } from "../parts/glyph.ts";
import type { View } from "../view.ts";
import { plainLine } from "../../base/plain-text.ts";

/** What is known of the areas, before the work starts: exactly the open notes there. */
export function areaFacts(view: View, { notes, often }: AreaFacts): TemplateResult {
  const { translate, values, act } = view;
  return html`<section aria-labelledby="area-facts-title" class="area-facts">
    <h2 id="area-facts-title" tabindex="-1" data-focus="why.facts">
      ${
        notes.length === 0
          ? translate("Nothing is on record in this area")
          : notes.length === 1
            ? translate("1 known constraint in this area. Look before you start:")
            : translate("{count} known constraints in this area. Look before you start:", {
                count: values.number(notes.length),
              })
      }
    </h2>
    ${
      notes.length === 0
        ? nothing
        : html`<ul class="now-rows">
            ${notes.map(
              ({ note, title, status, impact }) =>
                html`<li class="now-row">
                  ${statusGlyph(status)}
                  <div class="now-words">
                    ${pageLink({
                      label: html`<span class="row-title" dir="auto">${title}</span>`,
                      follow: () => act({ type: "go", route: { section: "notes", note } }),
                      focus: `known.${note}`,
                    })}
                    <p class="meta">
                      ${statusLabel(status, translate)} ·
                      <span class="said-line" dir="auto"
                        >${plainLine(impact) || translate("Effect on users: not known yet.")}</span
                      >
                    </p>
                  </div>
                </li>`,
            )}
          </ul>`
    }
    ${often.length === 0 ? nothing : oftenChanged(view, often)}
  </section>`;
}

/** Counted on this machine; a place to look at, and no verdict. */
const oftenChanged = (view: View, often: AreaFacts["often"]): TemplateResult =>
  fold(view, {
    key: "why.often",
    label:
      often.length === 1
        ? view.translate("1 place here changes often")
        : view.translate("{count} places here change often", { count: view.values.number(often.length) }),
    body: () =>
      html`<p class="meta">
          ${view.translate("Counted on this machine from the history. It suggests where to look; it is no verdict.")}
        </p>
        <ul class="plain">
          ${often.map(
            ({ path, reason }) =>
              html`<li class="often">
                <p class="path"><code>${plainLine(path)}</code></p>
                <p class="meta">${reason}</p>
              </li>`,
          )}
        </ul>`,
  });
