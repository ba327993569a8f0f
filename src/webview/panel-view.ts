import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Frame, NoteRow } from "../protocol/panel-state.ts";
import { nameQuestion, roleQuestion } from "./frame/questions-to-you.ts";
import { topBar } from "./frame/top-bar.ts";
import { incidentFoot } from "./incident/incident-foot.ts";
import { noteLoading, noteNotHere } from "./note/note-not-here.ts";
import { noteFoot } from "./note/note-foot.ts";
import { notePage } from "./note/note-page.ts";
import { notesView } from "./notes/notes-view.ts";
import { nowView } from "./now/now-view.ts";
import { noteOnScreen, pageKey } from "./page-state.ts";
import { linkButton, problem } from "./parts/controls.ts";
import { isolated } from "./parts/said.ts";
import { shownView } from "./shown-view.ts";
import type { NoteView, View } from "./view.ts";

/** The whole panel, from the state. `rows` are the notes as filtered and ordered. */
export function panelView(view: View, rows: () => readonly NoteRow[]): TemplateResult {
  const { state, translate, breadth } = view;
  const { frame } = state;
  if (frame === undefined) {
    return html`<div class="panel">
      <p class="page loading" role="status">${translate("Reading the notes …")}</p>
    </div>`;
  }
  const noteView = shownNote(view);
  return html`<div
    @keydown=${(event: KeyboardEvent) => putAway(event, view)}
    class=${`panel ${breadth}`}
    data-section=${noteOnScreen(state) === undefined ? state.route.section : "note"}
  >
    ${topBar(view, frame)}
    <main class="view" data-scroller>
      ${recordNames(view, frame)} ${roleQuestion(view, frame)} ${banner(view, frame)}
      ${keyed(pageKey(state), section(view, frame, noteView, rows))}
    </main>
    <footer class="foot">
      ${nameQuestion(view)}
      ${noteView === undefined || frame.blocked !== undefined ? nothing : foot(noteView)}
      <p class=${state.news.text === "" ? "unseen" : "news meta"} role="status" aria-live="polite">
        ${keyed(state.news.count, html`<span>${state.news.text}</span>`)}
      </p>
    </footer>
  </div>`;
}

const foot = (view: NoteView): TemplateResult =>
  view.note.incident === undefined ? noteFoot(view) : incidentFoot(view);

/** Esc puts the open form away wherever the focus is; what was typed in it is kept. */
function putAway(event: KeyboardEvent, { state, act }: View): void {
  if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || state.form === undefined)
    return;
  event.preventDefault();
  act({ type: "closeForm" });
}

const shownNote = (view: View): NoteView | undefined => {
  const { shown } = view.state;
  return noteOnScreen(view.state) !== undefined && shown?.kind === "here"
    ? { ...view, note: shown.page }
    : undefined;
};

function section(
  view: View,
  frame: Frame,
  noteView: NoteView | undefined,
  rows: () => readonly NoteRow[],
): TemplateResult {
  const { state } = view;
  if (frame.blocked !== undefined) {
    return html`<div class="page">
      <h1 class="unseen" tabindex="-1" data-focus="title">${view.translate("Sightline")}</h1>
      <div class="empty"><p>${frame.blocked}</p></div>
    </div>`;
  }
  if (noteView !== undefined) return notePage(noteView);
  const { shown } = state;
  if (noteOnScreen(state) !== undefined && shown !== undefined && shown.kind !== "here") {
    return shown.kind === "loading"
      ? noteLoading(
          view,
          state.notes.find(({ id }) => id === shown.id),
        )
      : noteNotHere(view, shown.kind === "failed" ? shown.explanation : undefined);
  }
  if (state.view !== undefined) return shownView(view, state.view);
  return state.route.section === "notes" ? notesView(view, frame, rows()) : nowView(view, frame);
}

/** Whose record this is, where no folder says so. */
const recordNames = ({ translate }: View, { repositories }: Frame) =>
  repositories.map(({ name, recordOf }) =>
    recordOf === undefined
      ? nothing
      : html`<p class="meta record">
          ${translate("The record of {name}, from {host}", { name: isolated(name), host: recordOf })}
        </p>`,
  );

/** What is in the way of syncing, in a sentence or two, above everything else. */
function banner({ state, translate, act }: View, frame: Frame): TemplateResult | typeof nothing {
  const explanation = frame.sync.explanation;
  const failed = state.problems.get("sync");
  if (frame.blocked !== undefined || (explanation === undefined && failed === undefined)) return nothing;
  return html`<div class="banner" role="note" aria-label=${translate("Syncing")}>
    ${explanation === undefined ? nothing : html`<p>${explanation}</p>`} ${problem(failed)}
    ${
      frame.sync.kind === "readOnly" || frame.sync.kind === "syncing"
        ? nothing
        : linkButton({
            label: translate("Sync now"),
            press: () => act({ type: "sync" }),
            focus: "banner.sync",
          })
    }
  </div>`;
}
