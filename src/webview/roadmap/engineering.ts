import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { agreementLabel } from "../../protocol/labels.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { button, problem } from "../parts/controls.ts";
import { form, started } from "../parts/form.ts";
import { personClaim, personName, saidBlock } from "../parts/said.ts";
import type { MilestoneView } from "./milestone-view.ts";

/** Whether engineering agrees to the date as it stands. Silence is not consent: *Not asked* stays until somebody answers. */
export function engineering(view: MilestoneView): TemplateResult {
  const { milestone, translate } = view;
  return html`<section aria-labelledby="engineering-title" class="engineering">
    <h2 id="engineering-title" tabindex="-1" data-focus="engineering">${translate("Engineering")}</h2>
    ${milestone.answers.length === 0 ? notAsked(view) : answers(view)} ${ways(view)}
  </section>`;
}

function notAsked({ milestone, translate, state }: MilestoneView): TemplateResult {
  const { role } = state.frame ?? {};
  return html`<p class="agreement-word">${agreementLabel("notAsked", translate)}</p>
    ${
      milestone.closed !== null || role !== "pm"
        ? nothing
        : html`<p class="meta">${translate("The question is in the tech lead's Now.")}</p>`
    }`;
}

const answers = ({ milestone, translate, values }: MilestoneView): TemplateResult =>
  html`<ul class="plain spaced">
    ${milestone.answers.map(
      ({ by, at, answer, text }) =>
        html`<li>
          <p class="agreement-word">${agreementLabel(answer, translate)}</p>
          ${text === undefined ? nothing : saidBlock(text)}
          <p class="meta" title=${personClaim(by)}>
            ${translate("{name}, {day}", { name: personName(by), day: values.day(at.slice(0, 10)) })}
          </p>
        </li>`,
    )}
  </ul>`;

/** The three answers, for those who write or lead the code. Nobody agrees in another's name. */
function ways(view: MilestoneView): TemplateResult | typeof nothing {
  const { milestone, translate, act, state } = view;
  if (milestone.closed !== null || milestone.standing.length > 1 || state.frame?.role === "pm")
    return nothing;
  const { form: open } = state;
  if (open?.kind === "agree") return answerForm(view, open.answer);
  const isAsked = milestone.agreement === "notAsked";
  return html`<div class="buttons">
      ${button({
        label: translate("We agree"),
        press: () =>
          act({
            type: "perform",
            place: "agree",
            action: {
              type: "answerMilestone",
              milestone: milestone.id,
              day: milestone.day,
              answer: "agreed",
            },
            forget: [],
          }),
        focus: "agree.agreed",
        primary: isAsked && open === undefined,
        busy: state.busy.has("agree"),
      })}
      ${button({
        label: translate("We agree, with concerns …"),
        press: () => act({ type: "openForm", form: { kind: "agree", answer: "concerns" } }),
        focus: "agree.concerns",
      })}
      ${button({
        label: translate("We can't: …"),
        press: () => act({ type: "openForm", form: { kind: "agree", answer: "cannot" } }),
        focus: "agree.cannot",
      })}
    </div>
    ${problem(state.problems.get("agree"))}
    ${started(view, milestone.id, { kind: "agree", answer: "concerns" })}`;
}

function answerForm(view: MilestoneView, answer: "concerns" | "cannot"): TemplateResult {
  const { milestone, translate, values } = view;
  const isNo = answer === "cannot";
  const label = isNo
    ? translate("What stands in the way of this date?")
    : translate("What are the concerns?");
  return form(view, {
    form: { kind: "agree", answer },
    note: milestone.id,
    name: isNo ? translate("We can't") : translate("We agree, with concerns"),
    body: textArea(view, { note: milestone.id, key: "agree.text", label }),
    submit: {
      label: isNo ? translate("We can't") : translate("We agree, with concerns"),
      action: () => {
        const text = boxText(view, milestone.id, "agree.text").trim();
        if (text === "")
          return {
            type: "problem",
            place: "agree",
            text: translate("Write one sentence: it is what the others can act on."),
            focus: "agree.text",
          };
        return {
          type: "perform",
          place: "agree",
          action: { type: "answerMilestone", milestone: milestone.id, day: milestone.day, answer, text },
          forget: ["agree.text"],
        };
      },
    },
    after: translate("Said of {day}. If the date moves, it is asked again.", {
      day: values.day(milestone.day),
    }),
  });
}
