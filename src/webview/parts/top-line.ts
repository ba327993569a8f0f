import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import type { LinkedRecord } from "../../protocol/record-link.ts";
import type { View } from "../view.ts";
import { linkButton, problem } from "./controls.ts";

/** The line above a page of a record: the way back, and a link to it for others. */
export const topLine = (
  { translate, act, state }: Pick<View, "translate" | "act" | "state">,
  back: TemplateResult,
  linked: { readonly of: LinkedRecord; readonly id: RecordId } | undefined,
): TemplateResult =>
  html`<div class="back">
      ${back}
      ${
        linked === undefined
          ? nothing
          : linkButton({
              label: translate("Copy link"),
              press: () => act({ type: "copyLink", ...linked }),
              focus: "copyLink",
              quiet: true,
            })
      }
    </div>
    ${problem(state.problems.get("copyLink"))}`;
