import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { comparison } from "../comparison/comparison.ts";
import { incidentPage } from "../incident/incident-page.ts";
import type { NoteView } from "../view.ts";
import { aboutNote } from "./about-note.ts";
import { background } from "./background.ts";
import { contested } from "./contested.ts";
import { differing } from "./differing.ts";
import { discussion } from "./discussion.ts";
import { evidence } from "./evidence.ts";
import { history, unreadLines } from "./history.ts";
import { backLink, noteHead } from "./note-head.ts";
import { places } from "./places.ts";
import { questions } from "./questions.ts";
import { topLine } from "../parts/top-line.ts";

/**
 * A note, from what everybody needs first to what only some look up. Head and comparison have the whole width; beside the rest, where there is room,
 * dates and places stand in a column of their own.
 */
export function notePage(view: NoteView): TemplateResult {
  const { incident } = view.note;
  if (incident !== undefined) return incidentPage(view, incident);
  const wide = view.breadth === "wide";
  return html`<article class="page note" aria-labelledby="note-title">
    ${topLine(view, backLink(view), { of: "note", id: view.note.id })}
    <div class="head-column">${noteHead(view)} ${unreadLines(view)} ${contested(view)}</div>
    ${comparison(view)}
    <div class=${wide ? "beside-running" : ""}>
      <div class="running">
        ${questions(view)} ${differing(view)} ${discussion(view)} ${background(view)} ${evidence(view)}
        ${wide ? nothing : places(view)} ${history(view)} ${wide ? nothing : aboutNote(view)}
      </div>
      ${wide ? html`<aside class="side">${aboutNote(view)} ${places(view)}</aside>` : nothing}
    </div>
  </article>`;
}
