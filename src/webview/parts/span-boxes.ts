import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Day } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { View } from "../view.ts";
import { boxText, dayBox, textLine } from "./boxes.ts";

/** A stretch of work by its name, with its first and its last day. */
export interface Span {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

export interface SpanBoxes {
  /** The record it belongs to, or NO_NOTE. */
  readonly record: RecordId;
  /** Under which the boxes are kept, as `form`.name and so on. */
  readonly form: string;
  /** Over the box of the name. */
  readonly label: string;
  readonly base?: Span | undefined;
}

const parts = ["name", "from", "to"] as const;

export const spanKeys = (form: string): readonly string[] => parts.map((part) => `${form}.${part}`);

/** Three boxes: the name, the first and the last day. */
export function spanBoxes(view: View, { record, form, label, base }: SpanBoxes): TemplateResult {
  const { translate, state } = view;
  const day = (part: "from" | "to", name: string, from?: string) => {
    const key = `${form}.${part}`;
    const box = { note: record, key, label: name, base: base?.[part] ?? "" };
    return dayBox(view, {
      ...box,
      invalid: state.problems.has(`box.${key}`),
      ...(from === undefined ? {} : { from }),
    });
  };
  return html`${textLine(view, { note: record, key: `${form}.name`, label, base: base?.name ?? "" })}
    <div class="days">
      ${day("from", translate("First day"))}
      ${day("to", translate("Last day"), boxText(view, record, `${form}.from`, base?.from))}
    </div>`;
}

/** What stands in the boxes, or what is missing and where. */
export function spanIn(
  view: View,
  { record, form, base }: Omit<SpanBoxes, "label">,
): { readonly span: Span } | { readonly missing: string; readonly focus: string } {
  const { translate } = view;
  const text = (part: (typeof parts)[number]) => boxText(view, record, `${form}.${part}`, base?.[part]);
  const [from, to] = [text("from"), text("to")];
  if (from === "") return { missing: translate("Choose the first day."), focus: `${form}.from` };
  if (to === "") return { missing: translate("Choose the last day."), focus: `${form}.to` };
  if (to < from)
    return {
      missing: translate("The last day is before the first. Choose another."),
      focus: `${form}.to`,
    };
  return { span: { name: text("name").trim(), from, to } };
}
