import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import type { OptionState } from "../../protocol/panel-state.ts";
import type { OpenForm } from "../open-form.ts";
import { boxText, dayBox, textArea } from "../parts/boxes.ts";
import { button, linkButton } from "../parts/controls.ts";
import { form } from "../parts/form.ts";
import { foldGlyph } from "../parts/glyph.ts";
import { isolated } from "../parts/said.ts";
import type { PageAction } from "../page-action.ts";
import type { NoteView } from "../view.ts";
import type { CheckWidget, TextWidget } from "../widgets.ts";
import { evidenceWords } from "./evidence-words.ts";

type DecideForm = Extract<OpenForm, { kind: "decide" }>;
const KEYS = ["decide.because", "decide.revisitOn", "decide.revisitIf"];

/** Takes an option, with one sentence why. None is chosen beforehand, the recommended one neither. */
export function decideForm(view: NoteView, open: DecideForm): TemplateResult {
  const { note, translate, act } = view;
  if (note.options.length === 0)
    return cannot(
      view,
      translate("There is nothing to choose from yet. Two rough ways out are better than one perfect."),
      "options",
    );
  if (note.impact.trim() === "")
    return cannot(
      view,
      translate("Nobody has written yet what users will notice. A decision needs that sentence first."),
      "impact",
    );
  const chosen = note.options.find(({ id }) => id === open.choice);
  const change = (changes: Partial<DecideForm>) => act({ type: "changeForm", form: { ...open, ...changes } });
  return form(view, {
    form: open,
    note: note.id,
    name: translate("Decide"),
    body: html`<div class="choice-and-reason">
      <div>
        <p class="box-label" aria-hidden="true">${translate("Which way do we go?")}</p>
        <vscode-radio-group
          orientation="vertical"
          data-focus="decide.choice"
          aria-label=${translate("Which way do we go?")}
          @change=${(event: Event) => {
            const choice = (event.target as TextWidget).value;
            if (note.options.some(({ id }) => id === choice) && choice !== open.choice) change({ choice });
          }}
        >
          ${note.options.map((option) => optionRadio(view, option, option.id === open.choice))}
        </vscode-radio-group>
      </div>
      <div class="because-part">
        ${textArea(
          view,
          {
            note: note.id,
            key: "decide.because",
            label: translate("because"),
            hint: translate("One sentence"),
          },
          1,
        )}
        <button
          type="button"
          class="fold-head"
          aria-expanded=${String(open.more)}
          data-focus="decide.more"
          @click=${() => change({ more: !open.more })}
        >
          ${foldGlyph()}<span>${translate("Look at it again, and what it rests on (may stay empty)")}</span>
        </button>
        ${open.more ? more(view, open, change) : nothing}
      </div>
    </div>`,
    submit: {
      label:
        chosen === undefined
          ? translate("Decide")
          : translate("Decide for {letter}", { letter: chosen.letter }),
      action: () => decision(view, open, chosen),
    },
    after: translate("You can decide again later. Both decisions stay readable."),
  });
}

function optionRadio({ translate }: NoteView, option: OptionState, checked: boolean): TemplateResult {
  const words = option.doNothing ? translate("Do nothing") : plainLine(option.title);
  const label = translate("{letter}: {words}", { letter: option.letter, words });
  return html`<vscode-radio value=${option.id} ?checked=${checked} aria-label=${label}
    ><span class="said-line" dir="auto">${label}</span></vscode-radio
  >`;
}

function more(
  view: NoteView,
  open: DecideForm,
  change: (changes: Partial<DecideForm>) => void,
): TemplateResult {
  const { note, translate, state } = view;
  return html`<div class="fold-body">
    ${dayBox(view, {
      note: note.id,
      key: "decide.revisitOn",
      label: translate("Look at it again on"),
      from: state.frame?.today ?? "",
    })}
    ${textArea(view, { note: note.id, key: "decide.revisitIf", label: translate("Look at it again if") }, 1)}
    ${
      note.evidence.length === 0
        ? nothing
        : html`<div role="group" aria-label=${translate("What does it rest on?")} class="ticks">
            <p class="box-label">${translate("What does it rest on?")}</p>
            ${note.evidence.map((evidence) => {
              // The widget takes its name from its text.
              const label = isolated(evidenceWords(evidence));
              const on = open.restsOn.includes(evidence.id);
              return html`<vscode-checkbox
                aria-label=${label}
                .checked=${on}
                @change=${(event: Event) => {
                  const ticked = (event.currentTarget as CheckWidget).checked;
                  if (ticked === on) return;
                  const others = open.restsOn.filter((id) => id !== evidence.id);
                  change({ restsOn: ticked ? [...others, evidence.id] : others });
                }}
                ><span class="said-line" dir="auto">${label}</span></vscode-checkbox
              >`;
            })}
          </div>`
    }
  </div>`;
}

function decision(view: NoteView, open: DecideForm, chosen: OptionState | undefined): PageAction {
  const { note, translate } = view;
  const place = "decide";
  const because = boxText(view, note.id, "decide.because").trim();
  const revisitOn = boxText(view, note.id, "decide.revisitOn");
  const revisitIf = boxText(view, note.id, "decide.revisitIf").trim();
  if (chosen === undefined)
    return { type: "problem", place, text: translate("Choose a way first."), focus: "decide.choice" };
  if (because === "")
    return {
      type: "problem",
      place,
      text: translate("Add one sentence: because … Others will read it instead of asking."),
      focus: "decide.because",
    };
  return {
    type: "perform",
    place,
    action: {
      type: "decide",
      note: note.id,
      option: chosen.id,
      because,
      restsOn: open.restsOn.filter((id) => note.evidence.some((evidence) => evidence.id === id)),
      ...(revisitOn === "" ? {} : { revisitOn }),
      ...(revisitIf === "" ? {} : { revisitIf }),
    },
    forget: KEYS,
  };
}

/** Why nothing can be decided yet, and the way there. */
function cannot({ translate, act }: NoteView, why: string, next: "options" | "impact"): TemplateResult {
  return html`<div
    class="form"
    role="group"
    aria-label=${translate("Decide")}
    data-form="decide"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === "Escape") act({ type: "closeForm" });
    }}
  >
    <p>${why}</p>
    <div class="buttons">
      ${
        next === "options"
          ? button({
              label: translate("Draft options"),
              press: () => act({ type: "compose", open: true }),
              focus: "decide.next",
              primary: true,
            })
          : button({
              label: translate("Write it"),
              press: () => act({ type: "openForm", form: { kind: "field", field: "impact" } }),
              focus: "decide.next",
              primary: true,
            })
      }
      ${linkButton({
        label: translate("Not now"),
        press: () => act({ type: "closeForm" }),
        focus: "decide.away",
      })}
    </div>
  </div>`;
}
