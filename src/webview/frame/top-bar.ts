import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import type { Frame } from "../../protocol/panel-state.ts";
import type { Route } from "../../protocol/route.ts";
import { chooser } from "../parts/controls.ts";
import { searchGlyph, syncGlyph } from "../parts/glyph.ts";
import type { View } from "../view.ts";
import type { TextWidget } from "../widgets.ts";
import { syncShape, syncWords } from "./sync-words.ts";

/** The sections on the left; search and the state of syncing on the right. */
export function topBar(view: View, frame: Frame): TemplateResult {
  const { translate, state, breadth } = view;
  const waiting =
    state.now.filter(({ group }) => group === "needsYou").length + (state.moreNow.needsYou ?? 0);
  const nowLabel =
    waiting === 0 ? translate("Now") : translate("Now ({count})", { count: view.values.number(waiting) });
  const sections: readonly { readonly route: Route; readonly label: string }[] = [
    { route: { section: "now" }, label: nowLabel },
    { route: { section: "notes" }, label: translate("Notes") },
    { route: { section: "roadmap", show: { view: "roadmap" } }, label: translate("Roadmap") },
    ...(showsTogether(view, frame)
      ? [
          {
            route: { section: "together", show: { view: "oneOnOne" } },
            label: translate("Together"),
          } as const,
        ]
      : []),
  ];
  return html`<header class="top-bar">
    <nav aria-label=${translate("Sections")}>
      ${
        breadth === "narrow"
          ? chooser({
              label: translate("Section"),
              hideLabel: true,
              value: state.route.section,
              choices: sections.map(({ route, label }) => ({ value: route.section, label })),
              choose: (chosen) => {
                const section = sections.find(({ route }) => route.section === chosen);
                if (section !== undefined) view.act({ type: "go", route: section.route });
              },
              focus: "sections",
            })
          : html`<ul class="tabs">
              ${sections.map(({ route, label }) => html`<li>${tab(view, route, label)}</li>`)}
            </ul>`
      }
    </nav>
    <div class="search" role="search">
      <vscode-text-field
        class="line hide-label"
        data-focus="search"
        aria-label=${translate("Search notes")}
        placeholder=${translate("Search notes")}
        .value=${live(state.query.search)}
        @input=${(event: Event) =>
          view.act({ type: "query", query: { search: (event.currentTarget as TextWidget).value } })}
        @keydown=${(event: KeyboardEvent) => searchKeys(event, view)}
        >${translate("Search notes")}<span slot="start">${searchGlyph()}</span></vscode-text-field
      >
    </div>
    ${frame.blocked === undefined ? syncButton(view, frame) : nothing}
  </header>`;
}

/** Notes on record from which *Together* stands in the bar by itself. */
const TOGETHER_FROM = 5;

/** On the first morning there are three sections. */
const showsTogether = ({ state }: View, { noteCount, togetherOpened }: Frame): boolean =>
  noteCount >= TOGETHER_FROM || togetherOpened || state.route.section === "together";

/** Esc empties the box; the arrow goes from it to the rows that were found. */
function searchKeys(event: KeyboardEvent, { state, act }: View): void {
  if (event.key === "Escape" && state.query.search !== "") act({ type: "query", query: { search: "" } });
  else if (event.key === "ArrowDown") act({ type: "enterList" });
  else return;
  event.preventDefault();
}

function tab({ state, act }: View, route: Route, label: string): TemplateResult {
  const current = state.route.section === route.section;
  return html`<button
    type="button"
    class="tab"
    data-focus=${`section.${route.section}`}
    aria-current=${current ? "page" : "false"}
    @click=${() => act({ type: "go", route })}
  >
    ${label}
  </button>`;
}

function syncButton({ state, translate, act, breadth }: View, { sync }: Frame): TemplateResult {
  const words = syncWords(sync, state.clock, translate);
  const canSync = sync.kind !== "readOnly" && sync.kind !== "syncing";
  const spoken = canSync ? translate("{state}. Sync now", { state: words }) : words;
  const isNarrow = breadth === "narrow";
  return html`<button
    type="button"
    class="sync"
    data-focus="sync"
    title=${ifDefined(isNarrow ? spoken : undefined)}
    aria-label=${ifDefined(isNarrow ? undefined : spoken)}
    aria-disabled=${canSync ? "false" : "true"}
    @click=${() => {
      if (canSync) act({ type: "sync" });
    }}
  >
    ${syncGlyph(syncShape(sync))}${isNarrow ? nothing : html`<span>${words}</span>`}
  </button>`;
}
