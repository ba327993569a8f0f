import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { NoteValues, OptionValues } from "../../domain/note-fields.ts";
import { parseEffort } from "../../domain/effort.ts";
import type { ContestedField } from "../../protocol/panel-state.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { linkButton } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { isolated } from "../parts/said.ts";
import { versionList } from "../parts/versions.ts";
import type { PageAction } from "../page-action.ts";
import type { NoteView } from "../view.ts";
import { baseText } from "../comparison/columns.ts";
import { isOptionText, isTextField, optionValue } from "./field-names.ts";

/** Fields that people set without having seen each other: both values are kept until somebody picks one or writes a third. */
export function contested(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate } = view;
  if (note.contested.length === 0) return nothing;
  return html`<section aria-labelledby="contested-title" class="contested">
    <h2 id="contested-title" tabindex="-1" data-focus="contested">${translate("Two versions")}</h2>
    ${repeat(
      note.contested,
      ({ option, field }) => `${option ?? ""}.${field}`,
      (field) => oneField(view, field),
    )}
  </section>`;
}

function oneField(view: NoteView, field: ContestedField): TemplateResult {
  const { note, translate, act } = view;
  const third = { kind: "third", option: field.option, field: field.field } as const;
  const place = `contested.${field.option ?? "note"}.${field.field}`;
  const settled = field.option === undefined ? {} : { option: field.option };
  return html`<div class="contested-field">
    <p>
      ${
        field.versions.length === 2
          ? translate(
              "Two people changed “{field}” without seeing each other's. Both are kept: pick one, or write a third.",
              {
                field: isolated(field.label),
              },
            )
          : translate(
              "Several people changed “{field}” without seeing each other's. All are kept: pick one, or write another.",
              {
                field: isolated(field.label),
              },
            )
      }
    </p>
    ${versionList(view, place, field.versions, (version) => ({
      type: "settle",
      note: note.id,
      ...settled,
      field: field.field,
      version,
    }))}
    ${
      !field.writable || !canWrite(field)
        ? nothing
        : isOpen(view, third)
          ? thirdForm(view, field)
          : html`${linkButton({
              label: translate("Write a third"),
              press: () => act({ type: "openForm", form: third }),
              focus: `${place}.third`,
            })}
            ${started(view, note.id, third)}`
    }
  </div>`;
}

const canWrite = ({ option, field }: ContestedField): boolean =>
  option === undefined ? isTextField(field) : isOptionText(field);

function thirdForm(view: NoteView, field: ContestedField): TemplateResult {
  const { note, translate } = view;
  const key = `third.${field.option ?? "note"}.${field.field}`;
  return form(view, {
    form: { kind: "third", option: field.option, field: field.field },
    note: note.id,
    name: translate("Write a third"),
    body: textArea(view, {
      note: note.id,
      key,
      label: field.label,
      base: standingText(view, field),
    }),
    submit: { label: translate("Save"), action: () => savedThird(view, field, key) },
  });
}

/** What the note shows until it is settled: one of the versions, the same for everybody. */
function standingText(view: NoteView, { option: id, field }: ContestedField): string {
  const { note } = view;
  if (id === undefined) return isTextField(field) ? note[field] : "";
  const option = note.options.find((one) => one.id === id);
  return option === undefined || !isOptionText(field) ? "" : baseText(view, option, field);
}

function savedThird(view: NoteView, field: ContestedField, place: string): PageAction {
  const { note, translate } = view;
  const text = boxText(view, note.id, place, standingText(view, field)).trim();
  if (field.option === undefined) {
    if (field.field === "title" && text === "")
      return { type: "problem", place, text: translate("A note needs a title."), focus: place };
    const fields: NoteValues = isTextField(field.field) ? { [field.field]: text } : {};
    return { type: "perform", place, action: { type: "editNote", note: note.id, fields }, forget: [place] };
  }
  if (field.field === "effort" && text !== "" && parseEffort(text) === undefined)
    return {
      type: "problem",
      place,
      text: translate("This is not understood. Try “2w”, “2-3 weeks” or “2 months”."),
      focus: place,
    };
  const fields: OptionValues = isOptionText(field.field) ? optionValue(field.field, text) : {};
  return {
    type: "perform",
    place,
    action: { type: "editOption", note: note.id, option: field.option, fields },
    forget: [place],
  };
}
