import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Frame, NowRow } from "../../protocol/panel-state.ts";
import { routeOfRow } from "../../protocol/route-of-row.ts";
import { pageLink, linkButton, problem } from "../parts/controls.ts";
import { rowGlyph } from "../parts/glyph.ts";
import { plainLine } from "../../base/plain-text.ts";
import type { View } from "../view.ts";
import { notNowButton, notNowForm, putOffRows } from "./not-now.ts";
import { firstMorning, problemForm } from "./first-morning.ts";

/** Rows a group shows before "Show 12 more". */
const ROWS_AT_FIRST = 7;

const GROUPS = ["needsYou", "worthKnowing", "waitsForOthers"] as const;

/** What needs me? */
export function nowView(view: View, frame: Frame): TemplateResult {
  const { state, translate } = view;
  return html`<div class="page now">
    <h1 class="unseen" tabindex="-1" data-focus="title">${translate("Now")}</h1>
    ${
      state.now.length > 0
        ? GROUPS.map((group) => rowGroup(view, group))
        : frame.noteCount > 0
          ? nothingWaits(view, frame)
          : firstMorning(view, frame)
    }
    ${putOffRows(view)} ${frame.noteCount > 0 ? problemForm(view, frame) : nothing} ${startIncident(view)}
  </div>`;
}

function groupTitle(group: NowRow["group"], { translate }: View): string {
  switch (group) {
    case "needsYou":
      return translate("Needs you");
    case "worthKnowing":
      return translate("Worth knowing");
    case "waitsForOthers":
      return translate("Waits for others");
  }
}

function rowGroup(view: View, group: NowRow["group"]): TemplateResult | typeof nothing {
  const { state, translate, act, values } = view;
  const rows = state.now.filter((row) => row.group === group);
  if (rows.length === 0) return nothing;
  const all = state.folds.has(`now.${group}`);
  const hidden = rows.length - ROWS_AT_FIRST;
  return html`<section aria-labelledby=${`group-${group}`}>
    <h2 id=${`group-${group}`}>${groupTitle(group, view)}</h2>
    <ul class="now-rows">
      ${repeat(
        all ? rows : rows.slice(0, ROWS_AT_FIRST),
        (row) => row.key,
        (row) => nowRow(view, row),
      )}
    </ul>
    ${
      hidden <= 0
        ? nothing
        : linkButton({
            label: all
              ? translate("Show fewer")
              : hidden === 1
                ? translate("Show 1 more")
                : translate("Show {count} more", { count: values.number(hidden) }),
            press: () => act({ type: "fold", fold: `now.${group}` }),
            focus: `now.${group}`,
            expanded: all,
          })
    }
    ${all ? moreRows(view, state.moreNow[group]) : nothing}
  </section>`;
}

/** Beyond a few hundred nobody reads row by row: the list of notes can be searched and filtered. */
const moreRows = ({ translate, values }: View, count: number | undefined): TemplateResult | typeof nothing =>
  count === undefined
    ? nothing
    : html`<p class="meta">
        ${translate("And {count} more. They are in Notes, to search and to filter.", { count: values.number(count) })}
      </p>`;

function actionLabel(action: NowRow["action"], { translate }: View): string {
  switch (action) {
    case "open":
      return translate("Open");
    case "decide":
      return translate("Decide");
    case "answer":
      return translate("Answer");
    case "readAnswer":
      return translate("Read the answer");
    case "writeImpact":
      return translate("Write it");
    case "draftOptions":
      return translate("Draft options");
    case "lookAgain":
      return translate("Look again");
    case "settle":
      return translate("Settle it");
    case "shareDraft":
      return translate("Open the draft");
    case "namePlaces":
      return translate("Name the places");
    case "confirmCall":
      return translate("That is right");
    case "sayWhy":
      return translate("Write it");
  }
}

function nowRow(view: View, row: NowRow): TemplateResult {
  const { translate, act, state } = view;
  const title = plainLine(row.title);
  const label = actionLabel(row.action, view);
  const go = (acting: boolean) => act({ type: "go", route: routeOfRow(row, acting) });
  const repositories = state.frame?.repositories ?? [];
  const repository = repositories.find(
    ({ id }) => id === state.notes.find((note) => note.id === row.record)?.repository,
  );
  return html`<li class="now-row">
    ${rowGlyph(row.glyph)}
    <div class="now-words">
      ${pageLink({
        label: html`<span class="row-title" dir="auto">${title}</span>`,
        follow: () => go(false),
        focus: `now.${row.key}`,
      })}
      <p class="meta reason">
        ${
          row.glyph === "atRisk"
            ? html`<strong>${translate("At risk")}</strong> · `
            : row.glyph === "late"
              ? html`<strong>${translate("Late")}</strong> · `
              : nothing
        }${row.reason}${
          repositories.length > 1 && repository !== undefined
            ? html` · <span class="said-line" dir="auto">${repository.name}</span>`
            : nothing
        }
      </p>
    </div>
    <div class="now-actions">
      ${
        row.decision === undefined
          ? linkButton({
              label,
              press: () => go(true),
              focus: `now.${row.key}.action`,
              spoken: translate("{action}: {title}", { action: label, title }),
            })
          : html`<span class="now-answers">
              ${confirmCall(view, row, row.decision)}
              ${linkButton({
                label: translate("Correct it"),
                press: () => go(true),
                focus: `now.${row.key}.correct`,
                spoken: translate("{action}: {title}", { action: translate("Correct it"), title }),
              })}
              ${problem(state.problems.get(`now.${row.key}`))}
            </span>`
      }
      ${notNowButton(view, row)}
    </div>
    ${notNowForm(view, row)}
  </li>`;
}

/** The same as the command: the editor's boxes ask what is broken and since when. */
const startIncident = ({ translate, act, state }: View): TemplateResult =>
  html`<p class="start-incident">
      ${linkButton({
        label: translate("Start an incident…"),
        press: () => act({ type: "startIncident" }),
        focus: "startIncident",
      })}
    </p>
    ${problem(state.problems.get("startIncident"))}`;

/** Answered where it stands: there is nothing more to read. */
function confirmCall({ translate, act }: View, row: NowRow, decision: string): TemplateResult {
  const label = translate("That is right");
  return linkButton({
    label,
    press: () =>
      act({
        type: "perform",
        place: `now.${row.key}`,
        action: { type: "confirmDecision", note: row.record, decision },
        forget: [],
      }),
    focus: `now.${row.key}.action`,
    spoken: translate("{action}: {title}", { action: label, title: plainLine(row.title) }),
  });
}

function nothingWaits({ translate, act, values }: View, frame: Frame): TemplateResult {
  return html`<div class="empty">
    <p>
      ${translate("Nothing waits for you.")}
      ${
        frame.noteCount === 1
          ? translate("1 note is on record.")
          : translate("{count} notes are on record.", { count: values.number(frame.noteCount) })
      }
    </p>
    ${linkButton({
      label: translate("See the notes"),
      press: () => act({ type: "go", route: { section: "notes" } }),
      focus: "now.notes",
    })}
  </div>`;
}
