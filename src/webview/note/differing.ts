import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import type { EventId } from "../../domain/ids.ts";
import type { DecisionState } from "../../protocol/panel-state.ts";
import type { OpenForm } from "../open-form.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { linkButton } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { personClaim, personName, saidBlock } from "../parts/said.ts";
import type { NoteView } from "../view.ts";
import type { CheckWidget } from "../widgets.ts";

/** "I see it differently": said once, by oneself, together with the commitment. */
export function differing(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate } = view;
  const standing = note.decisions.filter(({ stands }) => stands);
  if (!standing.some(({ mayDiffer, dissent }) => mayDiffer || dissent.length > 0)) return nothing;
  return html`<section aria-labelledby="differing-title">
    <h2 id="differing-title">${translate("I see it differently")}</h2>
    ${standing.map((decision) => of(view, decision, standing.length > 1))}
  </section>`;
}

function of(view: NoteView, decision: DecisionState, several: boolean): TemplateResult {
  const { translate, values, act, state } = view;
  const closed = { kind: "differ", decision: decision.id, commits: false } as const;
  return html`${decision.dissent.map(
    ({ by, at, because }) =>
      html`<blockquote>
        ${saidBlock(because)}
        <p class="meta" title=${personClaim(by)}>
          ${translate("{name}, {day}. Said it, and supports the decision.", {
            name: personName(by),
            day: values.day(at.slice(0, 10)),
          })}
        </p>
      </blockquote>`,
  )}
  ${
    !decision.mayDiffer
      ? nothing
      : isOpen(view, closed) && state.form?.kind === "differ"
        ? differForm(view, state.form)
        : html`<p>
              ${linkButton({
                label: several
                  ? translate("I see {letter} differently…", { letter: decision.letter })
                  : translate("I see it differently…"),
                press: () => act({ type: "openForm", form: closed }),
                focus: `differ.${decision.id}.open`,
              })}
            </p>
            ${started(view, view.note.id, closed)}`
  }`;
}

function differForm(view: NoteView, open: Extract<OpenForm, { kind: "differ" }>): TemplateResult {
  const { note, translate, act } = view;
  const key = `differ.${open.decision}`;
  const because = () => boxText(view, note.id, key).trim();
  const commits = translate("I said it, and I support the decision.");
  return form(view, {
    form: open,
    note: note.id,
    name: translate("I see it differently"),
    body: html`<p class="meta">
        ${translate("Raise it in your 1:1 first?")}
        ${linkButton({
          label: translate("Put it there"),
          press: () =>
            act({
              type: "oneOnOne",
              place: key,
              do: { type: "put", note: note.id, text: oneOnOneLine(view, open.decision, because()) },
            }),
          focus: `${key}.oneOnOne`,
          spoken: translate("Put it there: into your 1:1, which stays on this machine"),
        })}
      </p>
      ${textArea(view, {
        note: note.id,
        key,
        label: translate("I see it differently, because …"),
      })}
      <vscode-checkbox
        data-focus="differ.commits"
        aria-label=${commits}
        .checked=${open.commits}
        @change=${(event: Event) => {
          const ticked = (event.currentTarget as CheckWidget).checked;
          if (ticked !== open.commits) act({ type: "changeForm", form: { ...open, commits: ticked } });
        }}
        >${commits}</vscode-checkbox
      >`,
    submit: {
      label: translate("Say it"),
      action: () =>
        because() === ""
          ? { type: "problem", place: key, text: translate("Say why you see it differently."), focus: key }
          : !open.commits
            ? {
                type: "problem",
                place: key,
                text: translate(
                  "Both halves belong together: tick that you support the decision, or leave it unsaid.",
                ),
                focus: "differ.commits",
              }
            : {
                type: "perform",
                place: key,
                action: {
                  type: "differ",
                  note: note.id,
                  decision: open.decision,
                  because: because(),
                  commits: true,
                },
                forget: [key],
              },
    },
    after: translate("Once for each decision, and only you can say it. Nobody can edit it."),
  });
}

/** What stands in the 1:1 of it: which decision on which note, and what was written so far. */
function oneOnOneLine({ note, translate }: NoteView, decision: EventId, because: string): string {
  const letter = note.decisions.find(({ id }) => id === decision)?.letter ?? "?";
  const line = translate("I see the decision for {letter} differently: {title}", {
    letter,
    title: plainLine(note.title),
  });
  return because === "" ? line : `${line}. ${plainLine(because)}`;
}
