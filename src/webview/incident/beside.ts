import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { statusLabel } from "../../protocol/labels.ts";
import type { IncidentState, NamedNote } from "../../protocol/panel-state.ts";
import { linkButton, pageLink, problem } from "../parts/controls.ts";
import { statusGlyph } from "../parts/glyph.ts";
import { saidLine } from "../parts/said.ts";
import type { NoteView } from "../view.ts";

/** What may have to do with it: the last changes to the files it is in, and what is known there. */
export function beside(view: NoteView, incident: IncidentState): TemplateResult {
  const { note, translate, act, state } = view;
  return html`${note.places.length === 0 ? nothing : recentChanges(view, incident)}
    ${
      incident.known.length === 0
        ? nothing
        : html`<section aria-labelledby="known-title">
            <h2 id="known-title">${translate("Known in these files")}</h2>
            ${namedNotes(view, incident.known)}
          </section>`
    }
    <p>
      ${linkButton({
        label: translate("Add the lines selected in the editor"),
        press: () => act({ type: "addPlace", note: note.id }),
        focus: "addPlace",
      })}
    </p>
    ${problem(state.problems.get("addPlace"))}`;
}

function recentChanges({ translate, values }: NoteView, { commits }: IncidentState): TemplateResult {
  return html`<section aria-labelledby="recent-title" class="recent">
    <h2 id="recent-title">${translate("Recent changes in these files")}</h2>
    ${
      commits === undefined
        ? html`<p class="meta">${translate("Looking …")}</p>`
        : commits.length === 0
          ? html`<p class="meta">${translate("None that git knows of here.")}</p>`
          : html`<ul class="plain">
              ${commits.map(
                ({ subject, at }) =>
                  html`<li>
                    ${saidLine(subject)}
                    <time class="meta" datetime=${at}>${values.clock(at)}</time>
                  </li>`,
              )}
            </ul>`
    }
  </section>`;
}

/** Notes by their titles, each a way to its page. */
export const namedNotes = ({ translate, act }: NoteView, notes: readonly NamedNote[]): TemplateResult =>
  html`<ul class="plain named-notes">
    ${notes.map(
      ({ note, title, status }) =>
        html`<li>
          ${pageLink({
            label: html`<span class="said-line" dir="auto">${plainLine(title)}</span>`,
            follow: () => act({ type: "go", route: { section: "notes", note } }),
            focus: `named.${note}`,
          })}
          <span class="meta status-word">${statusGlyph(status)}${statusLabel(status, translate)}</span>
        </li>`,
    )}
  </ul>`;
