import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { WordsState } from "../../protocol/together-state.ts";
import { boxText, textArea, textLine } from "../parts/boxes.ts";
import { button, linkButton, pencil, problem } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { saidBlock, saidLine } from "../parts/said.ts";
import { NO_NOTE } from "../typed-texts.ts";
import type { View } from "../view.ts";
import { explainForm } from "./explain-form.ts";
import { togetherNav } from "./together-nav.ts";

type Word = WordsState["words"][number];

const SEARCH = "words.search";
/** Words shown before the rest is asked for. */
const AT_FIRST = 100;

/** The glossary: what the team's own words mean. */
export function wordsPage(view: View, shown: WordsState): TemplateResult {
  const { translate, act, state } = view;
  const open = { kind: "explain", word: "" } as const;
  return html`<div class="page words">
    ${togetherNav(view, "words")}
    <h1 tabindex="-1" data-focus="title">${translate("Words we use")}</h1>
    ${
      shown.words.length === 0
        ? html`<div class="empty">
            <p>
              ${translate("No word is explained yet. Select one on a note, or add it here: it is explained wherever it stands.")}
            </p>
          </div>`
        : wordList(view, shown.words)
    }
    ${
      isOpen(view, open)
        ? explainForm(view, "", shown.repository)
        : html`<div class="buttons">
              ${button({
                label: translate("Explain a word"),
                press: () => act({ type: "openForm", form: open }),
                focus: "explain",
                primary: state.form === undefined,
              })}
            </div>
            ${started(view, NO_NOTE, open)}`
    }
  </div>`;
}

function wordList(view: View, words: readonly Word[]): TemplateResult {
  const { translate, act, state, values } = view;
  const wanted = boxText(view, NO_NOTE, SEARCH).trim().toLowerCase();
  const found = words.filter(({ term, explanation }) =>
    `${term} ${explanation}`.toLowerCase().includes(wanted),
  );
  const hidden = state.folds.has("words.all") ? 0 : Math.max(0, found.length - AT_FIRST);
  return html`${textLine(view, { note: NO_NOTE, key: SEARCH, label: translate("Search words") })}
  ${
    found.length === 0
      ? html`<p>${translate("No word matches.")}</p>`
      : html`<dl class="word-list">
          ${repeat(
            found.slice(0, found.length - hidden),
            ({ id }) => id,
            (word) => wordEntry(view, word),
          )}
        </dl>`
  }
  ${
    hidden === 0
      ? nothing
      : linkButton({
          label: translate("Show {count} more", { count: values.number(hidden) }),
          press: () => act({ type: "fold", fold: "words.all" }),
          focus: "words.all",
        })
  }`;
}

function wordEntry(view: View, word: Word): TemplateResult {
  const { translate, act, state } = view;
  const editing = { kind: "word", id: word.id } as const;
  const place = `settleWord.${word.id}`;
  return html`<div class="word">
    <dt class="with-pencil">
      <span dir="auto">${word.term}</span>
      ${pencil({
        label: translate("Edit the word {word}", { word: word.term }),
        press: () => act({ type: "openForm", form: editing }),
        focus: `edit.${word.id}`,
      })}
    </dt>
    <dd>
      ${
        isOpen(view, editing)
          ? editForm(view, word)
          : html`${saidBlock(word.explanation)} ${started(view, word.id, editing)}
            ${versions(view, word, "term", word.terms, place)}
            ${versions(view, word, "explanation", word.explanations, place)}
            ${problem(state.problems.get(place))}`
      }
    </dd>
  </div>`;
}

/** Two people wrote it without having seen each other: both stand until somebody picks one, or writes a third. */
function versions(
  { translate, act }: View,
  word: Word,
  field: "term" | "explanation",
  texts: readonly string[],
  place: string,
): TemplateResult | typeof nothing {
  if (texts.length === 0) return nothing;
  return html`<p class="meta">
      ${translate("Two people wrote this without seeing each other's words. Pick one, or write a third.")}
    </p>
    <ul class="plain">
      ${texts.map(
        (text, at) =>
          html`<li>
            ${saidLine(text)}
            ${linkButton({
              label: translate("Use this one"),
              spoken: translate("Use this one: {text}", { text }),
              press: () =>
                act({
                  type: "perform",
                  place,
                  action: { type: "editTerm", term: word.id, fields: { [field]: text } },
                  forget: [],
                }),
              focus: `use.${word.id}.${field}.${at}`,
            })}
          </li>`,
      )}
    </ul>`;
}

function editForm(view: View, word: Word): TemplateResult {
  const { translate, act } = view;
  const name = `word.${word.id}`;
  const keys = { term: `${name}.term`, explanation: `${name}.explanation` };
  const text = (key: string, base: string) => boxText(view, word.id, key, base).trim();
  return form(view, {
    form: { kind: "word", id: word.id },
    note: word.id,
    name: translate("Edit the word {word}", { word: word.term }),
    body: html`${textLine(view, { note: word.id, key: keys.term, label: translate("The word"), base: word.term })}
    ${textArea(view, {
      note: word.id,
      key: keys.explanation,
      label: translate("What does it mean, for a reader outside engineering?"),
      base: word.explanation,
    })}
    ${linkButton({
      label: translate("Take it off the list"),
      press: () =>
        act({
          type: "perform",
          place: name,
          action: { type: "editTerm", term: word.id, fields: { withdrawn: true } },
          forget: [keys.term, keys.explanation],
        }),
      focus: `${name}.withdraw`,
      quiet: true,
    })}`,
    submit: {
      label: translate("Save"),
      action: () =>
        text(keys.term, word.term) === "" || text(keys.explanation, word.explanation) === ""
          ? { type: "problem", place: name, text: translate("A word needs its explanation.") }
          : {
              type: "perform",
              place: name,
              action: {
                type: "editTerm",
                term: word.id,
                fields: {
                  term: text(keys.term, word.term),
                  explanation: text(keys.explanation, word.explanation),
                },
              },
              forget: [keys.term, keys.explanation],
            },
    },
  });
}
