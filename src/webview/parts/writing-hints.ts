import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { writingHints } from "../../domain/plain-words.ts";
import type { View } from "../view.ts";

/** Under a box that a reader outside engineering will read: what they may stumble over. It never stands in the way. */
export function hintsToWriter(
  { state, translate }: View,
  text: string,
  { isImpact, notWho = isImpact }: { readonly isImpact: boolean; readonly notWho?: boolean },
): TemplateResult | typeof nothing {
  const { words, people } = state.glossary;
  const hints = writingHints(text, { terms: words.map(({ term }) => term), people });
  const lines = [
    ...(hints.stumbles.length > 0
      ? [
          translate("A reader outside engineering may stumble over: {words}", {
            words: hints.stumbles.join(", "),
          }),
        ]
      : []),
    ...(notWho && hints.namesPerson ? [translate("Describe what happens, not who.")] : []),
    ...(isImpact && hints.short ? [translate("What will a user notice, from when?")] : []),
  ];
  return lines.length === 0
    ? nothing
    : html`<div class="hints meta" role="status">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
}
