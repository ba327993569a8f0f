import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { BriefState } from "../../protocol/brief-state.ts";
import { button, problem } from "../parts/controls.ts";
import { isolated, personClaim, personName, saidBlock } from "../parts/said.ts";
import type { View } from "../view.ts";

/** What people wrote without having seen each other: both are kept until somebody picks one, or writes another. */
export function contestedWhy(view: View, why: BriefState): TemplateResult | typeof nothing {
  const { translate, values, act, state } = view;
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
        <ul class="versions">
          ${versions.map(
            ({ event, by, at, text }) =>
              html`<li class="version">
                ${text.trim() === "" ? html`<p class="meta">${translate("Left empty")}</p>` : saidBlock(text)}
                <p class="meta" title=${personClaim(by)}>
                  ${translate("{name}, {day}", { name: personName(by), day: values.day(at.slice(0, 10)) })}
                </p>
                ${button({
                  label: translate("Take this one"),
                  press: () =>
                    act({
                      type: "perform",
                      place,
                      action: { type: "settleBrief", brief: why.id, field, version: event },
                      forget: [],
                    }),
                  focus: `settle.${event}`,
                  spoken: translate("Take this one: {text}", { text: isolated(text) }),
                  busy: state.busy.has(place),
                })}
              </li>`,
          )}
        </ul>
        ${problem(state.problems.get(place))}
      </div>`;
    })}
  </section>`;
}
