import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ContestedField } from "../../protocol/panel-state.ts";
import { button, linkButton } from "../parts/controls.ts";
import { isolated, personClaim, personName, saidBlock } from "../parts/said.ts";
import { versionList } from "../parts/versions.ts";
import type { MilestoneView } from "./milestone-view.ts";

/** What people set, or moved, without having seen each other: all of it is kept until a person settles it. */
export function contestedDate(view: MilestoneView): TemplateResult | typeof nothing {
  const { milestone, translate } = view;
  if (milestone.contested.length === 0 && milestone.standing.length < 2) return nothing;
  return html`<section aria-labelledby="contested-title" class="contested">
    <h2 id="contested-title" tabindex="-1" data-focus="settle">${translate("Two versions")}</h2>
    ${milestone.standing.length < 2 ? nothing : twoDays(view)}
    ${milestone.contested.map((field) => oneField(view, field))}
  </section>`;
}

/** A third move settles two: it is one like any other, with its cause. */
function twoDays(view: MilestoneView): TemplateResult {
  const { milestone, translate, values, act } = view;
  return html`<div class="contested-field">
    <p>
      ${translate("Two people moved this date without seeing each other's move. Talk, then set it here.")}
    </p>
    <ul class="versions">
      ${milestone.moves
        .filter(({ stands }) => stands)
        .map(
          ({ id, by, at, to, because }) =>
            html`<li class="version">
              <p><time datetime=${to}>${values.day(to)}</time></p>
              ${saidBlock(because)}
              <p class="meta" title=${personClaim(by)}>
                ${translate("{name}, {day}", { name: personName(by), day: values.day(at.slice(0, 10)) })}
              </p>
              ${button({
                label: translate("Set it to {day}…", { day: values.day(to) }),
                press: () => {
                  act({ type: "openForm", form: { kind: "moveDate", notes: [] } });
                  act({ type: "type", note: milestone.id, key: "moveDate.to", text: to });
                },
                focus: `settle.${id}`,
              })}
            </li>`,
        )}
    </ul>
  </div>`;
}

function oneField(view: MilestoneView, { field, label, versions, writable }: ContestedField): TemplateResult {
  const { milestone, translate, act, state } = view;
  const place = `contested.${field}`;
  return html`<div class="contested-field">
    <p>
      ${translate(
        "Two people changed “{field}” without seeing each other's. Both are kept: pick one, or write a third.",
        { field: isolated(label) },
      )}
    </p>
    ${versionList(view, place, versions, (version) => ({
      type: "settleMilestone",
      milestone: milestone.id,
      field,
      version,
    }))}
    ${
      writable && state.form?.kind !== "editDate"
        ? linkButton({
            label: translate("Write a third"),
            press: () => act({ type: "openForm", form: { kind: "editDate", firmness: milestone.firmness } }),
            focus: `${place}.third`,
          })
        : nothing
    }
  </div>`;
}
