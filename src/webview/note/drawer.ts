import { html } from "lit";
import type { TemplateResult } from "lit";
import { formName } from "../open-form.ts";
import type { OpenForm } from "../open-form.ts";

/** A form that opens above the buttons of the foot and leaves the note readable. */
export const drawer = (content: TemplateResult, form: OpenForm): TemplateResult =>
  html`<div class="drawer" data-drawer=${formName(form)}>${content}</div>`;
