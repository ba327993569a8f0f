import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { virtualize, virtualizerRef } from "@lit-labs/virtualizer/virtualize.js";
import { flow } from "@lit-labs/virtualizer/layouts/flow.js";
import type { NoteRow } from "../../protocol/panel-state.ts";
import { isClosed } from "../../domain/note-status.ts";
import { badgeLabel, kindLabel, statusLabel } from "../../protocol/labels.ts";
import { plainLine } from "../../base/plain-text.ts";
import { lateGlyph, statusGlyph } from "../parts/glyph.ts";
import { pageLink } from "../parts/controls.ts";
import type { View } from "../view.ts";

/** Rows that Page Up and Page Down go over. */
const PAGE_OF_ROWS = 10;

/**
 * The notes as a table, of which only the rows on screen are in the document: ten thousand scroll like ten. One row is in the tab order; the
 * arrow keys, Page Up and Down, Home and End go to the others.
 */
export function noteList(view: View, rows: readonly NoteRow[]): TemplateResult {
  const { translate, state, breadth } = view;
  const current = Math.min(state.row, rows.length - 1);
  const wide = breadth === "wide";
  return html`<div class="note-table" role="table" aria-rowcount=${rows.length + 1} aria-label=${translate("Notes")}>
    <div role="rowgroup" class=${wide ? "" : "unseen"}>
      <div class="note-row list-columns" role="row" aria-rowindex="1">
        <span role="columnheader">${translate("Title")}</span>
        <span role="columnheader">${translate("Status")}</span>
        <span role="columnheader">${translate("Kind")}</span>
        <span role="columnheader">${translate("Needed by")}</span>
      </div>
    </div>
    <div
      role="rowgroup"
      class="note-rows"
      tabindex="-1"
      @keydown=${(event: KeyboardEvent) => moveByKey(event, view, rows, current)}
      @focusin=${focusArrived}
      @focusout=${focusLeft}
      @rangeChanged=${keepFocus}
    >
      ${virtualize({
        items: rows as NoteRow[],
        keyFunction: (row) => row.id,
        renderItem: (row, index) => noteRow(view, row, index, index === current),
        layout: flow(),
      })}
    </div>
  </div>`;
}

function noteRow(view: View, row: NoteRow, index: number, current: boolean): TemplateResult {
  const { translate, act, state, values } = view;
  const title = plainLine(row.title);
  const today = state.frame?.today ?? "";
  const late = row.neededBy !== null && row.neededBy < today && row.status !== "decided" && !isClosed(row.status);
  const repositories = state.frame?.repositories ?? [];
  const repository =
    repositories.length > 1 ? repositories.find(({ id }) => id === row.repository)?.name : undefined;
  return html`<div class="note-row" role="row" aria-rowindex=${index + 2}>
    <span role="cell" class="cell-title">
      ${pageLink({
        label: html`<span class="row-title" dir="auto">${title}</span>`,
        follow: () => {
          act({ type: "row", row: index });
          act({ type: "go", route: { section: "notes", note: row.id } });
        },
        focus: `note.${row.id}`,
        reachable: current,
      })}
      ${repository === undefined ? nothing : html`<span class="meta said-line" dir="auto">${repository}</span>`}
    </span>
    <span role="cell" class="cell-status">
      ${statusGlyph(row.status)}<span>${statusLabel(row.status, translate)}</span>
      ${row.badges.map((badge) => html`<span class="badge">${badgeLabel(badge, translate)}</span>`)}
    </span>
    <span role="cell" class="cell-kind">${kindLabel(row.kind, translate)}</span>
    <span role="cell" class="cell-date">
      ${row.neededBy === null
        ? nothing
        : html`${late ? html`${lateGlyph()}<span class="late-word">${translate("Late")}</span> ` : nothing}<time
              datetime=${row.neededBy}
              >${values.shortDay(row.neededBy)}</time
            >`}
    </span>
  </div>`;
}

interface ScrollsToRow {
  element(index: number): { scrollIntoView(options: ScrollIntoViewOptions): void } | undefined;
  readonly layoutComplete: Promise<void>;
}

function moveByKey(event: KeyboardEvent, { act }: View, rows: readonly NoteRow[], current: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.currentTarget instanceof HTMLElement)) return;
  const to = target(event.key, current, rows.length - 1);
  if (to === undefined) return;
  event.preventDefault();
  void focusRow(event.currentTarget, rows, to);
  act({ type: "row", row: to });
}

function target(key: string, current: number, last: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(last, current + 1);
    case "ArrowUp":
      return Math.max(0, current - 1);
    case "PageDown":
      return Math.min(last, current + PAGE_OF_ROWS);
    case "PageUp":
      return Math.max(0, current - PAGE_OF_ROWS);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

/** Brings a row into the document and on screen, and puts the focus on it. */
export async function focusRow(list: HTMLElement, rows: readonly NoteRow[], index: number): Promise<void> {
  const row = rows[index];
  if (row === undefined) return;
  const link = () => list.querySelector<HTMLElement>(`[data-focus="note.${row.id}"]`);
  if (link() === null) {
    const virtualizer = (list as { [virtualizerRef]?: ScrollsToRow })[virtualizerRef];
    virtualizer?.element(index)?.scrollIntoView({ block: "nearest" });
    await virtualizer?.layoutComplete.catch(() => undefined);
  }
  link()?.focus();
  link()?.scrollIntoView({ block: "nearest" });
}

const withFocus = new WeakSet<EventTarget>();

function focusArrived({ currentTarget }: Event): void {
  if (currentTarget !== null) withFocus.add(currentTarget);
}

function focusLeft({ currentTarget, target }: Event): void {
  queueMicrotask(() => {
    const scrolledAway = target instanceof Node && !target.isConnected;
    if (currentTarget !== null && !scrolledAway) withFocus.delete(currentTarget);
  });
}

/** A row that had the focus and was scrolled out of the document leaves it to the list, so that the arrow keys still work. */
function keepFocus({ currentTarget: list }: Event): void {
  if (!(list instanceof HTMLElement) || !withFocus.has(list)) return;
  if (document.activeElement === document.body) list.focus({ preventScroll: true });
}
