import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { BriefState } from "../../protocol/brief-state.ts";
import { isolated } from "../parts/said.ts";
import { versionList } from "../parts/versions.ts";
import type { View } from "../view.ts";

/** What people wrote without having seen each other: both are kept until somebody picks one, or writes another. */
export function contestedWhy(view: View, why: BriefState): TemplateResult | typeof nothing {
  const { translate } = view;
  if (why.contested.length === 0) return nothing;
  return html`<section aria-labelledby="contested-title" class="contested">
    <h2 id="contested-title" tabindex="-1" data-focus="contested">${translate("Two versions")}</h2>
    ${why.contested.map(({ field, label, versions }) => {
      const place = `contested.${field}`;
      return html`<div class="contested-field">
        <p>
          ${translate(
            "People changed “{field}” without seeing each other's. All are kept: pick one, or change the why.",
            { field: isolated(label) },
          )}
        </p>
        ${versionList(view, place, versions, (version) => ({
          type: "settleBrief",
          brief: why.id,
          field,
          version,
        }))}
      </div>`;
    })}
  </section>`;
}
