import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import type { BriefRow } from "../../protocol/brief-state.ts";
import { button, pageLink } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import type { View } from "../view.ts";
import { daysOf } from "./days-of.ts";

/** Why we are doing this: the why of now and of what is ahead; what is over is folded away. */
export function whySection(
  view: View,
  {
    briefs,
    repository,
    milestone,
  }: {
    readonly briefs: readonly BriefRow[];
    readonly repository?: string;
    /** Where only those of one date are shown. */
    readonly milestone?: RecordId;
  },
): TemplateResult {
  const { translate, act } = view;
  const open = briefs.filter(({ phase }) => phase !== "over");
  const over = briefs.filter(({ phase }) => phase === "over");
  return html`<section aria-labelledby="whys-title" class="why-section">
    <h2 id="whys-title">${translate("Why we are doing this")}</h2>
    ${
      open.some(({ phase }) => phase === "now")
        ? nothing
        : html`<p>
            ${
              milestone === undefined
                ? translate(
                    "This sprint has no why yet. One paragraph helps with the small choices nobody asks you about.",
                  )
                : translate(
                    "This date has no why yet. One paragraph helps with the small choices nobody asks you about.",
                  )
            }
          </p>`
    }
    ${open.length === 0 ? nothing : rows(view, open)}
    <div class="buttons">
      ${button({
        label: translate("Write the why"),
        press: () =>
          act({
            type: "go",
            route: {
              section: "roadmap",
              show: {
                view: "newBrief",
                ...(repository === undefined ? {} : { repository }),
                ...(milestone === undefined ? {} : { milestone }),
              },
            },
          }),
        focus: "why.write",
      })}
    </div>
    ${
      over.length === 0
        ? nothing
        : fold(view, {
            key: `why.over.${milestone ?? "all"}`,
            label: translate("Earlier ({count})", { count: view.values.number(over.length) }),
            body: () => rows(view, over),
          })
    }
  </section>`;
}

const rows = (view: View, briefs: readonly BriefRow[]): TemplateResult =>
  html`<ul class="now-rows">
    ${briefs.map((brief) => row(view, brief))}
  </ul>`;

function row(view: View, brief: BriefRow): TemplateResult {
  const { act } = view;
  return html`<li class="now-row">
    <div class="now-words">
      ${pageLink({
        label: html`<span class="row-title" dir="auto">${brief.title}</span>`,
        follow: () =>
          act({ type: "go", route: { section: "roadmap", show: { view: "brief", id: brief.id } } }),
        focus: `why.${brief.id}`,
      })}
      <p class="meta">${daysOf(view, brief)}</p>
      <p class="said-line why-words" dir="auto">${brief.text}</p>
    </div>
  </li>`;
}
