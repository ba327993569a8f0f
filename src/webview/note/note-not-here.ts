import { html } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { kindLabel, statusLabel } from "../../protocol/labels.ts";
import type { NoteRow } from "../../protocol/panel-state.ts";
import { button } from "../parts/controls.ts";
import { statusGlyph } from "../parts/glyph.ts";
import { saidBlock } from "../parts/said.ts";
import type { View } from "../view.ts";
import { backLink } from "./note-head.ts";

/** What is known of a note from its row, until the note itself is here. */
export function noteLoading(view: View, row: NoteRow | undefined): TemplateResult {
  const { translate } = view;
  return html`<article class="page note" aria-busy="true">
    <p class="back">${backLink(view)}</p>
    <header class="note-head">
      <h1 dir="auto" tabindex="-1" data-focus="title-text">
        ${row === undefined ? translate("Note") : plainLine(row.title)}
      </h1>
      ${
        row === undefined
          ? html`<p class="meta loading">${translate("Reading the note …")}</p>`
          : html`<ul class="meta-line">
                <li class="status">
                  ${statusGlyph(row.status)}<span>${statusLabel(row.status, translate)}</span>
                </li>
                <li>${kindLabel(row.kind, translate)}</li>
              </ul>
              ${row.impact.trim() === "" ? "" : html`<div class="impact">${saidBlock(row.impact)}</div>`}
              <p class="meta loading">${translate("Reading the note …")}</p>`
      }
    </header>
  </article>`;
}

/** The note is not on this machine, or could not be read: what to do. */
export function noteNotHere(view: View, explanation: string | undefined): TemplateResult {
  const { translate, act, state } = view;
  return html`<article class="page note">
    <p class="back">${backLink(view)}</p>
    <h1 tabindex="-1" data-focus="title-text">
      ${explanation === undefined ? translate("This note is not here") : translate("This note can't be shown")}
    </h1>
    <div class="empty">
      <p>
        ${
          explanation ??
          translate("It may not have reached this machine yet. Sync, and it opens when it is here.")
        }
      </p>
      <div class="buttons">
        ${
          explanation === undefined
            ? button({
                label: translate("Sync"),
                press: () => act({ type: "sync" }),
                focus: "sync.missing",
                primary: true,
                busy: state.busy.has("sync"),
              })
            : button({
                label: translate("Try again"),
                press: () => act({ type: "again" }),
                focus: "again",
                primary: true,
              })
        }
      </div>
    </div>
  </article>`;
}
