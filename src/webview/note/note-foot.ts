import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { tickGlyph } from "../parts/glyph.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { isOfForm } from "../open-form.ts";
import type { OpenForm } from "../open-form.ts";
import { isComposing } from "../comparison/columns.ts";
import { isolated } from "../parts/said.ts";
import { explainForm } from "../together/explain-form.ts";
import type { NoteView } from "../view.ts";
import { askForm } from "./ask-form.ts";
import { decideForm } from "./decide-form.ts";
import { drawer } from "./drawer.ts";
import { heardForm } from "./heard.ts";

const HEARD: OpenForm = { kind: "heard" };
const ASK: OpenForm = { kind: "ask", options: [] };
const DECIDE: OpenForm = { kind: "decide", restsOn: [], more: false };

/**
 * What can be said of a note, always within reach. A form opens above the buttons and leaves the note readable: one decides with the comparison in
 * sight.
 */
export function noteFoot(view: NoteView): TemplateResult {
  const { note, translate, act, state } = view;
  const primary = primaryAction(view);
  const standing = note.decisions.filter(({ stands }) => stands);
  return html`${openForm(view)}
    <div class="foot-bar">
      ${
        note.heard.some(({ mine }) => mine)
          ? html`<span class="said-heard">${tickGlyph()}<span>${translate("Heard")}</span></span>`
          : button({
              label: translate("Heard"),
              press: () =>
                act({
                  type: "perform",
                  place: "heardNow",
                  action: { type: "hear", note: note.id },
                  forget: [],
                }),
              focus: "heard.now",
              busy: state.busy.has("heardNow"),
            })
      }
      ${linkButton({
        label: withMark(view, HEARD, translate("with a sentence…")),
        press: () => act({ type: "openForm", form: HEARD }),
        focus: "heard.open",
        spoken: translate("Heard, {label}", { label: withMark(view, HEARD, translate("with a sentence…")) }),
        expanded: state.form?.kind === "heard",
      })}
      ${button({
        label: withMark(view, ASK, translate("Ask…")),
        press: () => act({ type: "openForm", form: ASK }),
        focus: "ask.open",
        primary: primary === "ask",
        expanded: state.form?.kind === "ask",
      })}
      ${button({
        label: withMark(
          view,
          DECIDE,
          standing.length > 0 ? translate("Decide again…") : translate("Decide…"),
        ),
        press: () => act({ type: "openForm", form: DECIDE }),
        focus: "decide.open",
        primary: primary === "decide",
        expanded: state.form?.kind === "decide",
      })}
      ${
        state.selected === ""
          ? nothing
          : linkButton({
              label: translate("Explain “{word}”…", { word: isolated(state.selected) }),
              press: () => act({ type: "openForm", form: { kind: "explain", word: state.selected } }),
              focus: "explain.open",
              expanded: state.form?.kind === "explain",
              quiet: true,
            })
      }
      ${problem(state.problems.get("heardNow"))}
    </div>`;
}

/** Says at the button that something was begun behind it. */
function withMark({ state, note, translate }: NoteView, form: OpenForm, label: string): string {
  const begun =
    state.form?.kind !== form.kind && state.typed.keys(note.id).some((key) => isOfForm(key, form));
  return begun ? translate("{label} (begun)", { label }) : label;
}

function openForm(view: NoteView): TemplateResult | typeof nothing {
  const { form } = view.state;
  switch (form?.kind) {
    case "heard":
      return drawer(heardForm(view), form);
    case "ask":
      return drawer(askForm(view, form.options), form);
    case "decide":
      return drawer(decideForm(view, form), form);
    case "explain":
      return drawer(explainForm(view, form.word, view.note.repository), form);
    default:
      return nothing;
  }
}

/**
 * One primary button a page. While a form is open, its own; while options are composed, "Put on the table"; else deciding for whom it is up to, and
 * asking for a product manager who can't decide yet.
 */
function primaryAction({ note, state }: NoteView): "ask" | "decide" | undefined {
  if (state.form !== undefined || state.nameAsked !== undefined || isComposing(state, note)) return undefined;
  const role = state.frame?.role;
  if (note.closed !== null || role === null || role === undefined || role === "engineer") return undefined;
  const standing = note.decisions.filter(({ stands }) => stands).length;
  const decidable = note.options.length > 0 && note.impact.trim() !== "" && standing !== 1;
  if (decidable && note.decider === role) return "decide";
  return role === "pm" && standing === 0 ? "ask" : undefined;
}
