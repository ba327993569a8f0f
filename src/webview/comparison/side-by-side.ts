import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { columnHead } from "./column-head.ts";
import { sameWords, startWords } from "./read-cell.ts";
import { isFirstRow, rowLabel, sameForAll } from "./rows.ts";
import type { Row } from "./rows.ts";
import { scaleAxis } from "./scale-picture.ts";
import { cell, columnClass, columnKey, moreToggle, scaleUnit, writtenWhole } from "./table.ts";
import type { Table } from "./table.ts";

/** From this many columns on a wide table scrolls sideways, with its row headers in place. */
export const SCROLLS_FROM = 4;

/** A real table: a column for each way to go, a row for what they are compared by. */
export function sideBySide(table: Table): TemplateResult {
  const { translate, columns, rows } = table;
  const scrolls = columns.length >= SCROLLS_FROM;
  const first = rows.filter((row) => !table.writing || isFirstRow(row));
  const more = rows.filter((row) => !first.includes(row));
  return html`<div
    class=${scrolls ? "table-area scrolls" : "table-area"}
    tabindex=${scrolls ? "0" : nothing}
    role=${scrolls ? "group" : nothing}
    aria-label=${scrolls ? translate("Ways to go") : nothing}
  >
    <table class=${`options columns-${Math.min(columns.length, SCROLLS_FROM)}`}>
      <caption class="unseen">
        ${translate("Ways to go")}
      </caption>
      <colgroup>
        <col class="row-header" />
        ${columns.map(() => html`<col />`)}
      </colgroup>
      <thead>
        <tr>
          <td class="corner">
            ${table.writing ? html`<span class="box-label">${translate("In a few words")}</span>` : nothing}
          </td>
          ${repeat(
            columns,
            columnKey,
            (column, index) =>
              html`<th scope="col" class=${columnClass(column)} data-column=${index} data-phase="0">
                ${columnHead(table, column)}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          first,
          (row) => row,
          (row) => tableRow(table, row),
        )}
        ${
          writtenWhole(table) === 0
            ? nothing
            : html`<tr class="more-row">
                <th scope="row" colspan=${columns.length + 1} data-column="0" data-phase="1">
                  ${moreToggle(table)}
                </th>
              </tr>`
        }
        ${repeat(
          more,
          (row) => row,
          (row) => tableRow(table, row),
        )}
      </tbody>
    </table>
  </div>`;
}

function tableRow(table: Table, row: Row): TemplateResult {
  const { columns, writing, translate } = table;
  const same = sameForAll(columns, row);
  if (same !== undefined) {
    return html`<tr class="same">
      <th scope="row">${rowLabel(row, table, writing)}</th>
      <td colspan=${columns.length} class="meta">${sameWords(table, same, row)}</td>
    </tr>`;
  }
  return html`<tr class=${`row-${row}`}>
    <th scope="row">
      <span>${rowLabel(row, table, writing)}</span>
      ${
        row === "effort" && table.scale !== undefined
          ? html`<span class="meta scale-unit">${scaleUnit(table)}</span>
              ${scaleAxis(table.scale, table.values.number)}`
          : nothing
      }
      ${row === "ready" ? html`<span class="meta">${startWords(table)}</span>` : nothing}
      ${
        row === "implications" && writing
          ? html`<span class="unseen">${translate("One box for each option")}</span>`
          : nothing
      }
    </th>
    ${repeat(
      columns,
      columnKey,
      (column, index) =>
        html`<td
          class=${columnClass(column)}
          data-column=${index}
          data-phase=${writing && !isFirstRow(row) ? "2" : "0"}
        >
          ${cell(table, column, row)}
        </td>`,
    )}
  </tr>`;
}
