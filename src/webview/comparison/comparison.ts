import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { plainLine } from "../../base/plain-text.ts";
import { button, chooser, linkButton, problem } from "../parts/controls.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { isSubmitKey, submitKeys } from "../parts/form.ts";
import { foldGlyph, tickGlyph } from "../parts/glyph.ts";
import { saidBlock } from "../parts/said.ts";
import { formName } from "../open-form.ts";
import type { NoteView } from "../view.ts";
import { moveDownColumns } from "./column-order.ts";
import { columnsOf, composeKeys, effortIn, isComposing, slotKeys, writtenIn, writtenSlots } from "./columns.ts";
import type { Column } from "./columns.ts";
import { effortScale } from "./effort-scale.ts";
import type { EffortScale } from "./effort-scale.ts";
import { readCell, sameWords } from "./read-cell.ts";
import { recommendation } from "./recommendation.ts";
import { appliesToNothing, hasValue, isFirstRow, MORE_FOLD, rowLabel, sameForAll, shownRows } from "./rows.ts";
import type { Row } from "./rows.ts";
import { scaleAxis, scalePicture } from "./scale-picture.ts";
import { COMPOSE_PLACE, putOnTheTable, saveOption } from "./written-option.ts";
import { titleBox, writeCell } from "./write-cell.ts";

/** In CSS pixels; the style sheet has the same. */
const ROW_HEADER = 160;
const NARROWEST_COLUMN = 220;
const PAGE_PADDING = { narrow: 8, medium: 16, wide: 24 } as const;
/** From this many columns on a wide table scrolls sideways, with its row headers in place. */
const SCROLLS_FROM = 4;

interface Table extends NoteView {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly scale: EffortScale | undefined;
  readonly writing: boolean;
}

/** The ways to go, side by side: what users get, how long it takes, what each gives up. They are composed in the same place. */
export function comparison(view: NoteView): TemplateResult {
  const { translate, note, state } = view;
  const columns = columnsOf(view);
  if (columns.length === 0) return nothingYet(view);
  const table: Table = {
    ...view,
    columns,
    rows: shownRows(view, columns),
    scale: effortScale(columns.flatMap((column) => effortIn(view, column) ?? [])),
    writing: columns.some((column) => column.kind === "write" || (column.kind === "edit" && column.only === undefined)),
  };
  const composing = isComposing(state, note);
  return html`<section
    aria-labelledby="comparison-title"
    class="comparison"
    @keydown=${(event: KeyboardEvent) => keys(event, table, composing)}
  >
    <div class="section-head">
      <h2 id="comparison-title" tabindex="-1" data-focus="comparison">${translate("Ways to go")}</h2>
      ${composing
        ? nothing
        : linkButton({
            label:
              composeKeys(state, note).length > 0 ? translate("Go on with your draft") : translate("Draft another option"),
            press: () => view.act({ type: "compose", open: true }),
            focus: "compose.open",
          })}
    </div>
    ${isStacked(view, columns) ? stacked(table) : sideBySide(table)}
    ${recommendation(view, composing)} ${editFoot(table)} ${composing ? composeFoot(table) : nothing}
  </section>`;
}

function nothingYet({ translate, act, state, note }: NoteView): TemplateResult {
  return html`<section aria-labelledby="comparison-title" class="comparison">
    <h2 id="comparison-title" tabindex="-1" data-focus="comparison">${translate("Ways to go")}</h2>
    <div class="empty">
      <p>${translate("No way out is written down yet. Two rough ones are better than one perfect.")}</p>
      ${note.closed !== null
        ? nothing
        : html`<div class="buttons">
            ${button({
              label: composeKeys(state, note).length > 0 ? translate("Go on with your draft") : translate("Draft options"),
              press: () => act({ type: "compose", open: true }),
              focus: "compose.open",
              primary: state.form === undefined && state.frame?.role !== "pm",
            })}
          </div>`}
    </div>
  </section>`;
}

/** Whether the columns have no room beside each other. A wide panel scrolls sideways before it stacks four. */
function isStacked({ breadth, state }: NoteView, columns: readonly Column[]): boolean {
  if (breadth === "narrow") return true;
  if (breadth === "wide" && columns.length >= SCROLLS_FROM) return false;
  const room = state.width - 2 * PAGE_PADDING[breadth];
  return room < ROW_HEADER + NARROWEST_COLUMN * columns.length;
}

// Side by side

function sideBySide(table: Table): TemplateResult {
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
          <td class="corner">${table.writing ? html`<span class="box-label">${translate("In a few words")}</span>` : nothing}</td>
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
        ${writtenWhole(table) === 0
          ? nothing
          : html`<tr class="more-row">
              <th scope="row" colspan=${columns.length + 1} data-column="0" data-phase="1">${moreToggle(table)}</th>
            </tr>`}
        ${repeat(
          more,
          (row) => row,
          (row) => tableRow(table, row),
        )}
      </tbody>
    </table>
  </div>`;
}

const columnKey = (column: Column): string => (column.kind === "write" ? column.slot : column.option.id);

const isTaken = (column: Column): boolean => column.kind !== "write" && column.option.taken;

const columnClass = (column: Column): string => (isTaken(column) ? "taken" : "");

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
      ${row === "effort" && table.scale !== undefined
        ? html`<span class="meta scale-unit">${scaleUnit(table)}</span> ${scaleAxis(table.scale, table.values.number)}`
        : nothing}
      ${row === "implications" && writing
        ? html`<span class="unseen">${translate("One box for each option")}</span>`
        : nothing}
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

function cell(table: Table, column: Column, row: Row): TemplateResult {
  const written = writtenIn(column, row);
  if (written !== undefined) {
    const alone = written.kind === "edit" && written.only === row ? cellFoot(table, written) : nothing;
    return html`${writeCell(table, written, row, table.scale)}${alone}`;
  }
  return column.kind === "write" ? html`` : readCell(table, column.option, row, table.scale);
}

/** The unit in which the scale is counted. */
function scaleUnit({ scale, translate }: Table): string {
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

// The head of a column, side by side and stacked

function columnHead(table: Table, column: Column): TemplateResult {
  const { translate, act } = table;
  const words =
    column.kind === "write" || (column.kind === "edit" && column.only === undefined && !column.doNothing)
      ? column.doNothing
        ? html`<span class="few-words">${translate("Do nothing")}</span>`
        : titleBox(table, column)
      : html`<span class="few-words" dir="auto"
          >${column.doNothing ? translate("Do nothing") : plainLine(column.option.title)}</span
        >`;
  return html`<div class="column-head">
    <span class="letter"><span class="unseen">${translate("Option")} </span>${column.letter}</span>
    <div class="column-words">
      ${words}
      ${column.kind === "write"
        ? removeColumn(table, column)
        : html`${column.option.summary.trim() === "" ? nothing : html`<div class="summary">${saidBlock(column.option.summary)}</div>`}
            ${column.option.taken
              ? html`<p class="taken-word">${tickGlyph()}<span>${translate("Decided")}</span></p>`
              : nothing}
            ${column.option.recommended
              ? html`<p class="meta">${translate("Engineering would take this")}</p>`
              : nothing}
            ${column.kind === "read"
              ? linkButton({
                  label: translate("Edit"),
                  press: () => act({ type: "openForm", form: { kind: "option", option: column.option.id } }),
                  focus: `edit.option.${column.option.id}`,
                  spoken: translate("Edit option {letter}", { letter: column.letter }),
                  quiet: true,
                })
              : nothing}`}
    </div>
  </div>`;
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
  return linkButton({
    label: slotKeys(state, note, column.slot).length === 0 ? translate("Remove") : translate("Throw it away"),
    press: () => act({ type: "removeColumn", slot: column.slot }),
    focus: `remove.${column.slot}`,
    spoken: translate("Remove option {letter}", { letter: column.letter }),
    quiet: true,
  });
}

// Stacked: the scale alone first, so that the comparison survives, then each option

function stacked(table: Table): TemplateResult {
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
      <dt>${rowLabel(row, table, writing)}</dt>
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
      ${isDraft && !column.doNothing && !(column.kind === "edit" && column.only !== undefined)
        ? html`<div class="pair">
            <dt class="unseen">${translate("More about this option")}</dt>
            <dd>${moreToggle(table, translate("More about this option"))}</dd>
          </div>`
        : nothing}
      ${repeat(
        more,
        (row) => row,
        (row) => pair(row),
      )}
    </dl>
  </div>`;
}

// Writing

const writtenWhole = ({ columns }: Table): number =>
  columns.filter((column) => column.kind === "write" || (column.kind === "edit" && column.only === undefined)).length;

const moreLabel = (table: Table): string =>
  writtenWhole(table) === 1
    ? table.translate("More about this option")
    : table.translate("More about these options");

/** What need not be filled in is folded away, for all options at once: their rows stand side by side. */
function moreToggle(table: Table, label = moreLabel(table)): TemplateResult {
  const open = table.state.folds.has(MORE_FOLD);
  return html`<button
    type="button"
    class="fold-head"
    aria-expanded=${String(open)}
    data-focus=${MORE_FOLD}
    @click=${() => table.act({ type: "fold", fold: MORE_FOLD })}
  >
    ${foldGlyph()}<span>${label}</span>
  </button>`;
}

function keys(event: KeyboardEvent, table: Table, composing: boolean): void {
  const { act, state, columns } = table;
  const edited = columns.find((column) => column.kind === "edit");
  const inEdited = edited !== undefined && isIn(event, `option.${edited.option.id}.`);
  if (event.key === "Tab") moveDownColumns(event);
  else if (isSubmitKey(event)) {
    if (inEdited && state.form !== undefined) act(saveOption(table, edited, formName(state.form)));
    else if (composing && isIn(event, "compose.")) act(putOnTheTable(table));
    else return;
    event.preventDefault();
  } else if (event.key === "Escape" && !event.isComposing) {
    if (inEdited) act({ type: "closeForm" });
    else if (composing && isIn(event, "compose.")) act({ type: "compose", open: false });
    else return;
    event.preventDefault();
  }
}

const isIn = ({ target }: Event, prefix: string): boolean =>
  target instanceof HTMLElement && (target.dataset["focus"] ?? "").startsWith(prefix);

/** Under the one cell that is being written. */
function cellFoot(table: Table, column: Extract<Column, { kind: "edit" }>): TemplateResult {
  const { translate, act, state } = table;
  const place = `option.${column.option.id}.${column.only ?? ""}`;
  return html`${problem(state.problems.get(place))}
    <div class="buttons">
      ${button({
        label: translate("Save"),
        press: () => act(saveOption(table, column, place)),
        focus: `${place}.submit`,
        primary: state.nameAsked === undefined,
        busy: state.busy.has(place),
      })}
      ${button({ label: translate("Not now"), press: () => act({ type: "closeForm" }), focus: `${place}.away` })}
    </div>`;
}

/** Under the table, while a whole option is being changed. */
function editFoot(table: Table): TemplateResult | typeof nothing {
  const { translate, act, state, columns, note } = table;
  const column = columns.find((one) => one.kind === "edit" && one.only === undefined);
  if (column?.kind !== "edit") return nothing;
  const place = `option.${column.option.id}`;
  return html`<div class="compose-foot" role="group" aria-label=${translate("Edit option {letter}", { letter: column.letter })}>
    ${problem(state.problems.get(place))}
    <div class="buttons">
      ${button({
        label: translate("Save option {letter}", { letter: column.letter }),
        press: () => act(saveOption(table, column, place)),
        focus: `${place}.submit`,
        primary: state.nameAsked === undefined,
        busy: state.busy.has(place),
      })}
      ${button({ label: translate("Not now"), press: () => act({ type: "closeForm" }), focus: `${place}.away` })}
      ${linkButton({
        label: translate("Take it off the table"),
        press: () =>
          act({
            type: "perform",
            place,
            action: { type: "editOption", note: note.id, option: column.option.id, fields: { withdrawn: true } },
            forget: [],
          }),
        focus: `${place}.withdraw`,
        quiet: true,
      })}
      <span class="meta keys" aria-hidden="true">${submitKeys()}</span>
    </div>
  </div>`;
}

/** Under the table, while options are being composed. */
function composeFoot(table: Table): TemplateResult {
  const { translate, act, state, note } = table;
  const slots = writtenSlots(state, note);
  const typed = composeKeys(state, note);
  return html`<div class="compose-foot" role="group" aria-label=${translate("Put on the table")}>
    ${recommendationLine(table)} ${problem(state.problems.get(COMPOSE_PLACE))}
    <div class="buttons">
      ${button({
        label: translate("Put on the table"),
        press: () => act(putOnTheTable(table)),
        focus: "compose.submit",
        primary: state.form === undefined && state.nameAsked === undefined,
        busy: state.busy.has(COMPOSE_PLACE),
      })}
      ${button({
        label: translate("Add an option"),
        press: () => act({ type: "addColumn", columns: slots.length + 1 }),
        focus: "compose.add",
      })}
      ${button({
        label: translate("Not now"),
        press: () => act({ type: "compose", open: false }),
        focus: "compose.away",
      })}
      ${typed.length === 0
        ? nothing
        : linkButton({
            label: translate("Throw away what I wrote"),
            press: () => act({ type: "forget", note: note.id, keys: typed }),
            focus: "compose.throwAway",
            quiet: true,
          })}
      <span class="meta keys" aria-hidden="true">${submitKeys()}</span>
    </div>
    <p class="meta">${translate("Saved as a draft while you type, on this machine only, until you put it on the table.")}</p>
  </div>`;
}

/** "We would take [–] because …", and nobody has to. */
function recommendationLine(table: Table): TemplateResult {
  const { translate, act, note, columns } = table;
  const key = "compose.recommend";
  return html`<div class="recommend">
    ${chooser({
      label: translate("We would take"),
      value: boxText(table, note.id, key),
      choices: [
        { value: "", label: "–" },
        ...columns.flatMap((column) =>
          column.kind === "write"
            ? [
                {
                  value: column.slot,
                  label: column.doNothing
                    ? translate("{letter}: {words}", { letter: column.letter, words: translate("Do nothing") })
                    : column.letter,
                },
              ]
            : [],
        ),
      ],
      choose: (value) => act({ type: "type", note: note.id, key, text: value }),
      focus: key,
    })}
    ${textArea(
      table,
      { note: note.id, key: "compose.because", label: translate("because"), hint: translate("One sentence, may stay empty") },
      1,
    )}
  </div>`;
}
