import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { NoteValues } from "../../domain/note-fields.ts";
import { boxText, changedMeanwhile, dayBox, textArea } from "../parts/boxes.ts";
import { pencil } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { hintsToWriter } from "../parts/writing-hints.ts";
import type { PageAction } from "../page-action.ts";
import type { NoteView } from "../view.ts";

export type TextField = "title" | "impact" | "context" | "costOfDelay";

interface Wording {
  readonly label: string;
  readonly edit: string;
  readonly hint?: string;
}

function wording(field: TextField, { translate }: NoteView): Wording {
  switch (field) {
    case "title":
      return { label: translate("Title"), edit: translate("Edit the title") };
    case "impact":
      return {
        label: translate("What will a user or the roadmap notice, and from when?"),
        edit: translate("Edit the effect on users"),
        hint: translate("Search takes over 5 s for large shops; the first is expected in March"),
      };
    case "context":
      return { label: translate("Background"), edit: translate("Edit the background") };
    case "costOfDelay":
      return { label: translate("What does waiting cost?"), edit: translate("Edit what waiting costs") };
  }
}

export const textOf = ({ note }: NoteView, field: TextField): string => note[field];

/** A text of the note in a box, in its place. */
export function fieldForm(view: NoteView, field: TextField): TemplateResult {
  const { note, translate } = view;
  const words = wording(field, view);
  const base = textOf(view, field);
  const text = () => boxText(view, note.id, field, base).trim();
  const save = (): PageAction => {
    if (field === "title" && text() === "")
      return { type: "problem", place: field, text: translate("A note needs a title."), focus: field };
    if (view.state.typed.text(note.id, field) === undefined || text() === base) return { type: "closeForm" };
    const fields: NoteValues = { [field]: text() };
    return {
      type: "perform",
      place: field,
      action: { type: "editNote", note: note.id, fields },
      forget: [field],
    };
  };
  return form(view, {
    form: { kind: "field", field },
    note: note.id,
    name: words.label,
    body: html`${textArea(view, {
      note: note.id,
      key: field,
      label: words.label,
      base,
      ...(words.hint === undefined ? {} : { hint: words.hint }),
    })}
    ${changedMeanwhile(view, field, base)}
    ${field === "impact" ? hintsToWriter(view, text(), { isImpact: true }) : nothing}`,
    submit: { label: translate("Save"), action: save },
  });
}

export const fieldPencil = (view: NoteView, field: TextField): TemplateResult =>
  pencil({
    label: wording(field, view).edit,
    press: () => view.act({ type: "openForm", form: { kind: "field", field } }),
    focus: `edit.${field}`,
  });

export const fieldIsOpen = (view: NoteView, field: TextField | "neededBy"): boolean =>
  isOpen(view, { kind: "field", field });

export const fieldStarted = (
  view: NoteView,
  field: TextField | "neededBy",
): TemplateResult | typeof nothing => started(view, view.note.id, { kind: "field", field });

/** The date by which something has to happen, and why that date matters and to whom it was promised. */
export function neededByForm(view: NoteView): TemplateResult {
  const { note, translate } = view;
  const place = "neededBy";
  const day = () => boxText(view, note.id, "neededBy.day", note.neededBy?.day ?? "");
  const why = () => boxText(view, note.id, "neededBy.why", note.neededBy?.why ?? "").trim();
  const save = (): PageAction => {
    if (day() === "" && why() !== "")
      return { type: "problem", place, text: translate("Choose the date first."), focus: "neededBy.day" };
    const untouched = ["neededBy.day", "neededBy.why"].every(
      (key) => view.state.typed.text(note.id, key) === undefined,
    );
    if (untouched) return { type: "closeForm" };
    const neededBy = day() === "" ? null : { day: day(), ...(why() === "" ? {} : { why: why() }) };
    return {
      type: "perform",
      place,
      action: { type: "editNote", note: note.id, fields: { neededBy } },
      forget: ["neededBy.day", "neededBy.why"],
    };
  };
  return form(view, {
    form: { kind: "field", field: "neededBy" },
    note: note.id,
    name: translate("Needed by"),
    body: html`${dayBox(view, {
      note: note.id,
      key: "neededBy.day",
      label: translate("Needed by"),
      base: note.neededBy?.day ?? "",
    })}
    ${textArea(view, {
      note: note.id,
      key: "neededBy.why",
      label: translate("Why does this date matter, and to whom was it promised?"),
      base: note.neededBy?.why ?? "",
    })}`,
    submit: { label: translate("Save"), action: save },
  });
}
