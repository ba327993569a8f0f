import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { View } from "../view.ts";
import { foldGlyph } from "./glyph.ts";

/** Something that is shown when asked for. It stays as it was left, over reloads too. */
export function fold(
  view: View,
  { key, label, body }: { readonly key: string; readonly label: unknown; readonly body: () => unknown },
): TemplateResult {
  const open = view.state.folds.has(key);
  return html`<div class="fold">
    <button
      type="button"
      class="fold-head"
      aria-expanded=${String(open)}
      data-focus=${`fold.${key}`}
      @click=${() => view.act({ type: "fold", fold: key })}
    >
      ${foldGlyph()}<span>${label}</span>
    </button>
    ${open ? html`<div class="fold-body">${body()}</div>` : nothing}
  </div>`;
}
