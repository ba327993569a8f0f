import { html } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import type { BriefScope } from "../../domain/brief/brief.ts";
import { boxText, dayBox, textLine } from "../parts/boxes.ts";
import type { View } from "../view.ts";

type Sprint = Omit<Extract<BriefScope, { kind: "sprint" }>, "kind">;

const NAME = "why.name";
const FROM = "why.from";
const TO = "why.to";
export const SPRINT_KEYS = [NAME, FROM, TO] as const;

/** Which sprint it is for: its name, its first and its last day. */
export function sprintBoxes(view: View, record: RecordId, base?: Sprint): TemplateResult {
  const { translate, state } = view;
  const from = boxText(view, record, FROM, base?.from);
  return html`${textLine(view, {
      note: record,
      key: NAME,
      label: translate("What do you call the sprint?"),
      base: base?.name ?? "",
    })}
    <div class="days">
      ${dayBox(view, {
        note: record,
        key: FROM,
        label: translate("First day"),
        base: base?.from ?? "",
        invalid: state.problems.has(`box.${FROM}`),
      })}
      ${dayBox(view, {
        note: record,
        key: TO,
        label: translate("Last day"),
        base: base?.to ?? "",
        from,
        invalid: state.problems.has(`box.${TO}`),
      })}
    </div>`;
}

/** What stands in the boxes, or what is missing and where. */
export function sprintIn(
  view: View,
  record: RecordId,
  base?: Sprint,
): { readonly scope: BriefScope } | { readonly missing: string; readonly focus: string } {
  const { translate } = view;
  const from = boxText(view, record, FROM, base?.from);
  const to = boxText(view, record, TO, base?.to);
  if (from === "") return { missing: translate("Choose the first day."), focus: FROM };
  if (to === "") return { missing: translate("Choose the last day."), focus: TO };
  if (to < from)
    return { missing: translate("The last day is before the first. Choose another."), focus: TO };
  return { scope: { kind: "sprint", name: boxText(view, record, NAME, base?.name).trim(), from, to } };
}
