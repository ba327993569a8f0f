import { html } from "lit";
import type { TemplateResult } from "lit";
import type { View } from "../view.ts";

/** A link that leaves VS Code, with the place it leads to. */
export const outside = (
  { translate }: Pick<View, "translate">,
  { href, host }: { readonly href: string; readonly host: string },
): TemplateResult =>
  html`<a href=${href} rel="noreferrer" class="outside">${translate("Open {host}", { host })}</a>`;
