import { html } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import { TEXT_KEY } from "../../protocol/brief-state.ts";
import { changedMeanwhile, textArea } from "../parts/boxes.ts";
import type { View } from "../view.ts";

/** The one paragraph: three prompts over one box. */
export const whyBox = (view: View, record: RecordId, base = "", key = TEXT_KEY): TemplateResult =>
  html`${textArea(
    view,
    {
      note: record,
      key,
      label: view.translate(
        "Who is it for, and what happens to them today? · What hurts? · What is different when it works?",
      ),
      base,
      invalid: view.state.problems.has(`box.${key}`),
    },
    6,
  )}
  ${changedMeanwhile(view, key, base)}`;
