import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { EXAMPLE_NOTE } from "../../protocol/messages.ts";
import type { Frame } from "../../protocol/panel-state.ts";
import { hasCode } from "../frame/has-code.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { NO_NOTE } from "../typed-texts.ts";
import type { View } from "../view.ts";

/** Nothing is on record yet: what belongs here, and something to do. */
export function firstMorning(view: View, frame: Frame): TemplateResult {
  const { translate, act } = view;
  if (frame.role === "pm" || !hasCode(frame)) {
    return html`<div class="empty">
      <p>${translate("Your engineers have not flagged anything yet. Two things you can do now:")}</p>
      <div class="buttons">
        ${button({
          label: translate("Write the why of the next sprint"),
          press: () => act({ type: "go", route: { section: "roadmap", show: { view: "newBrief" } } }),
          focus: "why.write",
          primary: true,
        })}
      </div>
      ${problemForm(view, frame)} ${example(view)}
    </div>`;
  }
  return html`<div class="empty">
    <p>${translate("Nothing is on record here yet. Select code that will hurt later and flag it.")}</p>
    <div class="buttons">
      ${button({
        label: translate("Flag a Constraint"),
        press: () => act({ type: "flag" }),
        focus: "flag",
        primary: true,
      })}
      ${example(view)}
    </div>
    ${problem(view.state.problems.get("flag"))}
  </div>`;
}

/** A note as a team might have it: the quickest way to see what all this is about. */
const example = ({ translate, act }: View): TemplateResult =>
  linkButton({
    label: translate("See an example"),
    press: () => act({ type: "go", route: { section: "notes", note: EXAMPLE_NOTE } }),
    focus: "example",
  });

/** "Open a problem": what users suffer, in two sentences. Engineers answer with places in the code, limits and options. */
export function problemForm(view: View, frame: Frame, primary = false): TemplateResult | typeof nothing {
  const { translate, act } = view;
  const parts = { kind: "problem" } as const;
  if (!isOpen(view, parts)) {
    if (
      frame.role !== "pm" &&
      hasCode(frame) &&
      view.state.typed.keys(NO_NOTE).every((key) => !key.startsWith("problem."))
    )
      return nothing;
    return html`<div class="open-problem">
      ${button({
        label: translate("Open a problem users have"),
        press: () => act({ type: "openForm", form: parts }),
        focus: "problem",
        primary,
      })}
      ${started(view, NO_NOTE, parts)}
    </div>`;
  }
  const title = () => boxText(view, NO_NOTE, "problem.title").trim();
  const impact = () => boxText(view, NO_NOTE, "problem.impact").trim();
  return form(view, {
    form: parts,
    note: NO_NOTE,
    name: translate("Open a problem users have"),
    body: html`${textArea(view, {
      note: NO_NOTE,
      key: "problem.title",
      label: translate("What do users suffer?"),
    })}
    ${textArea(view, {
      note: NO_NOTE,
      key: "problem.impact",
      label: translate("What does it cost, and how do we know?"),
    })}`,
    submit: {
      label: translate("Open the problem"),
      action: () =>
        title() === ""
          ? {
              type: "problem",
              place: "problem",
              text: translate("Say in a few words what users suffer."),
              focus: "problem.title",
            }
          : {
              type: "perform",
              place: "problem",
              action: {
                type: "openNote",
                fields: { kind: "problem", title: title(), ...(impact() === "" ? {} : { impact: impact() }) },
                anchors: [],
              },
              forget: ["problem.title", "problem.impact"],
            },
    },
    after: translate("It is shared with everyone who can read this repository, and stays in its history."),
  });
}
