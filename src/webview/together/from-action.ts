import { html } from "lit";
import type { TemplateResult } from "lit";
import type { RecordId } from "../../domain/ids.ts";
import { kindLabel } from "../../protocol/labels.ts";
import { formName } from "../open-form.ts";
import type { OpenForm } from "../open-form.ts";
import type { PageAction } from "../page-action.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { form } from "../parts/form.ts";
import { firstKind, kindChooser, preview } from "../parts/from-words.ts";
import { spanKeys } from "../parts/span-boxes.ts";
import type { View } from "../view.ts";
import { sprintBoxes, sprintIn } from "../why/sprint-boxes.ts";
import { whyBox } from "../why/why-box.ts";
import type { ShownAction } from "./retro-actions.ts";

/** "Make it a note…", "Make it a why…", with what others will see of it. It stays tied to the action. */
export function fromAction(
  view: View,
  retro: RecordId,
  action: ShownAction,
  to: "note" | "why",
): TemplateResult {
  const { translate, state, act } = view;
  const open: Extract<OpenForm, { kind: "fromAction" }> =
    state.form?.kind === "fromAction" ? state.form : { kind: "fromAction", to, action: action.id };
  const name = formName(open);
  const key = `${name}.text`;
  const text = () => boxText(view, retro, key, action.text).trim();
  const kind = open.as ?? firstKind(view);
  const isNote = to === "note";
  const saved = (performed: Extract<PageAction, { type: "perform" }>["action"]): PageAction => ({
    type: "perform",
    place: name,
    action: performed,
    forget: [key, ...spanKeys(name)],
  });
  return form(view, {
    form: open,
    note: retro,
    name: isNote ? translate("Make it a note") : translate("Make it a why"),
    body: html`${
      isNote
        ? html`${textArea(view, { note: retro, key, label: translate("Title of the note"), base: action.text })}
          ${kindChooser(view, kind, (as) => act({ type: "changeForm", form: { ...open, as } }), `${name}.kind`)}`
        : html`${whyBox(view, retro, action.text, key)} ${sprintBoxes(view, retro, undefined, name)}`
    }
    ${preview(view, {
      heading: translate("What others will see, with your name:"),
      what: isNote ? kindLabel(kind, translate) : translate("Why"),
      text: text(),
    })}`,
    submit: {
      label: isNote ? translate("Put it on record") : translate("Share the why"),
      action: (): PageAction => {
        if (text() === "")
          return {
            type: "problem",
            place: name,
            text: translate("There is nothing in the box yet."),
            focus: key,
          };
        const of = { retro, action: action.id };
        if (isNote) return saved({ type: "makeNoteOfAction", ...of, fields: { title: text(), kind } });
        const sprint = sprintIn(view, retro, undefined, name);
        return "missing" in sprint
          ? { type: "problem", place: name, text: sprint.missing, focus: sprint.focus }
          : saved({ type: "makeWhyOfAction", ...of, fields: { text: text(), scope: sprint.scope } });
      },
    },
    after: translate("It is shared with everyone who can read this repository, and stays in its history."),
  });
}
