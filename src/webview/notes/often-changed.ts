import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import type { OftenChanged } from "../../protocol/history-evidence.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import type { View } from "../view.ts";

/** Places that change often and have no note: looked for when this is opened, and a suggestion to people only. */
export function oftenChanged(view: View): TemplateResult {
  return html`<section
    class="often-changed"
    aria-label=${view.translate("Places that change often and have no note")}
  >
    ${fold(view, {
      key: "oftenChanged",
      label: view.translate("Places that change often and have no note"),
      body: () => body(view),
    })}
  </section>`;
}

function body(view: View): TemplateResult {
  const { state, translate, act } = view;
  const told = state.oftenChanged;
  if (state.busy.has("oftenChanged")) {
    return html`<p class="meta" role="status">${translate("Counting the changes …")}</p>
      ${button({
        label: translate("Stop counting"),
        press: () => act({ type: "stopCounting", what: "oftenChanged" }),
        focus: "oftenChanged",
      })}`;
  }
  return html`${told === undefined ? nothing : answer(view, told)}
  ${problem(state.problems.get("oftenChanged"))}
  ${linkButton({
    label: translate("Count again"),
    press: () => act({ type: "oftenChanged" }),
    focus: "oftenChanged",
  })}`;
}

function answer(view: View, told: OftenChanged): TemplateResult {
  const { translate } = view;
  switch (told.kind) {
    case "cancelled":
      return html`<p class="meta" role="status">${translate("Counting was stopped.")}</p>`;
    case "nothing":
      return html`<p role="status">${told.explanation}</p>`;
    case "found":
      return html`${told.remark === undefined ? nothing : html`<p class="meta">${told.remark}</p>`}
      ${
        told.files.length === 0
          ? html`<p role="status">
              ${translate("Nothing stands out: no code without a note changed five times in six months.")}
            </p>`
          : html`<p class="meta">
                ${translate("Counted on this machine from the history. It suggests where to look; it is no verdict.")}
              </p>
              <ol class="plain">
                ${told.files.map((file) => row(view, file))}
              </ol>`
      }`;
  }
}

function row(
  view: View,
  { repository, path, reason }: Extract<OftenChanged, { kind: "found" }>["files"][number],
): TemplateResult {
  const { translate, act, state } = view;
  const shown = plainLine(path);
  const place = `often.${repository}.${path}`;
  return html`<li class="often">
    <p class="path"><code>${shown}</code></p>
    <p class="meta">${reason}</p>
    ${problem(state.problems.get(place))}
    <div class="buttons">
      ${linkButton({
        label: translate("Flag it"),
        spoken: translate("Flag it: {path}", { path: shown }),
        press: () => act({ type: "flagFile", repository, path }),
        focus: `flagFile.${repository}.${path}`,
      })}
      ${linkButton({
        label: translate("Show"),
        spoken: translate("Show: {path}", { path: shown }),
        press: () => act({ type: "showFile", repository, path }),
        focus: `showFile.${repository}.${path}`,
      })}
    </div>
  </li>`;
}
