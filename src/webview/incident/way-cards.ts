import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { namesIn } from "../../domain/call-names.ts";
import { parseEffort } from "../../domain/effort.ts";
import { Reversibility } from "../../domain/words.ts";
import { plainLine } from "../../base/plain-text.ts";
import { reversibilityLabel, wayLabel } from "../../protocol/labels.ts";
import type { IncidentState, OptionState } from "../../protocol/panel-state.ts";
import { typedEffort } from "../comparison/columns.ts";
import { boxText, textLine } from "../parts/boxes.ts";
import { chooser, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { form } from "../parts/form.ts";
import { tickGlyph } from "../parts/glyph.ts";
import type { NoteView } from "../view.ts";
import { savedBox } from "./saved-box.ts";

/** A way out as it is called: the three by their names, another that somebody added by its own words. */
export const wayName = ({ way, letter, title }: OptionState, { translate }: Pick<NoteView, "translate">) =>
  way === undefined
    ? translate("{letter}: {words}", { letter, words: plainLine(title) })
    : wayLabel(way, translate);

/** Where the arrow keys lead from a card. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Roll back, patch, hold: side by side, two fields each. The arrow keys choose one, Enter takes it. */
export function wayCards(view: NoteView, incident: IncidentState): TemplateResult {
  const { note, translate } = view;
  const move = (event: KeyboardEvent) => {
    const heads = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".way-head")];
    const at = heads.indexOf(event.target as HTMLElement);
    const step = STEPS[event.key];
    if (at === -1 || step === undefined) return;
    event.preventDefault();
    heads[(at + step + heads.length) % heads.length]?.focus();
  };
  return html`<section aria-labelledby="ways-title" class="ways">
    <h2 id="ways-title">${translate("What do we do?")}</h2>
    <p class="meta" id="ways-keys">${translate("← and → choose, Enter decides.")}</p>
    <div class="way-cards" role="group" aria-labelledby="ways-title" @keydown=${move}>
      ${note.options.map((option) => card(view, option, incident))}
    </div>
    ${isStacked(view) ? nothing : decideForm(view, incident)}
  </section>`;
}

/** Under each other the cards are long: the second Enter then stands in the card it is about. */
const isStacked = ({ breadth }: NoteView): boolean => breadth === "narrow";

function card(view: NoteView, option: OptionState, incident: IncidentState): TemplateResult {
  const { note, translate, act, state } = view;
  const name = wayName(option, view);
  const key = `way.${option.id}`;
  const chosen = state.form?.kind === "decideOnCall" && state.form.option === option.id;
  return html`<div
    class=${`way ${chosen ? "chosen" : ""} ${option.taken ? "taken" : ""}`}
    role="group"
    aria-label=${name}
  >
    <button
      type="button"
      class="way-head"
      data-focus=${key}
      aria-expanded=${String(chosen)}
      aria-describedby="ways-keys"
      @click=${() => act({ type: "openForm", form: { kind: "decideOnCall", option: option.id } })}
    >
      <span dir="auto">${name}</span>
      ${option.taken ? html`<span class="taken-word">${tickGlyph()}${translate("Decided")}</span>` : nothing}
    </button>
    <div class="way-fields">
      ${chosen && isStacked(view) ? decideForm(view, incident) : nothing}
      ${savedBox(view, {
        key: `${key}.effort`,
        label: translate("Back to normal in"),
        base: typedEffort(state, option.effort),
        hint: translate("20 min"),
        lines: "one",
        save: (text) => {
          const effort = text === "" ? null : parseRestore(text);
          return effort === undefined
            ? translate("This can't be read as a time. Write it as 20 min, 2 hours or 1-2 days.")
            : { type: "editOption", note: note.id, option: option.id, fields: { effort } };
        },
      })}
      ${savedBox(view, {
        key: `${key}.implications`,
        label: translate("What users feel or lose"),
        base: option.implications,
        lines: "many",
        save: (text) => ({
          type: "editOption",
          note: note.id,
          option: option.id,
          fields: { implications: text },
        }),
      })}
      ${fold(view, {
        key: `${key}.more`,
        label: html`${translate("Data, and undoing it")}<span class="unseen">: ${name}</span>`,
        body: () => more(view, option),
      })}
    </div>
  </div>`;
}

function more(view: NoteView, option: OptionState): TemplateResult {
  const { note, translate, act, state } = view;
  const key = `way.${option.id}`;
  const edit = (fields: Record<string, unknown>) =>
    ({ type: "editOption", note: note.id, option: option.id, fields }) as const;
  return html`${savedBox(view, {
    key: `${key}.risks`,
    label: translate("What could happen to data"),
    base: option.risks.map(({ text }) => text).join("\n"),
    lines: "many",
    save: (text) => edit({ risks: text === "" ? [] : [{ text }] }),
  })}
  ${chooser({
    label: translate("Can it be undone?"),
    value: option.reversibility ?? "",
    choices: [
      { value: "", label: translate("Not known yet") },
      ...Reversibility.options.map((value) => ({ value, label: reversibilityLabel(value, translate) })),
    ],
    choose: (value) =>
      act({
        type: "perform",
        place: `${key}.undo`,
        action: edit({ reversibility: Reversibility.safeParse(value).data ?? null }),
        forget: [],
      }),
    focus: `${key}.undo`,
  })}
  ${problem(state.problems.get(`${key}.undo`))}`;
}

/** In an incident "20m" are minutes. */
const parseRestore = (text: string) => parseEffort(text.replace(/(\d)\s*m\.?$/i, "$1 min"));

/** The second Enter: with whom it was decided, as it was said. */
function decideForm(view: NoteView, { onCall }: IncidentState): TemplateResult | typeof nothing {
  const { note, translate, state } = view;
  const open = state.form;
  if (open?.kind !== "decideOnCall") return nothing;
  const option = note.options.find(({ id }) => id === open.option);
  if (option === undefined) return nothing;
  const way = wayName(option, view);
  const key = "decideOnCall.with";
  return form(view, {
    form: open,
    note: note.id,
    name: translate("Decide: {way}", { way }),
    oneLine: true,
    body: textLine(view, {
      note: note.id,
      key,
      label: translate("{way}. Decided with:", { way }),
      base: onCall,
      hint: translate("Who is on the call"),
    }),
    submit: {
      label: translate("Decide: {way}", { way }),
      action: () => ({
        type: "perform",
        place: "decideOnCall",
        action: {
          type: "decide",
          note: note.id,
          option: option.id,
          because: "",
          onCall: { with: namesIn(boxText(view, note.id, key, onCall)).slice(0, 50) },
        },
        forget: [key],
      }),
    },
    after: translate(
      "It is recorded as said on the call. Those named confirm it later. The reason may follow.",
    ),
  });
}
