import { html } from "lit";
import type { TemplateResult } from "lit";
import { plainText } from "../../base/plain-text.ts";
import { markTerms } from "../../domain/term/mark-terms.ts";
import type { View } from "../view.ts";

/**
 * A text with the team's words marked: a dotted line, and what they mean on hover, on focus and for a screen reader. The first of each word in a text is
 * reached by the Tab key; every one is text and nothing else.
 */
export function explained({ state }: Pick<View, "state">, text: string): readonly unknown[] {
  const seen = new Set<string>();
  return markTerms(text, state.glossary.words).map(({ text: words, explanation }) => {
    if (explanation === undefined) return words;
    const isFirst = !seen.has(explanation);
    seen.add(explanation);
    // White space inside the element would be white space in the text.
    // prettier-ignore
    return isFirst
      ? html`<dfn class="term" tabindex="0" title=${explanation}>${words}</dfn>`
      : html`<dfn class="term" title=${explanation}>${words}</dfn>`;
  });
}

/** A text of one or more paragraphs, with the team's words explained. */
export const explainedBlock = (view: Pick<View, "state">, text: string): TemplateResult =>
  // prettier-ignore
  html`<p class="said" dir="auto">${explained(view, plainText(text).trim())}</p>`;
