import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { samePerson } from "../../domain/person.ts";
import { linkButton, pencil } from "../parts/controls.ts";
import { tickGlyph } from "../parts/glyph.ts";
import { personClaim, personName, saidBlock } from "../parts/said.ts";
import { slotKeys, writtenSlots } from "./columns.ts";
import type { Column } from "./columns.ts";
import type { Table } from "./table.ts";
import { titleBox } from "./write-cell.ts";

/** The letter, the few words, and how the option stands. */
export function columnHead(table: Table, column: Column): TemplateResult {
  return html`<div class="column-head">
    <span class="letter"><span class="unseen">${table.translate("Option")} </span>${column.letter}</span>
    <div class="column-words">
      ${fewWords(table, column)}
      ${column.kind === "write" ? removeColumn(table, column) : standing(table, column)}
    </div>
  </div>`;
}

function fewWords(table: Table, column: Column): TemplateResult {
  const { translate, act } = table;
  if (column.doNothing && column.kind === "write")
    return html`<span class="few-words">${translate("Do nothing")}</span>`;
  if (column.kind === "write" || (column.kind === "edit" && column.only === undefined && !column.doNothing))
    return titleBox(table, column);
  return html`<div class="with-pencil">
    <span class="few-words" dir="auto"
      >${column.doNothing ? translate("Do nothing") : plainLine(column.option.title)}</span
    >
    ${
      column.kind === "read"
        ? pencil({
            label: translate("Edit option {letter}", { letter: column.letter }),
            press: () => act({ type: "openForm", form: { kind: "option", option: column.option.id } }),
            focus: `edit.option.${column.option.id}`,
          })
        : nothing
    }
  </div>`;
}

function standing(
  { note, translate }: Table,
  { option }: Extract<Column, { readonly kind: "read" | "edit" }>,
): TemplateResult {
  return html`${option.summary.trim() === "" ? nothing : html`<div class="summary">${saidBlock(option.summary)}</div>`}
  ${
    option.taken
      ? html`<p class="taken-word">${tickGlyph()}<span>${translate("Decided")}</span></p>`
      : nothing
  }
  ${option.recommended ? html`<p class="meta">${translate("Engineering would take this")}</p>` : nothing}
  ${
    samePerson(option.by, note.opened.by)
      ? nothing
      : html`<p class="meta" title=${personClaim(option.by)}>
          ${translate("An option of {name}", { name: personName(option.by) })}
        </p>`
  }`;
}

/** A column too many can be taken away again; the two that are there to begin with stay. */
function removeColumn(
  { state, note, translate, act }: Table,
  column: Extract<Column, { kind: "write" }>,
): TemplateResult | typeof nothing {
  const slots = writtenSlots(state, note);
  const isLast = column.slot === slots.at(-1);
  const few = note.options.some(({ doNothing }) => !doNothing) ? 1 : 2;
  if (column.doNothing || !isLast || slots.length <= few) return nothing;
  const isEmpty = slotKeys(state, note, column.slot).length === 0;
  return linkButton({
    label: isEmpty ? translate("Remove") : translate("Throw it away"),
    press: () => act({ type: "removeColumn", slot: column.slot }),
    focus: `remove.${column.slot}`,
    spoken: isEmpty
      ? translate("Remove option {letter}", { letter: column.letter })
      : translate("Throw it away: option {letter}", { letter: column.letter }),
    quiet: true,
  });
}
