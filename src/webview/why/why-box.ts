import { html } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import { TEXT_KEY } from "../../protocol/brief-state.ts";
import { changedMeanwhile, textArea } from "../parts/boxes.ts";
import type { View } from "../view.ts";

/** The one paragraph: three prompts over one box. */
export const whyBox = (view: View, record: RecordId, base = ""): TemplateResult =>
  html`${textArea(
    view,
    {
      note: record,
      key: TEXT_KEY,
      label: view.translate(
        "Who is it for, and what happens to them today? · What hurts? · What is different when it works?",
      ),
      base,
      invalid: view.state.problems.has(`box.${TEXT_KEY}`),
    },
    6,
  )}
  ${changedMeanwhile(view, TEXT_KEY, base)}`;
