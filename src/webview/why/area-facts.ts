import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { statusLabel } from "../../protocol/labels.ts";
import type { AreaFacts } from "../../protocol/brief-state.ts";
import { pageLink } from "../parts/controls.ts";
import { statusGlyph } from "../parts/glyph.ts";
import type { View } from "../view.ts";
import { plainLine } from "../../base/plain-text.ts";

/** What is known of the areas, before the work starts: exactly the open notes there. */
export function areaFacts(view: View, { notes }: AreaFacts): TemplateResult {
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
  </section>`;
}
