import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { linkButton, pageLink } from "../parts/controls.ts";
import { isOpen, started } from "../parts/form.ts";
import { routeTo } from "../parts/record-line.ts";
import { isolated, personClaim, personName, saidBlock, saidLine } from "../parts/said.ts";
import { sayBox } from "../parts/say-box.ts";
import type { View } from "../view.ts";
import { fromAction } from "./from-action.ts";
import type { ShownRetro } from "./retro-page.ts";

export type ShownAction = ShownRetro["actions"][number];

/** What is to be done, as it was taken down; each can become a note or a why. */
export function retroActions(view: View, retro: ShownRetro): TemplateResult {
  const { translate } = view;
  return html`<section aria-labelledby="actions-title" class="retro-actions">
    <h2 id="actions-title">${translate("What we will do")}</h2>
    ${
      retro.actions.length === 0
        ? html`<p>
            ${translate("Nothing is taken down yet. What becomes a note or a why comes up again by itself.")}
          </p>`
        : html`<ul class="plain">
            ${repeat(
              retro.actions,
              ({ id }) => id,
              (action) => oneAction(view, retro, action),
            )}
          </ul>`
    }
    ${
      retro.closed
        ? nothing
        : sayBox(view, {
            record: retro.id,
            key: "retro.action",
            label: translate("One thing to do, in a few words"),
            hideLabel: false,
            submit: translate("Take it down"),
            primary: false,
            action: (text) => ({ type: "takeDownAction", retro: retro.id, text }),
          })
    }
  </section>`;
}

function oneAction(view: View, retro: ShownRetro, action: ShownAction): TemplateResult {
  const { translate, values, act } = view;
  const forms = (["note", "why"] as const).map(
    (to) => ({ kind: "fromAction", to, action: action.id }) as const,
  );
  const open = forms.find((form) => isOpen(view, form));
  return html`<li class="retro-words">
    ${saidBlock(action.text)}
    <p class="meta" title=${personClaim(action.by)}>
      ${translate("{name}, {day}", { name: personName(action.by), day: values.day(action.at.slice(0, 10)) })}
    </p>
    ${action.made.map(
      (made) =>
        html`<p>
          ${made.of === "note" ? translate("Became a note:") : translate("Became a why:")}
          ${pageLink({
            label: saidLine(made.title),
            follow: () => act({ type: "go", route: routeTo(made) }),
            focus: `made.${made.record}`,
          })}
        </p>`,
    )}
    ${
      action.made.length > 0
        ? nothing
        : open !== undefined
          ? fromAction(view, retro.id, action, open.to)
          : html`<p class="line-actions">
                ${forms.map((form) =>
                  linkButton({
                    label: form.to === "note" ? translate("Make it a note…") : translate("Make it a why…"),
                    press: () => act({ type: "openForm", form }),
                    focus: `action.${form.to}.${action.id}.open`,
                    spoken:
                      form.to === "note"
                        ? translate("Make it a note: {text}", { text: isolated(action.text) })
                        : translate("Make it a why: {text}", { text: isolated(action.text) }),
                    quiet: true,
                  }),
                )}
              </p>
              ${forms.map((form) => started(view, retro.id, form))}`
    }
  </li>`;
}
