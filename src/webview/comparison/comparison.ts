import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { button, linkButton } from "../parts/controls.ts";
import { isSubmitKey } from "../parts/form.ts";
import { formName } from "../open-form.ts";
import type { NoteView } from "../view.ts";
import { moveDownColumns } from "./column-order.ts";
import { composeKeys, isComposing } from "./columns.ts";
import { composeFoot } from "./compose-foot.ts";
import { editFoot } from "./edit-foot.ts";
import { recommendation } from "./recommendation.ts";
import { SCROLLS_FROM, sideBySide } from "./side-by-side.ts";
import { stacked } from "./stacked.ts";
import { tableOf } from "./table.ts";
import type { Table } from "./table.ts";
import { putOnTheTable, saveOption } from "./written-option.ts";

/** In CSS pixels; the style sheet has the same. */
const ROW_HEADER = 160;
const NARROWEST_COLUMN = 220;
const PAGE_PADDING = { narrow: 8, medium: 16, wide: 24 } as const;
/** Room a scroll bar takes, at most. */
const SCROLLBAR = 16;

/** The ways to go, side by side: what users get, how long it takes, what each gives up. They are composed in the same place. */
export function comparison(view: NoteView): TemplateResult {
  const { translate, note, state } = view;
  const table = tableOf(view);
  if (table.columns.length === 0) return nothingYet(view);
  const composing = isComposing(state, note);
  return html`<section
    aria-labelledby="comparison-title"
    class="comparison"
    @keydown=${(event: KeyboardEvent) => keys(event, table, composing)}
  >
    <div class="section-head">
      <h2 id="comparison-title" tabindex="-1" data-focus="comparison">${translate("Ways to go")}</h2>
      ${
        composing
          ? nothing
          : linkButton({
              label:
                composeKeys(state, note).length > 0
                  ? translate("Go on with your draft")
                  : translate("Draft another option"),
              press: () => view.act({ type: "compose", open: true }),
              focus: "compose.open",
            })
      }
    </div>
    ${isStacked(table) ? stacked(table) : sideBySide(table)} ${recommendation(view, composing)}
    ${editFoot(view, table.columns)} ${composing ? composeFoot(table) : nothing}
  </section>`;
}

function nothingYet({ translate, act, state, note }: NoteView): TemplateResult {
  return html`<section aria-labelledby="comparison-title" class="comparison">
    <h2 id="comparison-title" tabindex="-1" data-focus="comparison">${translate("Ways to go")}</h2>
    <div class="empty">
      <p>${translate("No way out is written down yet. Two rough ones are better than one perfect.")}</p>
      ${
        note.closed !== null
          ? nothing
          : html`<div class="buttons">
              ${button({
                label:
                  composeKeys(state, note).length > 0
                    ? translate("Go on with your draft")
                    : translate("Draft options"),
                press: () => act({ type: "compose", open: true }),
                focus: "compose.open",
                primary: state.form === undefined && state.frame?.role !== "pm",
              })}
            </div>`
      }
    </div>
  </section>`;
}

/** Whether the columns have no room beside each other. A wide panel scrolls sideways before it stacks four. */
function isStacked({ breadth, state, columns }: Table): boolean {
  if (breadth === "narrow") return true;
  if (breadth === "wide" && columns.length >= SCROLLS_FROM) return false;
  const room = state.width - SCROLLBAR - 2 * PAGE_PADDING[breadth];
  return room < ROW_HEADER + NARROWEST_COLUMN * columns.length;
}

function keys(event: KeyboardEvent, table: Table, composing: boolean): void {
  const { act, state, columns } = table;
  const edited = columns.find((column) => column.kind === "edit");
  const inEdited = edited !== undefined && isIn(event, `option.${edited.option.id}.`);
  if (event.key === "Tab") moveDownColumns(event);
  else if (isSubmitKey(event)) {
    if (inEdited && state.form !== undefined) act(saveOption(table, edited, formName(state.form)));
    else if (composing && isIn(event, "compose.")) act(putOnTheTable(table));
    else return;
    event.preventDefault();
  } else if (event.key === "Escape" && !event.isComposing) {
    if (inEdited) act({ type: "closeForm" });
    else if (composing && isIn(event, "compose.")) act({ type: "compose", open: false });
    else return;
    event.preventDefault();
  }
}

const isIn = ({ target }: Event, prefix: string): boolean =>
  target instanceof HTMLElement && (target.dataset["focus"] ?? "").startsWith(prefix);
