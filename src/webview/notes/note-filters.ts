import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { NoteKind } from "../../domain/words.ts";
import { kindLabel, statusLabel } from "../../protocol/labels.ts";
import { NoteStatus } from "../../protocol/panel-state.ts";
import type { Frame } from "../../protocol/panel-state.ts";
import { foldersOf, isFiltering, NotesQuery } from "../notes-query.ts";
import { chooser, linkButton } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import type { View } from "../view.ts";
import type { CheckWidget } from "../widgets.ts";

/** Stands for "no filter" in a list to choose from. Not a status, kind or folder. */
const ANY = "*";

/** Where there is little room they are folded away, and the fold says how many are on. */
export function noteFilters(view: View, frame: Frame): TemplateResult {
  const { translate, state, breadth } = view;
  if (breadth !== "narrow") return filters(view, frame);
  const { query } = state;
  const count = [
    query.status,
    query.kind,
    query.folder,
    query.milestone,
    query.repository,
    query.mine || undefined,
    query.waitsForMe || undefined,
  ].filter((one) => one !== undefined).length;
  return fold(view, {
    key: "filters",
    label: count === 0 ? translate("Filters") : translate("Filters ({count})", { count }),
    body: () => filters(view, frame),
  });
}

function filters(view: View, frame: Frame): TemplateResult {
  const { translate, state, act } = view;
  const { query } = state;
  const folders = foldersOf(state.notes);
  const set = (change: Partial<NotesQuery>) => act({ type: "query", query: change });
  return html`<div class="filters" role="group" aria-label=${translate("Filters")}>
    ${chooser({
      label: translate("Status"),
      focus: "filter.status",
      value: query.status ?? ANY,
      choices: [
        { value: ANY, label: translate("Any status") },
        { value: "open", label: translate("Still open") },
        ...NoteStatus.options.map((status) => ({ value: status, label: statusLabel(status, translate) })),
      ],
      choose: (value) => set({ status: NotesQuery.shape.status.safeParse(value).data }),
    })}
    ${chooser({
      label: translate("Kind"),
      focus: "filter.kind",
      value: query.kind ?? ANY,
      choices: [
        { value: ANY, label: translate("Any kind") },
        ...NoteKind.options.map((kind) => ({ value: kind, label: kindLabel(kind, translate) })),
      ],
      choose: (value) => set({ kind: NotesQuery.shape.kind.safeParse(value).data }),
    })}
    ${
      folders.length === 0
        ? nothing
        : chooser({
            label: translate("Folder"),
            focus: "filter.folder",
            value: query.folder ?? ANY,
            choices: [
              { value: ANY, label: translate("Any folder") },
              ...folders.map((folder) => ({ value: folder, label: folder })),
            ],
            choose: (value) => set({ folder: value === ANY ? undefined : value }),
          })
    }
    ${
      state.milestones.length === 0
        ? nothing
        : chooser({
            label: translate("Milestone"),
            focus: "filter.milestone",
            value: query.milestone ?? ANY,
            choices: [
              { value: ANY, label: translate("Any date") },
              ...state.milestones.map(({ id, title }) => ({ value: id, label: title })),
            ],
            choose: (value) => set({ milestone: value === ANY ? undefined : value }),
          })
    }
    ${
      frame.repositories.length < 2
        ? nothing
        : chooser({
            label: translate("Repository"),
            focus: "filter.repository",
            value: query.repository ?? ANY,
            choices: [
              { value: ANY, label: translate("Any repository") },
              ...frame.repositories.map(({ id, name }) => ({ value: id, label: name })),
            ],
            choose: (value) => set({ repository: value === ANY ? undefined : value }),
          })
    }
    ${chooser({
      label: translate("Sort by"),
      focus: "filter.order",
      value: query.order,
      choices: [
        { value: "changed", label: translate("Last changed") },
        { value: "neededBy", label: translate("Needed by") },
        { value: "title", label: translate("Title") },
      ],
      choose: (value) => set({ order: NotesQuery.shape.order.safeParse(value).data ?? "changed" }),
    })}
    <div class="filter-checks">
      ${check("filter.mine", translate("Mine"), query.mine, (mine) => set({ mine }))}
      ${check("filter.waitsForMe", translate("Waiting for me"), query.waitsForMe, (waitsForMe) =>
        set({ waitsForMe }),
      )}
      ${
        isFiltering(query)
          ? linkButton({
              label: translate("Clear filters"),
              press: () => act({ type: "clearQuery" }),
              focus: "filter.clear",
            })
          : nothing
      }
    </div>
  </div>`;
}

const check = (focus: string, label: string, on: boolean, set: (on: boolean) => void): TemplateResult =>
  html`<vscode-checkbox
    data-focus=${focus}
    aria-label=${label}
    .checked=${on}
    @change=${(event: Event) => {
      const now = (event.currentTarget as CheckWidget).checked;
      // The widget also says so when the page sets it.
      if (now !== on) set(now);
    }}
    >${label}</vscode-checkbox
  >`;
