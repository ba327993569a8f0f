import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { badgeLabel, kindLabel, statusLabel } from "../../protocol/labels.ts";
import type { IncidentState } from "../../protocol/panel-state.ts";
import { rowGlyph, statusGlyph } from "../parts/glyph.ts";
import { noteTitle } from "../note/note-head.ts";
import type { NoteView } from "../view.ts";

/** Whether it is not over: neither said to be, nor closed. */
export const isRunning = ({ note }: NoteView): boolean =>
  note.incident?.overSince === null && note.closed === null;

/** What is broken, for whom; since when, and whether it still is. */
export const incidentHead = (view: NoteView, incident: IncidentState): TemplateResult =>
  html`${noteTitle(view)}
    <ul class="meta-line">
      <li class="status">${standing(view, incident)}</li>
      <li>${kindLabel(view.note.kind, view.translate)}</li>
      ${view.note.badges.map(
        (badge) => html`<li><span class="badge">${badgeLabel(badge, view.translate)}</span></li>`,
      )}
      ${view.note.waiting ? html`<li>${view.translate("Not shared yet")}</li>` : nothing}
    </ul>`;

function standing(view: NoteView, { since, overSince, lasted }: IncidentState): TemplateResult {
  const { note, translate, values } = view;
  const began = values.clock(since ?? note.opened.at);
  if (isRunning(view))
    return html`${rowGlyph("broken")}<span>${translate("Running since {time}", { time: began })}</span>`;
  if (overSince === null)
    return html`${statusGlyph(note.status)}<span>${statusLabel(note.status, translate)}</span>`;
  return html`${statusGlyph("done")}<span
      >${translate("Over after {duration}: {from} to {to}", {
        duration: lasted ?? "",
        from: began,
        to: values.clock(overSince),
      })}</span
    >`;
}
