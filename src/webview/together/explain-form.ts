import { html } from "lit";
import type { TemplateResult } from "lit";
import { boxText, textArea, textLine } from "../parts/boxes.ts";
import { form } from "../parts/form.ts";
import { NO_NOTE } from "../typed-texts.ts";
import type { View } from "../view.ts";

/** Puts a word into the list that the team keeps. */
export function explainForm(view: View, word: string, repository: string): TemplateResult {
  const { translate } = view;
  const text = (key: string, base = "") => boxText(view, NO_NOTE, key, base).trim();
  const missing = (key: string, words: string) =>
    ({ type: "problem", place: "explain", text: words, focus: key }) as const;
  return form(view, {
    form: { kind: "explain", word },
    note: NO_NOTE,
    name: translate("Explain a word"),
    body: html`${textLine(view, { note: NO_NOTE, key: "explain.term", label: translate("The word"), base: word })}
    ${textArea(view, {
      note: NO_NOTE,
      key: "explain.explanation",
      label: translate("What does it mean, for a reader outside engineering?"),
    })}`,
    submit: {
      label: translate("Add the word"),
      action: () =>
        text("explain.term", word) === ""
          ? missing("explain.term", translate("Write the word first."))
          : text("explain.explanation") === ""
            ? missing("explain.explanation", translate("Say in a sentence what it means."))
            : {
                type: "perform",
                place: "explain",
                repository,
                action: {
                  type: "openTerm",
                  fields: { term: text("explain.term", word), explanation: text("explain.explanation") },
                },
                forget: ["explain.term", "explain.explanation"],
              },
    },
    after: translate("It is shared with everyone who can read this repository, and stays in its history."),
  });
}
