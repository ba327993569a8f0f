import { html } from "lit";
import type { TemplateResult } from "lit";
import type { TogetherRef } from "../../protocol/together-state.ts";
import type { View } from "../view.ts";

/** The pages of *Together*, above each of them. */
export function togetherNav(view: View, current: TogetherRef["view"]): TemplateResult {
  const { translate, act } = view;
  const pages: readonly { readonly show: TogetherRef; readonly label: string }[] = [
    { show: { view: "oneOnOne" }, label: translate("1:1") },
    { show: { view: "retro" }, label: translate("Retro") },
    { show: { view: "words" }, label: translate("Words we use") },
  ];
  return html`<nav class="pages" aria-label=${translate("Together")}>
    <ul>
      ${pages.map(
        ({ show, label }) =>
          html`<li>
            <button
              type="button"
              class="link"
              data-focus=${`together.${show.view}`}
              aria-current=${show.view === current ? "page" : "false"}
              @click=${() => act({ type: "go", route: { section: "together", show } })}
            >
              ${label}
            </button>
          </li>`,
      )}
    </ul>
  </nav>`;
}
