import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine, plainText } from "../../base/plain-text.ts";
import type { Translate } from "../../base/translate.ts";
import type { RiskResponse } from "../../domain/words.ts";
import { confidenceLabel, hurtLabel, likelihoodLabel, reversibilityLabel } from "../../protocol/labels.ts";
import type { OptionState } from "../../protocol/panel-state.ts";
import { isolated } from "../parts/said.ts";
import { explainedBlock } from "../parts/explained.ts";
import type { NoteView } from "../view.ts";
import type { EffortScale } from "./effort-scale.ts";
import { movedDatesWords } from "./moved-dates.ts";
import { missing } from "./missing.ts";
import { appliesToNothing, hasValue, rowLabel } from "./rows.ts";
import type { Row } from "./rows.ts";
import { scalePicture } from "./scale-picture.ts";

/** The first letter small, for the middle of a sentence. */
export const midSentence = (words: string): string => words.charAt(0).toLocaleLowerCase() + words.slice(1);

/** What a screen reader hears first in a cell: which option, and what of it. */
export const spokenLead = (view: NoteView, letter: string, row: Row, writing = false): string =>
  view.translate("Option {letter}, {row}:", { letter, row: midSentence(rowLabel(row, view, writing)) });

/** What an option says in a row. */
export function readCell(
  view: NoteView,
  option: OptionState,
  row: Row,
  scale: EffortScale | undefined,
): TemplateResult {
  const { translate } = view;
  if (option.doNothing && !appliesToNothing(row) && !hasValue(option, row)) {
    return html`<span class="unseen">${spokenLead(view, option.letter, row)} </span>
      <p class="meta">
        ${row === "effort" ? translate("Nothing to build.") : translate("Does not apply.")}
      </p>`;
  }
  return html`<span class="unseen">${spokenLead(view, option.letter, row)} </span>${
      // Says itself what is missing: how long it takes.
      row === "ready" && option.ready === null
        ? html`<p class="meta">${translate("Nobody has said how long.")}</p>`
        : hasValue(option, row)
          ? value(view, option, row, scale)
          : missing(view, option, row)
    }`;
}

function value(
  view: NoteView,
  option: OptionState,
  row: Row,
  scale: EffortScale | undefined,
): TemplateResult {
  const { translate } = view;
  switch (row) {
    case "effort":
      return effortValue(view, option, scale);
    case "ready":
      return html`<p>${readyWords(view, option)}</p>`;
    case "moves":
      return html`<ul class="plain">
        ${movedDatesWords(view, option).map((words) => html`<li>${words}</li>`)}
      </ul>`;
    case "risks":
      return html`<ul class="plain risks">
        ${option.risks
          .filter(({ text }) => plainText(text).trim() !== "")
          .map((risk) => html`<li>${riskValue(view, risk)}</li>`)}
      </ul>`;
    case "reversibility":
      return html`<p>${undoing(view, option)}</p>`;
    case "confidence":
      return html`<p>
        ${option.confidence === null ? nothing : confidenceLabel(option.confidence, translate)}
      </p>`;
    case "givesUp":
      return signed(view, "−", option.givesUp);
    case "gains":
      return signed(view, "+", option.gains);
    default:
      return explainedBlock(view, option[row]);
  }
}

/** From where it is counted when an option is ready. */
export const startWords = ({ note, translate, values }: NoteView): string =>
  note.start.decided
    ? translate("from the decision, {day}", { day: values.day(note.start.day) })
    : translate("if it starts today");

/** "5 and 12 March"; one day alone where no range was given. */
function readyWords({ translate, values }: NoteView, { ready }: OptionState): string {
  if (ready === null) return "";
  return ready.from === ready.to
    ? translate("about {day}, no range given", { day: values.day(ready.to) })
    : translate("{from} and {to}", { from: values.day(ready.from), to: values.day(ready.to) });
}

/** Whether it can be undone, and what that costs. */
function undoing({ translate }: NoteView, { reversibility, costToUndo }: OptionState): string {
  const answer = reversibility === null ? "" : reversibilityLabel(reversibility, translate);
  if (plainLine(costToUndo) === "") return answer;
  return translate("{first}: {rest}", { first: answer, rest: isolated(costToUndo) });
}

/** Gains start with "+", losses with "−". */
const signed = (view: NoteView, sign: "+" | "−", text: string): TemplateResult =>
  html`<div class="signed">
    <span aria-hidden="true">${sign}</span>${explainedBlock(view, text.replace(/^\s*[+−-]\s*/u, ""))}
  </div>`;

function riskValue({ translate }: NoteView, risk: OptionState["risks"][number]): TemplateResult {
  const details = [
    ...(risk.likelihood === undefined ? [] : [likelihoodLabel(risk.likelihood, translate)]),
    ...(risk.hurt === undefined ? [] : [hurtLabel(risk.hurt, translate)]),
    ...(risk.response === undefined ? [] : [responseLabel(risk.response, translate)]),
  ];
  return html`<span class="said-line" dir="auto">${plainLine(risk.text)}</span>${
      details.length === 0 ? nothing : html` <span class="meta">(${details.join(", ")})</span>`
    }`;
}

function responseLabel(response: RiskResponse, translate: Translate): string {
  switch (response) {
    case "avoid":
      return translate("we avoid it");
    case "mitigate":
      return translate("we soften it");
    case "transfer":
      return translate("somebody else carries it");
    case "accept":
      return translate("we live with it");
  }
}

/** "2 to 3 weeks, likely 2½ · 1 person · fairly sure", under its picture. */
function effortValue(view: NoteView, option: OptionState, scale: EffortScale | undefined): TemplateResult {
  const { values } = view;
  const { effort } = option;
  if (effort === null) return html``;
  const rest = peopleAndConfidence(view, option);
  return html`<span class="unseen">${[values.spokenEffort(effort), ...rest].join("; ")}.</span>
    <div aria-hidden="true">
      ${scale === undefined ? nothing : scalePicture(scale, effort)}
      <p class="effort-words">${[values.effort(effort), ...rest].join(" · ")}</p>
    </div>`;
}

function peopleAndConfidence(view: NoteView, { people, confidence }: OptionState): readonly string[] {
  const { translate } = view;
  const who = plainLine(people);
  const count = /^\d{1,4}$/.test(who) ? Number(who) : undefined;
  return [
    ...(who === ""
      ? []
      : count === undefined
        ? [who]
        : count === 1
          ? [translate("1 person")]
          : [translate("{count} people", { count })]),
    ...(confidence === null ? [] : [midSentence(confidenceLabel(confidence, translate))]),
  ];
}

/** "The same for all: can be undone easily". */
export function sameWords(view: NoteView, option: OptionState, row: Row): string {
  const { translate } = view;
  if (row === "reversibility" && option.costToUndo.trim() === "") {
    switch (option.reversibility) {
      case "easily":
        return translate("The same for all: can be undone easily");
      case "withEffort":
        return translate("The same for all: can be undone with effort");
      case "no":
        return translate("The same for all: can't be undone");
      case null:
        break;
    }
  }
  return translate("The same for all: {value}", { value: oneLine(view, option, row) });
}

function oneLine(view: NoteView, option: OptionState, row: Row): string {
  switch (row) {
    case "risks":
      return option.risks.map(({ text }) => plainLine(text)).join("; ");
    case "reversibility":
      return undoing(view, option);
    case "moves":
      return movedDatesWords(view, option).join("; ");
    case "effort":
    case "ready":
    case "confidence":
      return "";
    default:
      return plainLine(option[row]);
  }
}
