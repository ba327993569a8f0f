import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { linkButton, pageLink, pencil, problem } from "../parts/controls.ts";
import { isolated, personClaim, personName, saidLine } from "../parts/said.ts";
import type { NoteView } from "../view.ts";
import { closeForm } from "./close-form.ts";
import { fieldForm, fieldIsOpen, fieldPencil, fieldStarted, neededByForm } from "./edit-field.ts";
import { threatenedDates } from "./threatened-dates.ts";

/** Dates, people and what waiting costs, and what can be done with the note as a whole. */
export function aboutNote(view: NoteView): TemplateResult {
  const { note, translate, values } = view;
  return html`<section aria-labelledby="about-title" class="about">
    <h2 id="about-title">${translate("About this note")}</h2>
    <dl>
      <dt>${translate("Needed by")}</dt>
      <dd>${neededBy(view)}</dd>
      ${threatenedDates(view)}
      <dt>${translate("Waiting costs")}</dt>
      <dd>${costOfDelay(view)}</dd>
      <dt>${translate("On record since")}</dt>
      <dd title=${personClaim(note.opened.by)}>
        ${translate("{day}, by {name}", {
          day: values.day(note.opened.at.slice(0, 10)),
          name: personName(note.opened.by),
        })}
      </dd>
      ${cameFrom(view)}
      ${
        note.labels.length === 0
          ? nothing
          : html`<dt>${translate("Labels")}</dt>
              <dd>
                ${note.labels.map(({ label }) => html`<span class="badge" dir="auto">${plainLine(label)}</span> `)}
              </dd>`
      }
    </dl>
    ${actions(view)}
  </section>`;
}

function cameFrom({ note, translate, act }: NoteView): TemplateResult | typeof nothing {
  const from = note.cameFrom;
  if (from === undefined) return nothing;
  return html`<dt>${translate("Came out of")}</dt>
    <dd>
      ${pageLink({
        label: html`<span class="said-line" dir="auto">${plainLine(from.title)}</span>`,
        follow: () => act({ type: "go", route: { section: "notes", note: from.note } }),
        focus: "cameFrom",
      })}
    </dd>`;
}

function neededBy(view: NoteView): TemplateResult {
  const { translate, act } = view;
  if (fieldIsOpen(view, "neededBy")) return neededByForm(view);
  return html`<span class="with-pencil"
      ><span>${neededByWords(view)}</span>${pencil({
        label: translate("Edit the date"),
        press: () => act({ type: "openForm", form: { kind: "field", field: "neededBy" } }),
        focus: "edit.neededBy",
      })}</span
    >
    ${fieldStarted(view, "neededBy")}`;
}

function neededByWords({ note, translate, values }: NoteView): string | TemplateResult {
  if (note.neededBy === null) return translate("No date");
  const { day, why } = note.neededBy;
  return why === undefined || plainLine(why) === ""
    ? html`<time datetime=${day}>${values.day(day)}</time>`
    : translate("{first}: {rest}", { first: values.day(day), rest: isolated(why) });
}

function costOfDelay(view: NoteView): TemplateResult {
  const { note, translate } = view;
  if (fieldIsOpen(view, "costOfDelay")) return fieldForm(view, "costOfDelay");
  return html`<span class="with-pencil"
      >${
        plainLine(note.costOfDelay) === ""
          ? html`<span>${translate("Not written yet")}</span>`
          : saidLine(note.costOfDelay)
      }${fieldPencil(view, "costOfDelay")}</span
    >
    ${fieldStarted(view, "costOfDelay")}`;
}

/** Whoever opened a record without its code and looks after the product is the one who would be told. */
const isPmOfRecord = ({ note, state }: NoteView): boolean =>
  state.frame?.role === "pm" &&
  state.frame.repositories.some(({ id, recordOf }) => id === note.repository && recordOf !== undefined);

function actions(view: NoteView): TemplateResult {
  const { note, translate, act, state } = view;
  const closing = state.form?.kind === "close" ? state.form : undefined;
  return html`<ul class="plain note-actions">
      ${
        isPmOfRecord(view)
          ? nothing
          : html`<li>
              ${linkButton({
                label: translate("Tell your PM"),
                press: () => act({ type: "tellYourPm", note: note.id }),
                focus: "tellYourPm",
              })}
              ${problem(state.problems.get("tellYourPm"))}
            </li>`
      }
      ${
        note.context.trim() === ""
          ? html`<li>
              ${linkButton({
                label: translate("Add background"),
                press: () => act({ type: "openForm", form: { kind: "field", field: "context" } }),
                focus: "edit.context",
              })}
            </li>`
          : nothing
      }
      ${
        note.comments.length === 0 && state.form?.kind !== "comment"
          ? html`<li>
              ${linkButton({
                label: translate("Add a comment"),
                press: () => act({ type: "openForm", form: { kind: "comment" } }),
                focus: "comment.open",
              })}
            </li>`
          : nothing
      }
      ${
        note.closed === null && closing === undefined
          ? html`<li>
              ${linkButton({
                label: translate("Close this note…"),
                press: () => act({ type: "openForm", form: { kind: "close" } }),
                focus: "close.open",
              })}
            </li>`
          : nothing
      }
    </ul>
    ${closing === undefined ? nothing : closeForm(view, closing)}`;
}
