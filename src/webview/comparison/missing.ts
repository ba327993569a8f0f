import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { OptionState } from "../../protocol/panel-state.ts";
import { linkButton } from "../parts/controls.ts";
import { OptionText } from "../open-form.ts";
import { askAbout } from "../note/ask-form.ts";
import type { NoteView } from "../view.ts";
import type { Row } from "./rows.ts";

/** The question a missing value leaves open. */
function openQuestion(row: Row, { translate, state }: NoteView): string {
  switch (row) {
    case "implications":
      return translate("What would users notice?");
    case "effort":
      return state.frame?.role === "pm"
        ? translate("Engineering will say how long.")
        : translate("How long would it take?");
    case "ready":
      return translate("When would it be ready?");
    case "moves":
      return translate("Which dates would it move?");
    case "givesUp":
      return translate("What would we give up?");
    case "gains":
      return translate("What would we gain?");
    case "risks":
      return translate("What could go wrong?");
    case "reversibility":
      return translate("Could it be undone?");
    case "people":
      return translate("Who would do it?");
    case "confidence":
      return translate("Is that sure, or a guess?");
    case "assumptions":
      return translate("What does it assume?");
    case "dependsOn":
      return translate("What does it depend on?");
    case "stillOwed":
      return translate("What would we still owe?");
  }
}

/** The same as the end of "Help me understand …". */
function askWords(row: Row, { letter }: OptionState, { translate }: NoteView): string {
  switch (row) {
    case "implications":
      return translate("what users would notice with option {letter}", { letter });
    case "effort":
      return translate("how long option {letter} would take", { letter });
    case "ready":
      return translate("when option {letter} would be ready", { letter });
    case "moves":
      return translate("which dates option {letter} would move", { letter });
    case "givesUp":
      return translate("what we would give up with option {letter}", { letter });
    case "gains":
      return translate("what we would gain with option {letter}", { letter });
    case "risks":
      return translate("what could go wrong with option {letter}", { letter });
    case "reversibility":
      return translate("whether option {letter} could be undone", { letter });
    case "people":
      return translate("who would do option {letter}", { letter });
    case "confidence":
      return translate("how sure the estimate of option {letter} is", { letter });
    case "assumptions":
      return translate("what option {letter} assumes", { letter });
    case "dependsOn":
      return translate("what option {letter} depends on", { letter });
    case "stillOwed":
      return translate("what we would still owe after option {letter}", { letter });
  }
}

/** A product manager is the one to ask; whoever works on the code may know. Everybody may know what users notice. */
const mayKnow = (row: Row, { state }: NoteView): boolean =>
  state.frame?.role !== "pm" || row === "implications";

/** A value that nobody has given: a question, with a way to answer it and a way to ask it. Never a dash, never blank. */
export function missing(view: NoteView, option: OptionState, row: Row): TemplateResult {
  const { translate, act } = view;
  const field = OptionText.safeParse(row).data;
  const question = openQuestion(row, view);
  return html`<div class="missing">
    <p>${question}</p>
    <div class="missing-actions">
      ${
        mayKnow(row, view)
          ? linkButton({
              label: translate("Write it"),
              press: () =>
                act({
                  type: "openForm",
                  form: {
                    kind: "option",
                    option: option.id,
                    ...(field === undefined ? {} : { only: field }),
                  },
                }),
              focus: `write.${option.id}.${row}`,
              spoken: translate("Write it for option {letter}: {question}", {
                letter: option.letter,
                question,
              }),
            })
          : nothing
      }
      ${
        view.state.frame?.role === "pm"
          ? askAbout(view, {
              words: askWords(row, option, view),
              options: [option.id],
              focus: `ask.${option.id}.${row}`,
            })
          : nothing
      }
    </div>
  </div>`;
}
