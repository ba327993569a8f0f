import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Frame, NoteRow, UnreadRecord } from "../../protocol/panel-state.ts";
import { hasCode } from "../frame/has-code.ts";
import { isFiltering } from "../notes-query.ts";
import { button } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { firstMorning, problemForm } from "../now/first-morning.ts";
import type { View } from "../view.ts";
import { noteFilters } from "./note-filters.ts";
import { noteList } from "./note-list.ts";
import { oftenChanged } from "./often-changed.ts";

/** What do we know, and what did we decide? */
export function notesView(view: View, frame: Frame, rows: readonly NoteRow[]): TemplateResult {
  const { translate, state } = view;
  return html`<div class="page notes">
    <h1 class="unseen" tabindex="-1" data-focus="title">${translate("Notes")}</h1>
    ${
      state.moreNotes !== undefined
        ? html`<p class="loading" role="status">${translate("Reading the notes …")}</p>`
        : state.notes.length === 0
          ? state.unread.length === 0
            ? firstMorning(view, frame)
            : nothing
          : html`${noteFilters(view, frame)}
              <div class="list-head">
                <p class="meta" role="status">${countWords(view, rows.length)}</p>
                ${problemForm(view, frame)}
              </div>
              ${rows.length === 0 ? noMatch(view) : noteList(view, rows)}`
    }
    ${unreadRecords(view, state.unread)}
    ${frame.blocked === undefined && hasCode(frame) ? oftenChanged(view) : nothing}
  </div>`;
}

function countWords({ translate, state, values }: View, count: number): string {
  const total = state.notes.length;
  if (!isFiltering(state.query))
    return total === 1 ? translate("1 note") : translate("{count} notes", { count: values.number(total) });
  return total === 1
    ? translate("{count} of 1 note", { count: values.number(count) })
    : translate("{count} of {total} notes", { count: values.number(count), total: values.number(total) });
}

const noMatch = ({ translate, act }: View): TemplateResult =>
  html`<div class="empty">
    <p>${translate("No note matches.")}</p>
    <div class="buttons">
      ${button({
        label: translate("Clear filters"),
        press: () => act({ type: "clearQuery" }),
        focus: "clearFilters",
        primary: true,
      })}
    </div>
  </div>`;

/** Records that this version cannot show as notes are counted, and said why of. They are kept as they are. */
function unreadRecords(view: View, records: readonly UnreadRecord[]): TemplateResult | typeof nothing {
  if (records.length === 0) return nothing;
  const { translate, values } = view;
  const newer = records.filter(({ kind }) => kind === "newer").length;
  const broken = records.length - newer;
  const label = [
    newer === 0
      ? []
      : newer === 1
        ? [translate("1 note was written by a newer Sightline. Update to read it.")]
        : [
            translate("{count} notes were written by a newer Sightline. Update to read them.", {
              count: values.number(newer),
            }),
          ],
    broken === 0
      ? []
      : broken === 1
        ? [translate("1 note can't be read. It is kept as it is.")]
        : [
            translate("{count} notes can't be read. They are kept as they are.", {
              count: values.number(broken),
            }),
          ],
  ].flat();
  return html`<div class="unread">
    ${fold(view, {
      key: "unread",
      label: label.join(" "),
      body: () =>
        html`<ul class="plain">
          ${records.map(
            ({ id, why, lines }) =>
              html`<li class="meta">
                <code>${id.slice(0, 12)}</code>
                ${
                  lines === 1
                    ? translate("1 line")
                    : translate("{count} lines", { count: values.number(lines) })
                }:
                <span class="said-line" dir="auto">${why}</span>
              </li>`,
          )}
        </ul>`,
    })}
  </div>`;
}
