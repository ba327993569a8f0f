import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import type { OneOnOneBox } from "../../domain/one-on-one.ts";
import { kindLabel } from "../../protocol/labels.ts";
import type { OneOnOneState } from "../../protocol/together-state.ts";
import type { OpenForm } from "../open-form.ts";
import { boxText, textArea, textLine } from "../parts/boxes.ts";
import { chooser } from "../parts/controls.ts";
import { form } from "../parts/form.ts";
import { firstKind, kindChooser, preview } from "../parts/from-words.ts";
import type { PageAction } from "../page-action.ts";
import type { View } from "../view.ts";

type FromLine = Extract<OpenForm, { kind: "fromLine" }>;

/** Notes to choose from at most; what is looked for narrows them. */
const CHOICES = 30;
/** Characters of a line in the list of lines. */
const SHOWN = 80;

/** The lines of a box with a word in them. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** "Make it a note…", "Make it a question…": of one line, with what others will see of it, and of nothing else, before it is shared. */
export function fromLine(
  view: View,
  one: OneOnOneState,
  box: OneOnOneBox,
  to: FromLine["to"],
): TemplateResult {
  const { translate, state, act } = view;
  const open: FromLine =
    state.form?.kind === "fromLine" ? state.form : { kind: "fromLine", to, box, line: 0 };
  const lines = linesOf(boxText(view, one.id, box, one.typed[box] ?? ""));
  const line = lines[open.line] ?? lines[0] ?? "";
  // Kept under the 1:1: what is written here is as private as the line, until it is shared. Another line is another text.
  const key = `line.${to}.${box}.${open.line}`;
  const text = () => boxText(view, one.id, key, line).trim();
  const change = (changed: Partial<FromLine>) => act({ type: "changeForm", form: { ...open, ...changed } });
  const kind = open.as ?? firstKind(view);
  const find = `line.find`;
  const wanted = boxText(view, one.id, find).trim().toLowerCase();
  const notes = state.notes
    .filter(({ id, searchText }) => id === open.about || wanted === "" || searchText.includes(wanted))
    .slice(0, CHOICES);
  const about = notes.find(({ id }) => id === open.about);
  const isNote = to === "note";
  return form(view, {
    form: { kind: "fromLine", to, box, line: open.line },
    note: one.id,
    name: isNote ? translate("Make it a note") : translate("Make it a question"),
    body: html`${
      lines.length < 2
        ? nothing
        : chooser({
            label: translate("Which line?"),
            value: String(open.line),
            choices: lines.map((one, at) => ({
              value: String(at),
              label: one.length > SHOWN ? `${one.slice(0, SHOWN - 1)}…` : one,
            })),
            choose: (chosen) => change({ line: Number(chosen) }),
            focus: `line.${to}.${box}.which`,
          })
    }
    ${textArea(view, {
      note: one.id,
      key,
      label: isNote ? translate("Title of the note") : translate("Your question"),
      base: line,
    })}
    ${
      isNote
        ? kindChooser(view, kind, (as) => change({ as }), `line.${to}.${box}.kind`)
        : html`${textLine(view, { note: one.id, key: find, label: translate("About which note? Search") })}
          ${chooser({
            label: translate("Note"),
            value: open.about ?? "",
            choices: [
              { value: "", label: translate("Choose a note") },
              ...notes.map(({ id, title }) => ({ value: id, label: plainLine(title) })),
            ],
            choose: (chosen) => change({ about: chosen === "" ? undefined : chosen }),
            focus: `line.${to}.${box}.about`,
          })}`
    }
    ${preview(view, {
      heading: translate("What others will see, with your name, and nothing else of your 1:1:"),
      what: isNote ? kindLabel(kind, translate) : translate("A question"),
      text: text(),
      about:
        !isNote && about !== undefined
          ? translate("on the note {title}", { title: plainLine(about.title) })
          : undefined,
    })}`,
    submit: {
      label: isNote ? translate("Put it on record") : translate("Ask"),
      action: (): PageAction => {
        const place = `line.${to}.${box}`;
        if (text() === "")
          return { type: "problem", place, text: translate("There is nothing in the box yet."), focus: key };
        const shared = { type: "perform", place, forget: [key, find], forgetIn: one.id } as const;
        if (isNote)
          return {
            ...shared,
            repository: one.repository,
            action: { type: "openNote", fields: { title: text(), kind }, anchors: [] },
          };
        if (about === undefined)
          return {
            type: "problem",
            place,
            text: translate("Choose the note that the question is about."),
            focus: `line.${to}.${box}.about`,
          };
        return { ...shared, action: { type: "ask", note: about.id, text: text() } };
      },
    },
    after: translate("It is shared with everyone who can read this repository, and stays in its history."),
  });
}
