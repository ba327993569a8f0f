import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { parseEffort } from "../../domain/effort.ts";
import { Confidence, Hurt, Likelihood, Reversibility } from "../../domain/words.ts";
import { confidenceLabel, hurtLabel, likelihoodLabel, reversibilityLabel } from "../../protocol/labels.ts";
import type { OptionText } from "../open-form.ts";
import { boxText, changedMeanwhile, textArea, textLine } from "../parts/boxes.ts";
import { chooser, linkButton } from "../parts/controls.ts";
import { hintsToWriter } from "../parts/writing-hints.ts";
import type { NoteView } from "../view.ts";
import { baseText, boxKey } from "./columns.ts";
import type { WrittenColumn } from "./columns.ts";
import type { EffortScale } from "./effort-scale.ts";
import { movedDatesBoxes } from "./moved-dates.ts";
import { spokenLead } from "./read-cell.ts";
import { appliesToNothing } from "./rows.ts";
import type { Row } from "./rows.ts";
import { scalePicture } from "./scale-picture.ts";

/** Risks that can be written on an option. More than three are a list, not a comparison. */
export const MOST_RISKS = 3;

/** A field of an option as a box, at the same place and of the same size as what it becomes. */
export function writeCell(
  view: NoteView,
  column: WrittenColumn,
  row: Row,
  scale: EffortScale | undefined,
): TemplateResult {
  const { translate } = view;
  if (column.doNothing && !appliesToNothing(row)) {
    return html`<p class="meta">
      ${row === "effort" ? translate("Nothing to build.") : translate("Does not apply.")}
    </p>`;
  }
  switch (row) {
    case "effort":
      return effortBox(view, column, scale);
    case "risks":
      return riskBoxes(view, column);
    case "reversibility":
      return html`${choice(view, column, row, [
        ...Reversibility.options.map((value) => ({ value, label: reversibilityLabel(value, translate) })),
      ])}
      ${text(view, column, "costToUndo", translate("What undoing costs"), translate("What undoing costs"))}`;
    case "confidence":
      return choice(view, column, row, [
        ...Confidence.options.map((value) => ({ value, label: confidenceLabel(value, translate) })),
      ]);
    case "moves":
      return movedDatesBoxes(view, column);
    case "gains":
    case "ready":
      return html``;
    default:
      return text(view, column, row, spokenLead(view, column.letter, row, true), hint(view, column, row));
  }
}

function hint({ translate }: NoteView, column: WrittenColumn, row: Row): string | undefined {
  if (column.doNothing)
    return row === "implications" ? translate("What happens if we leave it as it is") : undefined;
  switch (row) {
    case "people":
      return translate("1 person, or who");
    case "givesUp":
      return translate("What has to wait, or be left out");
    default:
      return undefined;
  }
}

function text(
  view: NoteView,
  column: WrittenColumn,
  field: OptionText,
  label: string,
  placeholder: string | undefined,
): TemplateResult {
  const key = boxKey(column, field);
  const base = column.kind === "edit" ? baseText(view, column.option, field) : "";
  return html`${textArea(
    view,
    {
      note: view.note.id,
      key,
      label,
      base,
      hint: placeholder,
      hideLabel: true,
      invalid: isInvalid(view, key),
    },
    1,
  )}
  ${field === "implications" ? hintsToWriter(view, boxText(view, view.note.id, key, base), { isImpact: false }) : nothing}
  ${column.kind === "edit" ? changedMeanwhile(view, key, base) : nothing}`;
}

/** The box that the problem under the table is about. */
const isInvalid = ({ state }: NoteView, key: string): boolean => state.problems.has(`box.${key}`);

/** The title of an option, in the head of its column. */
export const titleBox = (view: NoteView, column: WrittenColumn): TemplateResult =>
  text(
    view,
    column,
    "title",
    view.translate("Option {letter}, in a few words:", { letter: column.letter }),
    view.translate("In a few words"),
  );

function effortBox(view: NoteView, column: WrittenColumn, scale: EffortScale | undefined): TemplateResult {
  const { translate, state, values } = view;
  const key = boxKey(column, "effort");
  const base = column.kind === "edit" ? baseText(view, column.option, "effort") : "";
  const typed = boxText(view, view.note.id, key, base).trim();
  const effort = parseEffort(typed);
  const placeholder =
    state.frame?.role === "pm" ? translate("Engineering will say") : translate("2w, 2-3 weeks, 2 months");
  return html`${textLine(view, {
    note: view.note.id,
    key,
    label: spokenLead(view, column.letter, "effort", true),
    base,
    hint: placeholder,
    hideLabel: true,
    invalid: isInvalid(view, key),
  })}
  ${
    effort === undefined
      ? nothing
      : html`${scale === undefined ? nothing : scalePicture(scale, effort)}
          <p class="effort-words meta" role="status">${values.effort(effort)}</p>`
  }
  ${
    typed !== "" && effort === undefined
      ? html`<p class="effort-words meta" role="status">
          ${translate("Not understood yet. Try “2w”, “2-3 weeks” or “2 months”.")}
        </p>`
      : nothing
  }`;
}

const NOT_SAID = "";

function choice(
  view: NoteView,
  column: WrittenColumn,
  row: "reversibility" | "confidence",
  choices: readonly { readonly value: string; readonly label: string }[],
): TemplateResult {
  const { note, translate, act } = view;
  const key = boxKey(column, row);
  const base = column.kind === "edit" ? (column.option[row] ?? NOT_SAID) : NOT_SAID;
  return chooser({
    label: spokenLead(view, column.letter, row, true),
    hideLabel: true,
    value: boxText(view, note.id, key, base),
    choices: [{ value: NOT_SAID, label: translate("Not said") }, ...choices],
    choose: (value) => act({ type: "type", note: note.id, key, text: value }),
    focus: key,
  });
}

/** How many risks there are to write: those that are there, those begun, and one to begin with. */
export function riskCount(view: NoteView, column: WrittenColumn): number {
  const there = column.kind === "edit" ? column.option.risks.length : 0;
  const begun = Array.from({ length: MOST_RISKS }, (_, index) => index + 1)
    .reverse()
    .find((count) => boxText(view, view.note.id, boxKey(column, `risk.${count - 1}.text`)) !== "");
  const asked = view.state.folds.has(`risks.${boxKey(column, "risk")}`) ? 1 : 0;
  return Math.max(there, Math.min(MOST_RISKS, Math.max(1, begun ?? 0) + asked));
}

function riskBoxes(view: NoteView, column: WrittenColumn): TemplateResult {
  const { note, translate, act } = view;
  const count = riskCount(view, column);
  const fold = `risks.${boxKey(column, "risk")}`;
  return html`${Array.from({ length: count }, (_, index) => {
    const risk = column.kind === "edit" ? column.option.risks[index] : undefined;
    const key = (part: string) => boxKey(column, `risk.${index}.${part}`);
    const numbered = { letter: column.letter, number: index + 1 };
    const select = (
      part: "likelihood" | "hurt",
      unsaid: string,
      label: string,
      choices: readonly { value: string; label: string }[],
    ) =>
      chooser({
        label,
        hideLabel: true,
        value: boxText(view, note.id, key(part), risk?.[part] ?? NOT_SAID),
        choices: [{ value: NOT_SAID, label: unsaid }, ...choices],
        choose: (value) => act({ type: "type", note: note.id, key: key(part), text: value }),
        focus: key(part),
      });
    return html`<div class="risk-box">
      ${textArea(
        view,
        {
          note: note.id,
          key: key("text"),
          label: translate("Option {letter}, risk {number}", numbered),
          base: risk?.text ?? "",
          hint: translate("What could go wrong"),
          hideLabel: true,
        },
        1,
      )}
      <div class="beside">
        ${select(
          "likelihood",
          translate("How likely?"),
          translate("Option {letter}, risk {number}: how likely", numbered),
          Likelihood.options.map((value) => ({ value, label: likelihoodLabel(value, translate) })),
        )}
        ${select(
          "hurt",
          translate("How bad?"),
          translate("Option {letter}, risk {number}: how much it hurts", numbered),
          Hurt.options.map((value) => ({ value, label: hurtLabel(value, translate) })),
        )}
      </div>
    </div>`;
  })}
  ${
    count < MOST_RISKS && !view.state.folds.has(fold)
      ? linkButton({
          label: translate("Another risk"),
          press: () => act({ type: "fold", fold }),
          focus: fold,
          spoken: translate("Another risk of option {letter}", { letter: column.letter }),
        })
      : nothing
  }`;
}
