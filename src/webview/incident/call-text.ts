import { html } from "lit";
import type { TemplateResult } from "lit";
import { button, problem } from "../parts/controls.ts";
import { saidBlock } from "../parts/said.ts";
import type { IncidentState } from "../../protocol/panel-state.ts";
import type { NoteView } from "../view.ts";

/** Sentences for somebody on the telephone without a screen. */
export function readOnCall(
  { note, translate, act, state }: NoteView,
  incident: IncidentState,
): TemplateResult {
  return html`<section aria-labelledby="call-text-title" class="call-text">
    <div class="section-head">
      <h2 id="call-text-title">${translate("Read this on the call")}</h2>
      ${button({
        label: translate("Copy"),
        spoken: translate("Copy: what to read on the call"),
        press: () => act({ type: "copyIncident", note: note.id, which: "call" }),
        focus: "copyIncident.call",
      })}
    </div>
    <blockquote>${incident.callText.map(saidBlock)}</blockquote>
    ${problem(state.problems.get("copyIncident.call"))}
  </section>`;
}
