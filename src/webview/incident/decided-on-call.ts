import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { DecisionState } from "../../protocol/panel-state.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { tickGlyph } from "../parts/glyph.ts";
import { isolated, personClaim, personName, saidBlock } from "../parts/said.ts";
import type { NoteView } from "../view.ts";
import { wayName } from "./way-cards.ts";

/** What was decided, with whom as it was said, and what those have said of it since. */
export function decidedOnCall(view: NoteView): TemplateResult {
  const { note, translate, values } = view;
  const standing = note.decisions.filter(({ stands }) => stands);
  const past = note.decisions.filter(({ stands }) => !stands);
  return html`${
    standing.length > 1
      ? html`<p class="decision twice" data-focus="settle" tabindex="-1">
          <strong>${translate("Decided twice.")}</strong>
          ${translate("Talk, then settle it here: decide once more. Every decision stays readable.")}
        </p>`
      : nothing
  }
  ${standing.map((decision) => decided(view, decision))}
  ${
    past.length === 0
      ? nothing
      : fold(view, {
          key: "earlierDecisions",
          label:
            past.length === 1
              ? translate("1 earlier decision")
              : translate("{count} earlier decisions", { count: values.number(past.length) }),
          body: () => past.map((decision) => decided(view, decision)),
        })
  }`;
}

function decided(view: NoteView, decision: DecisionState): TemplateResult {
  const { note, translate } = view;
  const option = note.options.find(({ id }) => id === decision.option);
  const way = option === undefined ? decision.letter : wayName(option, view);
  return html`<div class=${decision.stands ? "decision decided-block" : "decision"}>
    <p class="decision-words">
      ${tickGlyph()}<span
        >${
          decision.because === ""
            ? translate("Decided: {way}.", { way })
            : translate("Decided: {way}, because {because}", { way, because: isolated(decision.because) })
        }</span
      >
    </p>
    <p class="meta" title=${personClaim(decision.by)}>${writtenDown(view, decision)}</p>
    ${answers(view, decision)} ${decision.stands ? named(view, decision, way) : nothing}
    ${decision.stands && decision.because === "" ? becauseLater(view, decision) : nothing}
  </div>`;
}

function writtenDown({ translate, values }: NoteView, { onCall, by, at }: DecisionState): string {
  const said = { time: values.clock(at), name: personName(by) };
  if (onCall === undefined) return translate("{time}, by {name}", said);
  return onCall.with.length === 0
    ? translate("As said on the call at {time}. Written down by {name}.", said)
    : translate("As said on the call at {time}, with {names}. Written down by {name}.", {
        ...said,
        names: values.list(onCall.with.map(isolated)),
      });
}

function answers({ translate, act }: NoteView, { onCall }: DecisionState): TemplateResult | typeof nothing {
  if (onCall === undefined || onCall.answers.length === 0) return nothing;
  return html`<ul class="plain answers">
    ${onCall.answers.map(({ id, by, correction }) =>
      correction === undefined
        ? html`<li title=${personClaim(by)}>
            ${translate("{name}: that is right.", { name: personName(by) })}
          </li>`
        : html`<li title=${personClaim(by)}>
            ${translate("{name} remembers it differently:", { name: personName(by) })}
            ${saidBlock(correction)}
            ${linkButton({
              label: translate("Talk it over"),
              press: () => act({ type: "openForm", form: { kind: "comment" } }),
              focus: `talk.${id}`,
            })}
          </li>`,
    )}
  </ul>`;
}

/** For somebody who was named and has not answered. */
function named(view: NoteView, decision: DecisionState, way: string): TemplateResult | typeof nothing {
  const { note, translate, act, state, values } = view;
  if (note.incident?.namedIn !== decision.id) return nothing;
  const correct = { kind: "correct", decision: decision.id } as const;
  const key = `correct.${decision.id}`;
  if (isOpen(view, correct)) {
    const text = () => boxText(view, note.id, key).trim();
    return form(view, {
      form: correct,
      note: note.id,
      name: translate("Correct it"),
      body: textArea(view, { note: note.id, key, label: translate("How do you remember it?") }),
      submit: {
        label: translate("Put it beside the decision"),
        action: () =>
          text() === ""
            ? {
                type: "problem",
                place: key,
                text: translate("There is nothing in the box yet."),
                focus: key,
              }
            : {
                type: "perform",
                place: key,
                action: { type: "correctDecision", note: note.id, decision: decision.id, text: text() },
                forget: [key],
              },
      },
      after: translate("The decision stays as it was written down. Describe what happened, not who."),
    });
  }
  return html`<div class="named">
    <p>
      ${translate("You are named in a decision made on a call at {time}.", { time: values.clock(decision.at) })}
    </p>
    <div class="buttons">
      ${button({
        label: translate("That is right"),
        spoken: translate("That is right: {way}", { way }),
        press: () =>
          act({
            type: "perform",
            place: "confirm",
            action: { type: "confirmDecision", note: note.id, decision: decision.id },
            forget: [],
          }),
        focus: "confirm",
        busy: state.busy.has("confirm"),
      })}
      ${button({
        label: translate("Correct it"),
        press: () => act({ type: "openForm", form: correct }),
        focus: "correct.open",
      })}
    </div>
    ${problem(state.problems.get("confirm"))} ${started(view, note.id, correct)}
  </div>`;
}

const BECAUSE = { kind: "because" } as const;

function becauseLater(view: NoteView, decision: DecisionState): TemplateResult {
  const { note, translate, act } = view;
  if (!isOpen(view, BECAUSE))
    return html`<p class="started meta">
        ${translate("One sentence why, when there is time.")}
        ${linkButton({
          label: translate("Write it"),
          spoken: translate("Write it: why this was decided"),
          press: () => act({ type: "openForm", form: BECAUSE }),
          focus: "because.open",
        })}
      </p>
      ${started(view, note.id, BECAUSE)}`;
  const text = () => boxText(view, note.id, "because").trim();
  return form(view, {
    form: BECAUSE,
    note: note.id,
    name: translate("because"),
    body: textArea(
      view,
      { note: note.id, key: "because", label: translate("because"), hint: translate("One sentence") },
      1,
    ),
    submit: {
      label: translate("Save"),
      action: () =>
        text() === ""
          ? {
              type: "problem",
              place: "because",
              text: translate("There is nothing in the box yet."),
              focus: "because",
            }
          : {
              type: "perform",
              place: "because",
              action: { type: "explainDecision", note: note.id, decision: decision.id, because: text() },
              forget: ["because"],
            },
    },
  });
}
