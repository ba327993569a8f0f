import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import { boxText, dayBox, textArea } from "../parts/boxes.ts";
import { button } from "../parts/controls.ts";
import { form, started } from "../parts/form.ts";
import { isolated } from "../parts/said.ts";
import type { PageAction } from "../page-action.ts";
import type { CheckWidget } from "../widgets.ts";
import type { MilestoneView } from "./milestone-view.ts";

const KEYS = ["moveDate.to", "moveDate.because"];

/** Moves the date: the new day and its cause, after what hangs on the old one has been said. */
export function moveDate(view: MilestoneView): TemplateResult | typeof nothing {
  const { milestone, translate, act, state } = view;
  if (milestone.closed !== null) return nothing;
  if (state.form?.kind !== "moveDate") {
    const answersFirst = state.frame?.role !== "pm" && milestone.agreement === "notAsked";
    return html`<div class="buttons">
        ${button({
          label: translate("Move the date"),
          press: () => act({ type: "openForm", form: { kind: "moveDate", notes: [] } }),
          focus: "moveDate.open",
          primary: state.form === undefined && !answersFirst,
        })}
      </div>
      ${started(view, milestone.id, { kind: "moveDate", notes: [] })}`;
  }
  const { notes } = state.form;
  return form(view, {
    form: state.form,
    note: milestone.id,
    name: translate("Move the date"),
    body: html`${dayBox(view, { note: milestone.id, key: "moveDate.to", label: translate("To which day?") })}
      ${textArea(view, { note: milestone.id, key: "moveDate.because", label: translate("Because …") }, 1)}
      ${notesBehind(view, notes)}
      <p class="before-moving">${consequences(view)}</p>`,
    submit: { label: translate("Move it"), action: () => moved(view, notes) },
    after: translate("Engineering is asked again. Every move stays readable, with its cause."),
  });
}

/** The notes that threaten the date, to be ticked where they are the cause. */
function notesBehind(view: MilestoneView, ticked: readonly RecordId[]): TemplateResult | typeof nothing {
  const { milestone, translate, act } = view;
  if (milestone.threats.length === 0) return nothing;
  return html`<div role="group" aria-label=${translate("Notes behind it")}>
    <p class="box-label" aria-hidden="true">${translate("Notes behind it")}</p>
    ${milestone.threats.map(({ id, title }) => {
      const on = ticked.includes(id);
      return html`<vscode-checkbox
        class="note-behind"
        data-focus=${`moveDate.note.${id}`}
        aria-label=${title}
        .checked=${on}
        @change=${(event: Event) => {
          const now = (event.currentTarget as CheckWidget).checked;
          if (now === on) return;
          const notes = now ? [...ticked, id] : ticked.filter((one) => one !== id);
          act({ type: "changeForm", form: { kind: "moveDate", notes } });
        }}
        ><span dir="auto">${title}</span></vscode-checkbox
      >`;
    })}
  </div>`;
}

/** "Promised to support. Engineering agreed to the old date. It touches 2 decisions and 1 why." */
export function consequences({ milestone, translate }: MilestoneView): string {
  const { promisedTo, agreement, decisions, briefs } = milestone;
  const touched = [
    ...(decisions.length === 0
      ? []
      : [
          decisions.length === 1
            ? translate("1 decision")
            : translate("{count} decisions", { count: decisions.length }),
        ]),
    ...(briefs.length === 0
      ? []
      : [briefs.length === 1 ? translate("1 why") : translate("{count} whys", { count: briefs.length })]),
  ];
  const [first, second] = touched;
  return [
    promisedTo.trim() === ""
      ? translate("Promised to nobody by name.")
      : translate("Promised to {whom}.", { whom: isolated(promisedTo) }),
    agreementWords(agreement, translate),
    first === undefined
      ? translate("It touches no decision.")
      : second === undefined
        ? translate("It touches {first}.", { first })
        : translate("It touches {first} and {second}.", { first, second }),
  ].join(" ");
}

function agreementWords(
  agreement: MilestoneView["milestone"]["agreement"],
  translate: MilestoneView["translate"],
): string {
  switch (agreement) {
    case "agreed":
      return translate("Engineering agreed to the old date.");
    case "concerns":
      return translate("Engineering agreed to the old date, with concerns.");
    case "cannot":
      return translate("Engineering said that the old date can't be kept.");
    case "notAsked":
      return translate("Engineering was not asked about the old date.");
  }
}

function moved(view: MilestoneView, notes: readonly RecordId[]): PageAction {
  const { milestone, translate } = view;
  const to = boxText(view, milestone.id, "moveDate.to").trim();
  const because = boxText(view, milestone.id, "moveDate.because").trim();
  const missing = (focus: string, text: string) =>
    ({ type: "problem", place: "moveDate", text, focus }) as const;
  if (to === "") return missing("moveDate.to", translate("Choose the day."));
  if (because === "")
    return missing(
      "moveDate.because",
      translate("Write one sentence after “because”: it is shown with the move."),
    );
  return {
    type: "perform",
    place: "moveDate",
    action: { type: "moveMilestone", milestone: milestone.id, to, because, notes: [...notes] },
    forget: KEYS,
  };
}
