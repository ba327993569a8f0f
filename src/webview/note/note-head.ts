import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { badgeLabel, kindLabel, statusLabel } from "../../protocol/labels.ts";
import { linkButton, pageLink } from "../parts/controls.ts";
import { lateGlyph, statusGlyph } from "../parts/glyph.ts";
import { personClaim, personName } from "../parts/said.ts";
import { explainedBlock, explained } from "../parts/explained.ts";
import type { NoteView } from "../view.ts";
import { askAbout } from "./ask-form.ts";
import { isLate } from "../is-late.ts";
import { decisionBlock } from "./decision-block.ts";
import { fieldForm, fieldIsOpen, fieldPencil, fieldStarted } from "./edit-field.ts";
import { heardLines } from "./heard.ts";

/** Longer titles are set smaller, or nothing else would fit on the first screen. */
const LONG_TITLE = 120;

/** What everybody needs first: what it is, what users feel, how it stands, who decides. */
export function noteHead(view: NoteView): TemplateResult {
  return html`<header class="note-head">
    ${noteTitle(view)} ${metaLine(view)} ${impact(view)} ${decisionBlock(view)} ${heardLines(view)}
  </header>`;
}

export const backLink = ({ translate, act }: Pick<NoteView, "translate" | "act">): TemplateResult =>
  pageLink({
    label: html`<span aria-hidden="true">‹ </span>${translate("Notes")}`,
    follow: () => act({ type: "go", route: { section: "notes" } }),
    focus: "back",
  });

/** The title, which can be written anew where it stands. */
export function noteTitle(view: NoteView): TemplateResult {
  const { note } = view;
  if (fieldIsOpen(view, "title")) {
    return html`<h1 id="note-title" class="unseen" tabindex="-1" data-focus="title-text">
        ${plainLine(note.title)}
      </h1>
      ${fieldForm(view, "title")}`;
  }
  const words = plainLine(note.title);
  return html`<div class="with-pencil">
      <h1
        id="note-title"
        class=${words.length > LONG_TITLE ? "long" : ""}
        dir="auto"
        tabindex="-1"
        data-focus="title-text"
      >
        ${explained(view, words)}
      </h1>
      ${fieldPencil(view, "title")}
    </div>
    ${fieldStarted(view, "title")}`;
}

function metaLine(view: NoteView): TemplateResult {
  const { note, translate, values, state, breadth } = view;
  const repositories = state.frame?.repositories ?? [];
  const repository =
    repositories.length > 1 ? repositories.find(({ id }) => id === note.repository) : undefined;
  const late = isLate(note.status, note.neededBy?.day, state.frame?.today);
  return html`<ul class="meta-line">
    <li class="status">${statusGlyph(note.status)}<span>${statusLabel(note.status, translate)}</span></li>
    <li>${kindLabel(note.kind, translate)}</li>
    ${note.badges.map((badge) => html`<li><span class="badge">${badgeLabel(badge, translate)}</span></li>`)}
    ${
      note.neededBy === null
        ? nothing
        : html`<li>
            ${late ? html`${lateGlyph()}<span class="late-word">${translate("Late")}</span> · ` : nothing}<span
              >${translate("Needed by {day}", {
                day:
                  breadth === "narrow" ? values.shortDay(note.neededBy.day) : values.day(note.neededBy.day),
              })}</span
            >
          </li>`
    }
    ${
      note.owner === null
        ? nothing
        : html`<li title=${personClaim(note.owner)}>
            ${translate("Owner: {name}", { name: personName(note.owner) })}
          </li>`
    }
    ${
      repository === undefined
        ? nothing
        : html`<li><span class="said-line" dir="auto">${plainLine(repository.name)}</span></li>`
    }
    ${note.waiting ? html`<li>${translate("Not shared yet")}</li>` : nothing}
  </ul>`;
}

function impact(view: NoteView): TemplateResult {
  const { note, translate, act } = view;
  if (fieldIsOpen(view, "impact")) return html`<div class="impact">${fieldForm(view, "impact")}</div>`;
  if (note.impact.trim() === "") {
    return html`<div class="missing impact-missing">
        <p>${translate("Effect on users: not known yet. Can you help find out?")}</p>
        <div class="missing-actions">
          ${linkButton({
            label: translate("Write it"),
            press: () => act({ type: "openForm", form: { kind: "field", field: "impact" } }),
            focus: "edit.impact",
            spoken: translate("Write it: the effect on users"),
          })}
          ${askAbout(view, { words: translate("what users would notice"), options: [], focus: "ask.impact" })}
        </div>
      </div>
      ${fieldStarted(view, "impact")}`;
  }
  return html`<div class="impact with-pencil">
      ${explainedBlock(view, note.impact)}${fieldPencil(view, "impact")}
    </div>
    ${fieldStarted(view, "impact")}`;
}
