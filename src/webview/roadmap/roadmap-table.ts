import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { daysBetween } from "../../domain/dates.ts";
import type { MilestoneRow } from "../../protocol/roadmap-state.ts";
import { agreementLabel, firmnessLabel, milestoneClosingLabel } from "../../protocol/labels.ts";
import { pageLink } from "../parts/controls.ts";
import { isolated } from "../parts/said.ts";
import type { View } from "../view.ts";
import { missWords, threatCount } from "./date-sentence.ts";
import { openDate } from "./open-date.ts";
import { movedWords } from "./span-words.ts";

/** The same facts as the picture: a table, or where there is no room for one, a block for each date. */
export const roadmapTable = (view: View, rows: readonly MilestoneRow[]): TemplateResult =>
  view.breadth === "narrow" ? blocks(view, rows) : table(view, rows);

function table(view: View, rows: readonly MilestoneRow[]): TemplateResult {
  const { translate, values } = view;
  return html`<div class="date-scroller" data-sideways>
    <table class="date-table">
      <caption class="unseen">
        ${translate("Dates")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${translate("Date")}</th>
          <th scope="col">${translate("What is promised")}</th>
          <th scope="col">${translate("Promised to")}</th>
          <th scope="col">${translate("Can it move?")}</th>
          <th scope="col">${translate("Moved")}</th>
          <th scope="col">${translate("At risk")}</th>
          <th scope="col">${translate("Engineering")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td class="figure"><time datetime=${row.day}>${values.shortDay(row.day)}</time></td>
              <th scope="row">${link(view, row)}</th>
              <td dir="auto">${row.promisedTo}</td>
              <td>${firmness(view, row)}</td>
              <td>${moved(view, row)}</td>
              <td>${risk(view, row)}</td>
              <td>${engineering(view, row)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function blocks(view: View, rows: readonly MilestoneRow[]): TemplateResult {
  const { translate, values } = view;
  return html`<ul class="plain date-blocks" aria-label=${translate("Dates")}>
    ${rows.map(
      (row) =>
        html`<li>
          ${link(view, row)}
          <p>
            ${values.shortDay(row.day)} ·
            ${firmness(view, row)}${
              row.promisedTo === ""
                ? nothing
                : html` · ${translate("promised to {whom}", { whom: isolated(row.promisedTo) })}`
            }
          </p>
          ${row.moves.length === 0 ? nothing : html`<p class="meta">${moved(view, row)}</p>`}
          ${threatCount(row) === 0 && (row.way?.missedBy ?? 0) === 0 ? nothing : html`<p>${risk(view, row)}</p>`}
          <p class="meta">${translate("Engineering: {answer}", { answer: engineering(view, row) })}</p>
        </li>`,
    )}
  </ul>`;
}

const link = (view: View, row: MilestoneRow): TemplateResult =>
  pageLink({
    label: html`<span class="row-title" dir="auto">${row.title}</span>`,
    follow: () => openDate(view, row.id),
    focus: `milestone.${row.id}`,
  });

const firmness = ({ translate }: View, { firmness: firm, closed }: MilestoneRow): string =>
  closed === null ? firmnessLabel(firm, translate) : milestoneClosingLabel(closed, translate);

function moved(view: View, { moves }: MilestoneRow): TemplateResult | typeof nothing {
  const last = moves.at(-1);
  if (last === undefined) return nothing;
  const { translate, values } = view;
  const first = movedWords(view, daysBetween(last.from, last.to));
  const words = translate("{first}: {rest}", { first, rest: isolated(last.because) });
  return html`<span class="said-line" dir="auto"
    >${moves.length === 1 ? words : translate("{count} times, last {words}", { count: values.number(moves.length), words })}</span
  >`;
}

function risk(view: View, row: MilestoneRow): TemplateResult | typeof nothing {
  const { translate, values } = view;
  const count = threatCount(row);
  const missed = row.way?.missedBy ?? 0;
  const words = [
    ...(count === 0
      ? []
      : [count === 1 ? translate("1 note") : translate("{count} notes", { count: values.number(count) })]),
    ...(missed === 0 ? [] : [missWords(view, missed)]),
  ];
  return words.length === 0
    ? nothing
    : html`<span class="risk-words"><span aria-hidden="true">▲ </span>${words.join(" · ")}</span>`;
}

const engineering = ({ translate }: View, { agreement, standing }: MilestoneRow): string =>
  standing.length > 1 ? translate("Two dates") : agreementLabel(agreement, translate);
