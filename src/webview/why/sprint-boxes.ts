import type { TemplateResult } from "lit";
import type { BriefScope } from "../../domain/brief/brief.ts";
import type { RecordId } from "../../domain/ids.ts";
import { spanBoxes, spanIn, spanKeys } from "../parts/span-boxes.ts";
import type { Span } from "../parts/span-boxes.ts";
import type { View } from "../view.ts";

const FORM = "why";
export const SPRINT_KEYS = spanKeys(FORM);

/** Which sprint it is for: its name, its first and its last day. */
export const sprintBoxes = (view: View, record: RecordId, base?: Span, form = FORM): TemplateResult =>
  spanBoxes(view, { record, form, label: view.translate("What do you call the sprint?"), base });

/** What stands in the boxes, or what is missing and where. */
export function sprintIn(
  view: View,
  record: RecordId,
  base?: Span,
  form = FORM,
): { readonly scope: BriefScope } | { readonly missing: string; readonly focus: string } {
  const found = spanIn(view, { record, form, base });
  return "missing" in found ? found : { scope: { kind: "sprint", ...found.span } };
}
