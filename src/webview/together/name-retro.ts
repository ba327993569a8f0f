import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ActionInput } from "../../protocol/action.ts";
import type { RetroState } from "../../protocol/retro-state.ts";
import type { OpenForm } from "../open-form.ts";
import type { PageAction } from "../page-action.ts";
import { button, chooser } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { isolated } from "../parts/said.ts";
import { spanBoxes, spanIn, spanKeys } from "../parts/span-boxes.ts";
import type { Span, SpanBoxes } from "../parts/span-boxes.ts";
import { NO_NOTE } from "../typed-texts.ts";
import type { View } from "../view.ts";
import type { ShownRetro } from "./retro-page.ts";

const OPEN = { kind: "openRetro", from: 0 } as const;

/** Where no retro is open: what it is, and how one is opened. */
export function openRetro(view: View, shown: RetroState): TemplateResult {
  const { translate, act, state } = view;
  return html`<h1 tabindex="-1" data-focus="title">${translate("Retro")}</h1>
    ${
      isOpen(view, OPEN)
        ? openForm(view, shown)
        : html`<div class="empty">
            <p>
              ${translate(
                "A look back in which the PM goes first: what I did that didn't work. Then everybody, with the facts from the record beside it.",
              )}
            </p>
            <div class="buttons">
              ${button({
                label: translate("Open a retro"),
                press: () => act({ type: "openForm", form: OPEN }),
                focus: "openRetro.open",
                primary: state.form === undefined,
              })}
            </div>
            ${started(view, NO_NOTE, OPEN)}
          </div>`
    }`;
}

function openForm(view: View, { suggestions, repository }: RetroState): TemplateResult {
  const { translate, act, state, values } = view;
  const from = state.form?.kind === "openRetro" ? state.form.from : 0;
  // Another suggestion is another text.
  const boxes = { record: NO_NOTE, form: `openRetro.${from}`, base: suggestions[from] };
  return form(view, {
    form: { kind: "openRetro", from },
    note: NO_NOTE,
    name: translate("Open a retro"),
    body: html`${
      suggestions.length === 0
        ? nothing
        : chooser({
            label: translate("What do you look back at?"),
            value: String(from),
            choices: [
              ...suggestions.map((one, at) => ({
                value: String(at),
                label: translate("{name}, {from} to {to}", {
                  name: isolated(one.name),
                  from: values.day(one.from),
                  to: values.day(one.to),
                }),
              })),
              { value: String(suggestions.length), label: translate("Something else") },
            ],
            choose: (chosen) =>
              act({ type: "changeForm", form: { kind: "openRetro", from: Number(chosen) } }),
            focus: "openRetro.from",
          })
    }
    ${spanBoxes(view, { ...boxes, label: translate("What do you call it?") })}`,
    submit: {
      label: translate("Open the retro"),
      action: () =>
        named(
          view,
          boxes,
          { kind: "openRetro", from },
          (fields) => ({ type: "openRetro", fields }),
          repository,
        ),
    },
    after: translate("It is shared with everyone who can read this repository, and stays in its history."),
  });
}

/** Another name, other days: the facts follow. */
export function editRetro(view: View, retro: ShownRetro): TemplateResult {
  const { translate } = view;
  const boxes = { record: retro.id, form: "editRetro", base: retro };
  return form(view, {
    form: { kind: "editRetro" },
    note: retro.id,
    name: translate("Change its name or days"),
    body: spanBoxes(view, { ...boxes, label: translate("What do you call it?") }),
    submit: {
      label: translate("Save"),
      action: () =>
        named(view, boxes, { kind: "editRetro" }, (fields) => ({
          type: "editRetro",
          retro: retro.id,
          fields,
        })),
    },
  });
}

function named(
  view: View,
  boxes: Omit<SpanBoxes, "label">,
  { kind: place }: OpenForm,
  action: (fields: { readonly name: string; readonly period: Omit<Span, "name"> }) => ActionInput,
  repository?: string,
): PageAction {
  const found = spanIn(view, boxes);
  if ("missing" in found) return { type: "problem", place, text: found.missing, focus: found.focus };
  const { name, from, to } = found.span;
  if (name === "")
    return {
      type: "problem",
      place,
      text: view.translate("Give it a name first."),
      focus: `${boxes.form}.name`,
    };
  return {
    type: "perform",
    place,
    repository,
    action: action({ name, period: { from, to } }),
    forget: spanKeys(boxes.form),
  };
}
