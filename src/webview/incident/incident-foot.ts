import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { parseSince } from "../../domain/since.ts";
import { askForm } from "../note/ask-form.ts";
import { drawer } from "../note/drawer.ts";
import { boxText, textLine } from "../parts/boxes.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { form } from "../parts/form.ts";
import { momentNow } from "../moment-now.ts";
import type { PageAction } from "../page-action.ts";
import type { NoteView } from "../view.ts";
import { isRunning } from "./incident-head.ts";

const OVER = { kind: "over" } as const;
const KEY = "over.since";

/** What can be done with an incident as a whole: call it over, ask, and afterwards take the review along. */
export function incidentFoot(view: NoteView): TemplateResult {
  const { note, translate, act, state } = view;
  const running = isRunning(view);
  const calm = state.form === undefined && state.nameAsked === undefined;
  return html`${openForm(view)}
    <div class="foot-bar">
      ${
        running
          ? button({
              label: translate("It is over…"),
              press: () => act({ type: "openForm", form: OVER }),
              focus: "over.open",
              primary: calm && note.decisions.some(({ stands }) => stands),
              expanded: state.form?.kind === "over",
            })
          : button({
              label: translate("Copy as Markdown"),
              press: () => act({ type: "copyIncident", note: note.id, which: "review" }),
              focus: "copyIncident.review",
              primary: calm,
            })
      }
      ${button({
        label: translate("Ask…"),
        press: () => act({ type: "openForm", form: { kind: "ask", options: [] } }),
        focus: "ask.open",
        expanded: state.form?.kind === "ask",
      })}
      ${
        running || note.incident?.overSince === null
          ? nothing
          : linkButton({
              label: translate("It is not over"),
              press: () =>
                act({
                  type: "perform",
                  place: "notOver",
                  action: { type: "editNote", note: note.id, fields: { overSince: null } },
                  forget: [],
                }),
              focus: "notOver",
            })
      }
      ${problem(state.problems.get("notOver"))} ${problem(state.problems.get("copyIncident.review"))}
    </div>`;
}

function openForm(view: NoteView): TemplateResult | typeof nothing {
  const { form: open } = view.state;
  if (open?.kind === "ask") return drawer(askForm(view, open.options), open);
  return open?.kind === "over" && isRunning(view) ? drawer(overForm(view), open) : nothing;
}

function overForm(view: NoteView): TemplateResult {
  const { note, translate } = view;
  return form(view, {
    form: OVER,
    note: note.id,
    name: translate("It is over"),
    oneLine: true,
    body: textLine(view, {
      note: note.id,
      key: KEY,
      label: translate("Over since when?"),
      hint: translate("now, 20 min ago, 22:50"),
    }),
    submit: { label: translate("It is over"), action: () => over(view) },
    after: translate("The page becomes a review: what happened, what users felt, what follows."),
  });
}

function over(view: NoteView): PageAction {
  const { note, translate } = view;
  const overSince = parseSince(boxText(view, note.id, KEY), momentNow());
  if (overSince === undefined)
    return {
      type: "problem",
      place: "over",
      text: translate(
        "This can't be read as a time. Write it as 20 min ago or 22:50, or leave it empty for now.",
      ),
      focus: KEY,
    };
  const since = note.incident?.since;
  if (since !== undefined && since !== null && Date.parse(overSince) < Date.parse(since))
    return {
      type: "problem",
      place: "over",
      text: translate("That is before it began."),
      focus: KEY,
    };
  return {
    type: "perform",
    place: "over",
    action: { type: "editNote", note: note.id, fields: { overSince } },
    forget: [KEY],
  };
}
