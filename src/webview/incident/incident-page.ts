import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { IncidentState } from "../../protocol/panel-state.ts";
import { aboutNote } from "../note/about-note.ts";
import { contested } from "../note/contested.ts";
import { discussion } from "../note/discussion.ts";
import { history, unreadLines } from "../note/history.ts";
import { backLink } from "../note/note-head.ts";
import { places } from "../note/places.ts";
import { questions } from "../note/questions.ts";
import { fold } from "../parts/fold.ts";
import type { NoteView } from "../view.ts";
import { beside } from "./beside.ts";
import { readOnCall } from "./call-text.ts";
import { decidedOnCall } from "./decided-on-call.ts";
import { incidentHead, isRunning } from "./incident-head.ts";
import { review } from "./review.ts";
import { savedBox } from "./saved-box.ts";
import { wayCards } from "./way-cards.ts";
import { topLine } from "../parts/top-line.ts";

/** An incident: while it runs, what a call needs and nothing that can wait; afterwards its review. */
export function incidentPage(view: NoteView, incident: IncidentState): TemplateResult {
  const wide = view.breadth === "wide";
  const besideIt = html`${beside(view, incident)} ${places(view)} ${aboutNote(view)}`;
  return html`<article class="page note incident" aria-labelledby="note-title">
    ${topLine(view, backLink(view), { of: "note", id: view.note.id })}
    <header class="note-head">
      ${incidentHead(view, incident)} ${unreadLines(view)} ${contested(view)} ${decidedOnCall(view)}
    </header>
    ${isRunning(view) ? running(view, incident) : review(view, incident)}
    <div class=${wide ? "beside-running" : ""}>
      <div class="running">
        ${
          isRunning(view)
            ? nothing
            : fold(view, {
                key: "duringTheCall",
                label: view.translate("What it looked like on the call"),
                body: () => running(view, incident),
              })
        }
        ${questions(view)} ${discussion(view)} ${wide ? nothing : besideIt} ${history(view)}
      </div>
      ${wide ? html`<aside class="side">${besideIt}</aside>` : nothing}
    </div>
  </article>`;
}

function running(view: NoteView, incident: IncidentState): TemplateResult {
  const { note, translate } = view;
  return html`<div class="on-the-call">
    ${wayCards(view, incident)}
    <div class="call-and-people">
      ${readOnCall(view, incident)}
      <div class="people">
        ${savedBox(view, {
          key: "incident.onCall",
          label: translate("On the call"),
          base: incident.onCall,
          hint: translate("Names, as people say them"),
          lines: "one",
          save: (onCall) => ({ type: "editNote", note: note.id, fields: { onCall } }),
        })}
        ${savedBox(view, {
          key: "incident.impact",
          label: translate("What users notice now"),
          base: note.impact,
          lines: "many",
          save: (impact) => ({ type: "editNote", note: note.id, fields: { impact } }),
        })}
      </div>
    </div>
  </div>`;
}
