import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { EventId } from "../../domain/ids.ts";
import type { OptionState } from "../../protocol/panel-state.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { linkButton } from "../parts/controls.ts";
import { form } from "../parts/form.ts";
import { personName } from "../parts/said.ts";
import type { NoteView } from "../view.ts";

const KEY = "ask.text";

/** What every question starts with. */
export const askPrefix = ({ translate }: Pick<NoteView, "translate">): string =>
  `${translate("Help me understand")} `;

interface Ending {
  readonly words: string;
  readonly options: readonly EventId[];
}

/** "A and B", "A, B and C". */
function lettersOf({ translate }: NoteView, options: readonly OptionState[]): string {
  const letters = options.map(({ letter }) => letter);
  const last = letters.pop() ?? "";
  return letters.length === 0
    ? last
    : translate("{letters} and {last}", { letters: letters.join(", "), last });
}

function endings(view: NoteView): readonly Ending[] {
  const { note, translate } = view;
  const ways = note.options.filter(({ doNothing }) => !doNothing);
  return [
    ...(ways.length < 2
      ? []
      : [
          {
            words: translate("the trade-offs between {letters}", { letters: lettersOf(view, ways) }),
            options: ways.map(({ id }) => id),
          },
        ]),
    { words: translate("what users would notice"), options: [] },
    { words: translate("why it takes this long"), options: [] },
    { words: translate("what we could leave out"), options: [] },
  ];
}

/** Puts an ending in the box: in the place of another ending, else behind what was typed. */
function withEnding(view: NoteView, ending: string): string {
  const prefix = askPrefix(view);
  const text = boxText(view, view.note.id, KEY, prefix);
  const rest = text.startsWith(prefix) ? text.slice(prefix.length).trim() : text.trim();
  const isEnding = rest === "" || endings(view).some(({ words }) => words === rest);
  return isEnding ? `${prefix}${ending}` : `${text.trimEnd()} ${ending}`;
}

export function askForm(view: NoteView, options: readonly EventId[]): TemplateResult {
  const { note, translate, act } = view;
  const prefix = askPrefix(view);
  const text = () => boxText(view, note.id, KEY, prefix).trim();
  const about = note.options.filter(({ id }) => options.includes(id));
  return form(view, {
    form: { kind: "ask", options: [...options] },
    note: note.id,
    name: translate("Ask"),
    body: html`${textArea(view, { note: note.id, key: KEY, label: translate("Your question"), base: prefix })}
      <ul class="endings" aria-label=${translate("Endings to pick")}>
        ${endings(view).map(
          (ending, index) =>
            html`<li>
              ${linkButton({
                label: ending.words,
                press: () => {
                  act({ type: "type", note: note.id, key: KEY, text: withEnding(view, ending.words) });
                  act({ type: "changeForm", form: { kind: "ask", options: [...ending.options] } });
                },
                focus: `ask.ending.${index}`,
              })}
            </li>`,
        )}
      </ul>
      ${
        about.length === 0
          ? nothing
          : html`<p class="meta">
              ${
                about.length === 1
                  ? translate("About option {letters}.", { letters: lettersOf(view, about) })
                  : translate("About the options {letters}.", { letters: lettersOf(view, about) })
              }
            </p>`
      }`,
    submit: {
      label: translate("Ask"),
      action: () =>
        text() === "" || text() === prefix.trim()
          ? {
              type: "problem",
              place: "ask",
              text: translate("Say what you would like to understand."),
              focus: KEY,
            }
          : {
              type: "perform",
              place: "ask",
              action: {
                type: "ask",
                note: note.id,
                text: text(),
                options: [...options],
                ...(note.owner === null ? {} : { to: note.owner }),
              },
              forget: [KEY],
            },
    },
    after:
      note.owner === null
        ? translate("It goes to the person who put this on record. You close it.")
        : translate("It goes to {name}. You close it.", { name: personName(note.owner) }),
  });
}

/** [Ask], where something is missing: opens the form with the question half written. */
export function askAbout(
  view: NoteView,
  {
    words,
    options,
    focus,
  }: { readonly words: string; readonly options: readonly EventId[]; readonly focus: string },
): TemplateResult {
  const { note, translate, act } = view;
  return linkButton({
    label: translate("Ask"),
    press: () => {
      act({ type: "openForm", form: { kind: "ask", options: [...options] } });
      act({ type: "type", note: note.id, key: KEY, text: withEnding(view, words) });
    },
    focus,
    spoken: translate("Ask: {words}", { words }),
  });
}
