import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import type { Effort } from "../../domain/effort.ts";
import type { Closed } from "../../domain/note.ts";
import { howItWent } from "../../protocol/how-it-went.ts";
import { closingLabel } from "../../protocol/labels.ts";
import type { DecisionState } from "../../protocol/panel-state.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { statusGlyph, tickGlyph } from "../parts/glyph.ts";
import { isolated, personClaim, personName, saidBlock } from "../parts/said.ts";
import type { ShownValues } from "../shown-values.ts";
import type { NoteView } from "../view.ts";
import { notDecided, otherDecides } from "./decider-words.ts";
import { evidenceWords } from "./evidence-words.ts";

/** How the note stands: decided and why, or who decides; closed and why. */
export function decisionBlock(view: NoteView): TemplateResult {
  const { note } = view;
  const standing = note.decisions.filter(({ stands }) => stands);
  return html`${note.closed === null ? nothing : closedBlock(view)}
  ${
    standing.length > 1
      ? decidedTwice(view, standing)
      : standing[0] !== undefined
        ? decided(view, standing[0])
        : note.closed === null
          ? undecided(view)
          : nothing
  }
  ${earlier(view)}`;
}

function undecided(view: NoteView): TemplateResult {
  const { note, translate, act, state } = view;
  return html`<div class="decision undecided">
    <p>
      <span>${notDecided(note, translate)}</span>
      ${linkButton({
        label: otherDecides(note, translate),
        press: () =>
          act({
            type: "perform",
            place: "decider",
            action: {
              type: "editNote",
              note: note.id,
              fields: { decider: note.decider === "pm" ? "lead" : "pm" },
            },
            forget: [],
          }),
        focus: "decider",
        quiet: true,
      })}
    </p>
    ${problem(state.problems.get("decider"))}
  </div>`;
}

function decided(view: NoteView, decision: DecisionState): TemplateResult {
  const { translate } = view;
  return html`<div class="decision decided-block">
    <p class="decision-words">
      ${tickGlyph()}<span
        >${translate("Decided: {letter}, because {because}", {
          letter: decision.letter,
          because: isolated(decision.because),
        })}</span
      >
    </p>
    ${signature(view, decision)} ${terms(view, decision)}
  </div>`;
}

function signature({ translate, values }: NoteView, decision: DecisionState): TemplateResult {
  return html`<p class="meta" title=${personClaim(decision.by)}>
    ${translate("{name}, {day}", { name: personName(decision.by), day: values.day(decision.at.slice(0, 10)) })}
  </p>`;
}

/** When to look at it again, what follows and how that will be known, what it rests on. */
function terms(
  { note, translate, values }: NoteView,
  decision: DecisionState,
): TemplateResult | typeof nothing {
  const restsOn = note.evidence.filter(({ id }) => decision.restsOn.includes(id));
  const lines = [
    decision.revisitOn === undefined
      ? nothing
      : html`<li>${translate("Look at it again on {day}.", { day: values.day(decision.revisitOn) })}</li>`,
    decision.revisitIf === undefined
      ? nothing
      : html`<li>${translate("Look at it again if {text}", { text: isolated(decision.revisitIf) })}</li>`,
    decision.consequences === undefined
      ? nothing
      : html`<li>${translate("What follows: {text}", { text: isolated(decision.consequences) })}</li>`,
    decision.confirmation === undefined
      ? nothing
      : html`<li>${translate("How we will know: {text}", { text: isolated(decision.confirmation) })}</li>`,
    restsOn.length === 0
      ? nothing
      : html`<li>
          ${translate("It rests on: {text}", { text: restsOn.map((one) => isolated(evidenceWords(one))).join("; ") })}
        </li>`,
  ].filter((line) => line !== nothing);
  return lines.length === 0
    ? nothing
    : html`<ul class="plain terms">
        ${lines}
      </ul>`;
}

function decidedTwice(view: NoteView, standing: readonly DecisionState[]): TemplateResult {
  const { translate, act, values } = view;
  return html`<div class="decision twice" data-focus="settle" tabindex="-1">
    <p class="decision-words">
      <strong>${translate("Decided twice.")}</strong>
      ${translate("Talk, then settle it here: decide once more. Every decision stays readable.")}
    </p>
    <ul class="plain">
      ${standing.map(
        (decision) =>
          html`<li>
            ${translate("{letter} by {name}, {day}, because {because}", {
              letter: decision.letter,
              name: personName(decision.by),
              day: values.day(decision.at.slice(0, 10)),
              because: isolated(decision.because),
            })}
          </li>`,
      )}
    </ul>
    <div class="buttons">
      ${button({
        label: translate("Settle it…"),
        press: () => act({ type: "openForm", form: { kind: "decide", restsOn: [], more: false } }),
        focus: "settle.button",
      })}
    </div>
  </div>`;
}

function closedBlock(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate, act, values, state } = view;
  const { closed } = note;
  if (closed === null) return nothing;
  return html`<div class="decision closed-block">
    <p class="decision-words">
      ${statusGlyph(closed.as)}<span
        >${
          closed.as === "putOff" && closed.until !== undefined
            ? translate("Put off until {day}", { day: values.day(closed.until) })
            : closingLabel(closed.as, translate)
        }</span
      >
      ${linkButton({
        label: translate("Open it again"),
        press: () =>
          act({ type: "perform", place: "reopen", action: { type: "reopen", note: note.id }, forget: [] }),
        focus: "reopen",
      })}
    </p>
    ${saidOfIt(view, closed)}
    ${closed.because === undefined || plainLine(closed.because) === "" ? nothing : saidBlock(closed.because)}
    ${problem(state.problems.get("reopen"))}
  </div>`;
}

/** What was said of it when it was closed. */
function saidOfIt({ translate, values }: NoteView, closed: Closed) {
  const words = howItWent(closed, translate, {
    effort: (took) => tookWords(took, values),
    day: (day) => values.day(day),
  });
  return words.length === 0 ? nothing : html`<p>${words.join(" ")}</p>`;
}

/** What it took is no estimate: nobody is told that a range is missing. */
function tookWords(took: Effort, values: ShownValues): string {
  const only =
    took.low === undefined || took.high === undefined ? (took.likely ?? took.low ?? took.high) : undefined;
  return only === undefined ? values.effort(took) : values.amount(only, took.unit);
}

function earlier(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate, values } = view;
  const past = note.decisions.filter(({ stands }) => !stands);
  if (past.length === 0) return nothing;
  return fold(view, {
    key: "earlierDecisions",
    label:
      past.length === 1
        ? translate("1 earlier decision")
        : translate("{count} earlier decisions", { count: values.number(past.length) }),
    body: () =>
      html`<ul class="plain">
        ${past.map(
          (decision) =>
            html`<li>
              ${translate("{letter} by {name}, {day}, because {because}", {
                letter: decision.letter,
                name: personName(decision.by),
                day: values.day(decision.at.slice(0, 10)),
                because: isolated(decision.because),
              })}
            </li>`,
        )}
      </ul>`,
  });
}
