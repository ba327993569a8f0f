import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import "@lit-labs/virtualizer";
import { FlowLayout } from "@lit-labs/virtualizer/layouts/flow.js";
import type { NoteRow } from "../../protocol/panel-state.ts";
import { isLate } from "../is-late.ts";
import { badgeLabel, kindLabel, statusLabel } from "../../protocol/labels.ts";
import { plainLine } from "../../base/plain-text.ts";
import { lateGlyph, statusGlyph } from "../parts/glyph.ts";
import { pageLink } from "../parts/controls.ts";
import type { View } from "../view.ts";

/**
 * Rows are drawn this far above and below what is on screen, in CSS pixels. The library's 1000 are three times the rows that are read, and it
 * puts each in its place by looking through all of them.
 */
class NoteRowsLayout extends FlowLayout {
  protected override _overhang = 240;
}
const LAYOUT = { type: NoteRowsLayout };
const rowKey = (row: NoteRow): string => row.id;

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
  const dates = hasDates(view);
  return html`<div
    class=${dates ? "note-table with-dates" : "note-table"}
    role="table"
    aria-rowcount=${rows.length + 1}
    aria-label=${translate("Notes")}
  >
    <div role="rowgroup" class=${wide ? "" : "unseen"}>
      <div class="note-row list-columns" role="row" aria-rowindex="1">
        <span role="columnheader">${translate("Title")}</span>
        <span role="columnheader">${translate("Status")}</span>
        ${dates ? nothing : html`<span role="columnheader">${translate("Kind")}</span>`}
        <span role="columnheader" class="cell-date">${translate("Needed by")}</span>
        ${dates ? html`<span role="columnheader">${translate("Milestone")}</span>` : nothing}
      </div>
    </div>
    <lit-virtualizer
      role="rowgroup"
      class="note-rows"
      tabindex="-1"
      .items=${rows}
      .keyFunction=${rowKey}
      .renderItem=${(row: NoteRow, index: number) => noteRow(view, row, index, index === current)}
      .layout=${LAYOUT}
      @keydown=${(event: KeyboardEvent) => moveByKey(event, view, rows, current)}
      @focusin=${focusArrived}
      @focusout=${focusLeft}
      @rangeChanged=${keepFocus}
    ></lit-virtualizer>
  </div>`;
}

function noteRow(view: View, row: NoteRow, index: number, current: boolean): TemplateResult {
  const { translate, act, state, values } = view;
  const title = plainLine(row.title);
  const late = isLate(row.status, row.neededBy ?? undefined, state.frame?.today);
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
    ${hasDates(view) ? nothing : html`<span role="cell" class="cell-kind">${kindLabel(row.kind, translate)}</span>`}
    <span role="cell" class="cell-date">
      ${
        row.neededBy === null
          ? nothing
          : html`${late ? html`${lateGlyph()}<span class="late-word">${translate("Late")}</span> ` : nothing}<time
                datetime=${row.neededBy}
                >${values.shortDay(row.neededBy)}</time
              >`
      }
    </span>
    ${
      hasDates(view)
        ? html`<span role="cell" class="cell-milestone said-line" dir="auto"
            >${milestoneTitles(view, row)}</span
          >`
        : nothing
    }
  </div>`;
}

/** Once there are dates on the roadmap, those that a note threatens stand in the place of its kind. */
const hasDates = ({ state }: View): boolean => state.milestones.length > 0;

/** The dates of the roadmap that a note puts at risk, by title. */
const milestoneTitles = ({ state }: View, { milestones }: NoteRow): string =>
  state.milestones
    .filter(({ id }) => milestones.includes(id))
    .map(({ title }) => title)
    .join(", ");

/** What is used of the list of rows, a `lit-virtualizer`. */
interface RowList extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
  /** Settles after the next change of the rows that are drawn; undefined until there is a first. */
  readonly layoutComplete: Promise<void> | undefined;
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

/** Longest wait for rows to be drawn, in milliseconds: a list that has nothing to draw never says that it is done. */
const DRAWN_WITHIN = 500;

const patience = (): Promise<void> => new Promise((settle) => window.setTimeout(settle, DRAWN_WITHIN));

/** The list of notes on screen, if it is. */
export const rowList = (root: Element): HTMLElement | undefined =>
  root.querySelector<HTMLElement>("lit-virtualizer.note-rows") ?? undefined;

/** Settles when the list has drawn its rows for the first time, and so has its height. */
export async function rowsDrawn(list: HTMLElement): Promise<void> {
  const rows = list as RowList;
  await rows.updateComplete;
  if (list.querySelector("[role=row]") === null)
    await Promise.race([rows.layoutComplete?.catch(() => undefined), patience()]);
}

const frame = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn));

/** Frames in which a row has to be drawn once the list is scrolled to it. */
const FRAMES_TO_DRAW = 30;

/** Brings a row into the document and on screen, and puts the focus on it. */
export async function focusRow(list: HTMLElement, rows: readonly NoteRow[], index: number): Promise<void> {
  const row = rows[index];
  const area = list.closest<HTMLElement>("[data-scroller]");
  if (row === undefined || area === null) return;
  const link = () => list.querySelector<HTMLElement>(`[data-focus="note.${row.id}"]`);
  // The rows of where it was scrolled to may be on their way.
  for (let frames = 0; link() === null && frames < 2; frames++) await frame();
  if (link() === null) scrollTo(area, list, index / rows.length);
  for (let frames = 0; link() === null && frames < FRAMES_TO_DRAW; frames++) await frame();
  link()?.focus({ preventScroll: true });
  link()?.closest("[role=row]")?.scrollIntoView({ block: "nearest" });
}

/** Scrolls to a part of the list, between 0 and 1. Its rows are of one height, or nearly so: what is drawn there is close enough. */
function scrollTo(area: HTMLElement, list: HTMLElement, part: number): void {
  const box = list.getBoundingClientRect();
  area.scrollTop += box.top + part * box.height - (area.getBoundingClientRect().top + area.clientHeight / 2);
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
  // The rows are exchanged after this is said.
  queueMicrotask(() => {
    const lost = document.activeElement === document.body;
    if (lost && list instanceof HTMLElement && withFocus.has(list)) list.focus({ preventScroll: true });
  });
}
