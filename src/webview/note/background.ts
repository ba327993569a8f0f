import { html } from "lit";
import type { nothing, TemplateResult } from "lit";
import {} from "../parts/said.ts";
import { explainedBlock } from "../parts/explained.ts";
import type { NoteView } from "../view.ts";
import { fieldForm, fieldIsOpen, fieldPencil, fieldStarted } from "./edit-field.ts";

/** What else one has to know. */
export function background(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate } = view;
  const open = fieldIsOpen(view, "context");
  if (note.context.trim() === "" && !open) return fieldStarted(view, "context");
  return html`<section aria-labelledby="background-title">
    <h2 id="background-title">${translate("Background")}</h2>
    ${
      open
        ? fieldForm(view, "context")
        : html`<div class="with-pencil">
              ${explainedBlock(view, note.context)}${fieldPencil(view, "context")}
            </div>
            ${fieldStarted(view, "context")}`
    }
  </section>`;
}
