import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { columnHead } from "./column-head.ts";
import { effortIn } from "./columns.ts";
import type { Column } from "./columns.ts";
import { startWords } from "./read-cell.ts";
import { appliesToNothing, hasValue, isFirstRow, MORE_FOLD, rowLabel } from "./rows.ts";
import type { Row } from "./rows.ts";
import { scaleAxis, scalePicture } from "./scale-picture.ts";
import { cell, columnClass, columnKey, moreToggle, scaleUnit } from "./table.ts";
import type { Table } from "./table.ts";

/** Where the columns have no room beside each other: the scale alone first, so that the comparison survives, then each option with the same rows. */
export function stacked(table: Table): TemplateResult {
  const { columns, translate } = table;
  return html`${scaleAlone(table)}
    <div class="stacked" role="list" aria-label=${translate("Ways to go")}>
      ${repeat(columns, columnKey, (column) => stackedOption(table, column))}
    </div>`;
}

function scaleAlone(table: Table): TemplateResult | typeof nothing {
  const { scale, columns, translate, values } = table;
  const drawn = columns.flatMap((column) => {
    const effort = effortIn(table, column);
    return effort === undefined ? [] : [{ column, effort }];
  });
  if (scale === undefined) return nothing;
  return html`<div class="scale-alone" aria-hidden="true">
    <p class="meta">${translate("How long")}, ${scaleUnit(table)}</p>
    <div class="scale-row axis-row"><span class="letter-room"></span>${scaleAxis(scale, values.number)}</div>
    ${drawn.map(
      ({ column, effort }) =>
        html`<div class="scale-row">
          <span class="letter">${column.letter}</span>${scalePicture(scale, effort)}
        </div>`,
    )}
  </div>`;
}

/** A row that has nothing to ask of a column: a table has to fill its cell, a block leaves it out. */
const isIdle = (column: Column, row: Row): boolean =>
  (column.kind === "write" && row === "gains") ||
  (column.doNothing &&
    row !== "effort" &&
    !appliesToNothing(row) &&
    (column.kind === "write" || !hasValue(column.option, row)));

function stackedOption(table: Table, column: Column): TemplateResult {
  const { writing, translate } = table;
  const rows = table.rows.filter((row) => !isIdle(column, row));
  const isDraft = column.kind !== "read";
  const first = rows.filter((row) => !isDraft || isFirstRow(row));
  const more = rows.filter((row) => !first.includes(row));
  const pair = (row: Row) =>
    html`<div class=${`pair row-${row}`}>
      <dt>
        ${rowLabel(row, table, writing)}${row === "ready" ? html` <span class="meta">${startWords(table)}</span>` : nothing}
      </dt>
      <dd>${cell({ ...table, scale: undefined }, column, row)}</dd>
    </div>`;
  return html`<div role="listitem" class=${`option-block ${columnClass(column)}`}>
    ${columnHead(table, column)}
    <dl>
      ${repeat(
        first,
        (row) => row,
        (row) => pair(row),
      )}
      ${
        isDraft && !column.doNothing && !(column.kind === "edit" && column.only !== undefined)
          ? html`<div class="pair">
              <dt class="unseen">${translate("More about this option")}</dt>
              <dd>
                ${moreToggle(table, translate("More about this option"), `${MORE_FOLD}.${columnKey(column)}`)}
              </dd>
            </div>`
          : nothing
      }
      ${repeat(
        more,
        (row) => row,
        (row) => pair(row),
      )}
    </dl>
  </div>`;
}
