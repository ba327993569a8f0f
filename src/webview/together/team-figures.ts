import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { FigureOfMonths, TeamFigure, TeamFigures } from "../../protocol/team-figures-state.ts";
import { fold } from "../parts/fold.ts";
import { recordLine } from "../parts/record-line.ts";
import type { View } from "../view.ts";

/** Cases shown without being asked for. */
const AT_FIRST = 5;

/** How the team is doing, said in sentences. Where there is no figure, the cases stand below it. */
export function teamFigures(view: View, { tooEarly, figures }: TeamFigures): TemplateResult {
  const { translate } = view;
  return html`<section class="team-figures" aria-labelledby="team-figures-title">
    <h2 id="team-figures-title">${translate("How we are doing")}</h2>
    ${
      tooEarly === undefined
        ? html`<p class="meta">
              ${translate("Counted for the team, from the record. No figure is made of fewer than five cases, or of what fewer than three people did.")}
            </p>
            ${figures.map((figure) => oneFigure(view, figure))}`
        : html`<p>${tooEarly}</p>`
    }
  </section>`;
}

const oneFigure = (view: View, { about, title, definition, months }: TeamFigure): TemplateResult =>
  html`<h3>${title}</h3>
    <p class="meta">${definition}</p>
    <dl>
      ${months.map(
        (figure, at) =>
          html`<dt>${figure.label}</dt>
            <dd>
              ${figure.sentences.map((sentence) => html`<p>${sentence}</p>`)}
              ${cases(view, figure, `figures.${about}.${at}`)}
            </dd>`,
      )}
    </dl>`;

function cases(
  view: View,
  { cases: listed, more }: FigureOfMonths,
  key: string,
): TemplateResult | typeof nothing {
  const { translate, values } = view;
  if (listed.length === 0) return nothing;
  const list = () =>
    html`<ul class="plain">
        ${listed.map((one, at) => recordLine(view, one, `${key}.${at}`))}
      </ul>
      ${
        more === 0
          ? nothing
          : html`<p class="meta">${translate("And {count} older ones.", { count: values.number(more) })}</p>`
      }`;
  if (listed.length <= AT_FIRST) return list();
  return fold(view, {
    key,
    label: translate("The cases ({count})", { count: values.number(listed.length + more) }),
    body: list,
  });
}
