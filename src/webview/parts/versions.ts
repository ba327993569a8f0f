import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { EventId } from "../../domain/ids.ts";
import type { ActionInput } from "../../protocol/action.ts";
import type { ContestedField } from "../../protocol/panel-state.ts";
import type { View } from "../view.ts";
import { button, problem } from "./controls.ts";
import { isolated, personClaim, personName, saidBlock } from "./said.ts";

/** Every version of a field that people set without having seen each other, each to be taken. A refusal is said below, under `place`. */
export function versionList(
  { translate, values, act, state }: View,
  place: string,
  versions: ContestedField["versions"],
  settle: (version: EventId) => ActionInput,
): TemplateResult {
  return html`<ul class="versions">
      ${versions.map(
        ({ event, by, at, text }) =>
          html`<li class="version">
            ${text.trim() === "" ? html`<p class="meta">${translate("Left empty")}</p>` : saidBlock(text)}
            <p class="meta" title=${personClaim(by)}>
              ${translate("{name}, {day}", { name: personName(by), day: values.day(at.slice(0, 10)) })}
            </p>
            ${button({
              label: translate("Take this one"),
              press: () => act({ type: "perform", place, action: settle(event), forget: [] }),
              focus: `settle.${event}`,
              spoken: translate("Take this one: {text}", { text: isolated(text) }),
              busy: state.busy.has(place),
            })}
          </li>`,
      )}
    </ul>
    ${problem(state.problems.get(place))}`;
}

/** What people wrote without having seen each other's: every field with its versions, until somebody picks one. `say` names the way out beside that. */
export function contestedFields(
  view: View,
  fields: readonly ContestedField[],
  say: (field: string) => string,
  settle: (field: string, version: EventId) => ActionInput,
): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  return html`<section aria-labelledby="contested-title" class="contested">
    <h2 id="contested-title" tabindex="-1" data-focus="contested">${view.translate("Two versions")}</h2>
    ${fields.map(
      ({ field, label, versions }) =>
        html`<div class="contested-field">
          <p>${say(isolated(label))}</p>
          ${versionList(view, `contested.${field}`, versions, (version) => settle(field, version))}
        </div>`,
    )}
  </section>`;
}
