import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { MilestoneRow, RoadmapState } from "../../protocol/roadmap-state.ts";
import { linkButton, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import type { View } from "../view.ts";
import { whySection } from "../why/why-section.ts";
import { addDate } from "./add-date.ts";
import { roadmapPicture } from "./roadmap-picture.ts";
import { roadmapTable } from "./roadmap-table.ts";

/** Which date is at risk, and why are we doing this? */
export function roadmapView(view: View, roadmap: RoadmapState): TemplateResult {
  const { translate } = view;
  const { milestones } = roadmap;
  const ahead = milestones.filter(({ closed }) => closed === null);
  const ended = milestones.filter(({ closed }) => closed !== null);
  return html`<div class="page roadmap">
    <h1 class="unseen" tabindex="-1" data-focus="title">${translate("Roadmap")}</h1>
    ${
      milestones.length === 0
        ? html`<div class="empty">
            <p>${translate("No dates yet. Add what was promised, or import a CSV or calendar file.")}</p>
          </div>`
        : html`<div class="roadmap-head">${switches(view)} ${files(view, roadmap)}</div>
            ${ahead.length === 0 ? html`<p>${translate("No date lies ahead.")}</p>` : dates(view, ahead)}`
    }
    ${addDate(view, roadmap.repository, milestones.length === 0)}
    ${milestones.length === 0 ? files(view, roadmap) : nothing}
    ${
      ended.length === 0
        ? nothing
        : fold(view, {
            key: "roadmap.ended",
            label: translate("Reached or dropped ({count})", { count: ended.length }),
            body: () => roadmapTable(view, ended),
          })
    }
    ${whySection(view, { briefs: roadmap.briefs, repository: roadmap.repository })}
  </div>`;
}

const dates = (view: View, rows: readonly MilestoneRow[]): TemplateResult =>
  isTable(view) ? roadmapTable(view, rows) : roadmapPicture(view, rows);

// Where there is little room the table is what one sees first; each keeps to what was chosen there.
const TABLE = "roadmap.table";
const PICTURE = "roadmap.picture";

const switchOf = ({ breadth }: View): string => (breadth === "narrow" ? PICTURE : TABLE);

const isTable = (view: View): boolean =>
  view.breadth === "narrow" ? !view.state.folds.has(PICTURE) : view.state.folds.has(TABLE);

function switches(view: View): TemplateResult {
  const { translate, act } = view;
  const table = isTable(view);
  const one = (label: string, on: boolean, focus: string) =>
    html`<button
      type="button"
      class="switch"
      aria-pressed=${String(on)}
      data-focus=${focus}
      @click=${() => {
        if (!on) act({ type: "fold", fold: switchOf(view) });
      }}
    >
      ${label}
    </button>`;
  return html`<div class="switches" role="group" aria-label=${translate("Show the dates as")}>
    ${one(translate("Picture"), !table, "roadmap.asPicture")}
    ${one(translate("Table"), table, "roadmap.asTable")}
  </div>`;
}

/** The roadmap tool in use elsewhere may stay the master: dates come from a file, and go into one. */
function files({ translate, act, state }: View, { milestones, repository }: RoadmapState): TemplateResult {
  return html`<div class="roadmap-files">
    ${linkButton({
      label: translate("Import dates…"),
      press: () => act({ type: "importDates", repository }),
      focus: "importDates",
    })}
    ${
      milestones.length === 0
        ? nothing
        : linkButton({
            label: translate("Export dates…"),
            press: () => act({ type: "exportDates", repository }),
            focus: "exportDates",
          })
    }
    ${problem(state.problems.get("importDates"))} ${problem(state.problems.get("exportDates"))}
  </div>`;
}
