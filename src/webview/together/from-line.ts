import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import type { OneOnOneBox } from "../../domain/one-on-one.ts";
import { NoteKind } from "../../domain/words.ts";
import { kindLabel } from "../../protocol/labels.ts";
import type { OneOnOneState } from "../../protocol/together-state.ts";
import type { OpenForm } from "../open-form.ts";
import { boxText, textArea, textLine } from "../parts/boxes.ts";
import { chooser } from "../parts/controls.ts";
import { form } from "../parts/form.ts";
import { personName, saidLine } from "../parts/said.ts";
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
  const kind = open.as ?? (state.frame?.role === "pm" ? "problem" : "constraint");
  const find = `line.find`;
  const wanted = boxText(view, one.id, find).trim().toLowerCase();
  const notes = state.notes
    .filter(({ id, searchText }) => id === open.about || wanted === "" || searchText.includes(wanted))
    .slice(0, CHOICES);
  const about = notes.find(({ id }) => id === open.about);
  const isNote = to === "note";
  const me = state.frame?.me ?? undefined;
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
          ? chooser({
              label: translate("What is it?"),
              value: kind,
              choices: NoteKind.options
                .filter((value) => value !== "incident")
                .map((value) => ({ value, label: kindLabel(value, translate) })),
              choose: (chosen) => change({ as: NoteKind.parse(chosen) }),
              focus: `line.${to}.${box}.kind`,
            })
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
      <div class="preview" role="note" aria-label=${translate("What others will see")}>
        <p class="meta">
          ${translate("What others will see, with your name, and nothing else of your 1:1:")}
        </p>
        <p>
          <strong>${isNote ? kindLabel(kind, translate) : translate("A question")}</strong> ·
          ${saidLine(text())}${
            !isNote && about !== undefined
              ? html` · ${translate("on the note {title}", { title: plainLine(about.title) })}`
              : nothing
          }${me === undefined ? nothing : html` · ${personName(me)}`}
        </p>
      </div>`,
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
