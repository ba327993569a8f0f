import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import type { HistoryEvidence, HistoryFact } from "../../protocol/history-evidence.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import type { NoteView } from "../view.ts";
import { evidenceWords } from "./evidence-words.ts";

type Found = Extract<HistoryEvidence, { kind: "found" }>;

/** What the history of the code tells, once somebody asks: each sentence goes on the note only by hand. */
export function fromHistory(view: NoteView): TemplateResult {
  const { note, translate, act, state } = view;
  const told = state.history?.note === note.id ? state.history.told : undefined;
  const failed = state.problems.get("historyEvidence");
  if (state.busy.has("historyEvidence")) {
    return html`<div class="from-history">
      <p class="meta" role="status">${translate("Counting the changes …")}</p>
      ${button({
        label: translate("Stop counting"),
        press: () => act({ type: "stopCounting", what: "historyEvidence" }),
        focus: "historyEvidence",
      })}
    </div>`;
  }
  return html`<div class="from-history">
    ${told?.kind === "found" ? facts(view, told) : nothing}
    ${told?.kind === "nothing" ? html`<p role="status">${told.explanation}</p>` : nothing}
    ${
      told?.kind === "cancelled"
        ? html`<p class="meta" role="status">${translate("Counting was stopped.")}</p>`
        : nothing
    }
    ${problem(failed)}
    ${
      told?.kind === "found"
        ? nothing
        : linkButton({
            label: translate("Fill in from history"),
            press: () => act({ type: "historyEvidence", note: note.id }),
            focus: "historyEvidence",
          })
    }
  </div>`;
}

function facts(view: NoteView, told: Found): TemplateResult {
  const { translate } = view;
  return html`<h3 tabindex="-1" data-focus="historyEvidence.told">${translate("From the history")}</h3>
    ${told.remark === undefined ? nothing : html`<p class="meta">${told.remark}</p>`}
    <ul class="plain">
      ${told.facts.map((fact, at) => one(view, told, fact, at))}
    </ul>
    ${fold(view, {
      key: "historyFigures",
      label: translate("The figures behind it"),
      body: () =>
        told.figures.map(
          ({ title, rows }) =>
            html`<p class="path said-line" dir="auto">${plainLine(title)}</p>
              <dl class="history-figures">
                ${rows.map(
                  ({ label, value }) =>
                    html`<div>
                      <dt class="said-line" dir="auto">${plainLine(label)}</dt>
                      <dd class="said-line">${plainLine(value)}</dd>
                    </div>`,
                )}
              </dl>`,
        ),
    })}`;
}

function one(view: NoteView, { source, date }: Found, fact: HistoryFact, at: number): TemplateResult {
  const { note, translate, act } = view;
  const isOn = note.evidence.some(({ text, source: from }) => text === fact.text && from === source);
  const words = evidenceWords(fact);
  return html`<li class="fact">
    <span class="said-line" dir="auto">${words}</span>
    ${
      isOn
        ? html`<span class="meta">${translate("On the note")}</span>`
        : linkButton({
            label: translate("Add to the note"),
            spoken: translate("Add to the note: {text}", { text: words }),
            press: () =>
              act({
                type: "perform",
                place: "historyEvidence.add",
                action: { type: "addEvidence", note: note.id, ...fact, source, date },
                forget: [],
              }),
            focus: `historyEvidence.${at}`,
          })
    }
  </li>`;
}
