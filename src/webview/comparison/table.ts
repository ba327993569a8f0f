import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { foldGlyph } from "../parts/glyph.ts";
import type { NoteView } from "../view.ts";
import { columnsOf, effortIn, writtenIn } from "./columns.ts";
import type { Column } from "./columns.ts";
import { cellFoot } from "./edit-foot.ts";
import { effortScale } from "./effort-scale.ts";
import type { EffortScale } from "./effort-scale.ts";
import { readCell } from "./read-cell.ts";
import { MORE_FOLD, shownRows } from "./rows.ts";
import type { Row } from "./rows.ts";
import { writeCell } from "./write-cell.ts";

/** The comparison as both of its forms show it, side by side and stacked. */
export interface Table extends NoteView {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Undefined where nothing is estimated: then no axis is drawn. */
  readonly scale: EffortScale | undefined;
  /** Options are being composed or changed as a whole. */
  readonly writing: boolean;
}

export function tableOf(view: NoteView): Table {
  const columns = columnsOf(view);
  return {
    ...view,
    columns,
    rows: shownRows(view, columns),
    scale: effortScale(columns.flatMap((column) => effortIn(view, column) ?? [])),
    writing: columns.some(isWrittenWhole),
  };
}

const isWrittenWhole = (column: Column): boolean =>
  column.kind === "write" || (column.kind === "edit" && column.only === undefined);

/** How many options are being composed or changed as a whole. */
export const writtenWhole = ({ columns }: Table): number => columns.filter(isWrittenWhole).length;

export const columnKey = (column: Column): string =>
  column.kind === "write" ? column.slot : column.option.id;

const isTaken = (column: Column): boolean => column.kind !== "write" && column.option.taken;

export const columnClass = (column: Column): string => (isTaken(column) ? "taken" : "");

/** What stands in a column in a row: words, a question, or a box. */
export function cell(table: Table, column: Column, row: Row): TemplateResult {
  const written = writtenIn(column, row);
  if (written !== undefined) {
    const alone = written.kind === "edit" && written.only === row ? cellFoot(table, written) : nothing;
    return html`${writeCell(table, written, row, table.scale)}${alone}`;
  }
  return column.kind === "write" ? html`` : readCell(table, column.option, row, table.scale);
}

/** The unit in which the scale is counted. */
export function scaleUnit({ scale, translate }: Table): string {
  switch (scale?.unit) {
    case "hours":
      return translate("in hours");
    case "days":
      return translate("in days");
    case "weeks":
      return translate("in weeks");
    default:
      return translate("in months");
  }
}

const moreLabel = (table: Table): string =>
  writtenWhole(table) === 1
    ? table.translate("More about this option")
    : table.translate("More about these options");

/** What need not be filled in is folded away, for all options at once: their rows stand side by side. */
export function moreToggle(table: Table, label = moreLabel(table), focus = MORE_FOLD): TemplateResult {
  const open = table.state.folds.has(MORE_FOLD);
  return html`<button
    type="button"
    class="fold-head"
    aria-expanded=${String(open)}
    data-focus=${focus}
    @click=${() => table.act({ type: "fold", fold: MORE_FOLD })}
  >
    ${foldGlyph()}<span>${label}</span>
  </button>`;
}
