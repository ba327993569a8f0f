import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { chooser, linkButton } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { isolated } from "../parts/said.ts";
import type { PageAction } from "../page-action.ts";
import type { NoteView } from "../view.ts";

const RECOMMEND = { kind: "recommend" } as const;

/** Which option engineering would take, and why. It is a reason to read, not a vote: nothing is preselected for the one who decides. */
export function recommendation(view: NoteView, composing: boolean): TemplateResult | typeof nothing {
  const { note, translate, act, state } = view;
  if (note.options.length === 0) return nothing;
  if (isOpen(view, RECOMMEND)) return recommendForm(view);
  const recommended = note.recommendation;
  const words =
    recommended === null
      ? undefined
      : plainLine(recommended.because) === ""
        ? translate("Engineering would take {letter}.", { letter: recommended.letter })
        : translate("Engineering would take {letter}, because {because}", {
            letter: recommended.letter,
            because: isolated(recommended.because),
          });
  const offer = !composing && state.frame?.role !== "pm";
  if (words === undefined && !offer) return nothing;
  return html`<p class="recommendation">
      ${words ?? nothing}
      ${
        offer
          ? linkButton({
              label: recommended === null ? translate("Say which one you would take") : translate("Change"),
              press: () => act({ type: "openForm", form: RECOMMEND }),
              focus: "recommend.open",
              spoken: recommended === null ? undefined : translate("Change what engineering would take"),
              quiet: true,
            })
          : nothing
      }
    </p>
    ${started(view, note.id, RECOMMEND)}`;
}

function recommendForm(view: NoteView): TemplateResult {
  const { note, translate, act } = view;
  const chosen = () => boxText(view, note.id, "recommend.option", note.recommendation?.option ?? "");
  const because = () =>
    boxText(view, note.id, "recommend.because", note.recommendation?.because ?? "").trim();
  const save = (): PageAction => {
    const option = note.options.find(({ id }) => id === chosen());
    if (option === undefined && because() !== "")
      return {
        type: "problem",
        place: "recommend",
        text: translate("Choose the option you would take, or empty the line."),
        focus: "recommend.option",
      };
    const value =
      option === undefined
        ? null
        : { option: option.id, ...(because() === "" ? {} : { because: because() }) };
    return {
      type: "perform",
      place: "recommend",
      action: { type: "editNote", note: note.id, fields: { recommendation: value } },
      forget: ["recommend.option", "recommend.because"],
    };
  };
  return form(view, {
    form: RECOMMEND,
    note: note.id,
    name: translate("What engineering would take"),
    body: html`<div class="recommend">
      ${chooser({
        label: translate("We would take"),
        value: chosen(),
        choices: [
          { value: "", label: "–" },
          ...note.options.map(({ id, letter, doNothing, title }) => ({
            value: id,
            label: translate("{letter}: {words}", {
              letter,
              words: doNothing ? translate("Do nothing") : plainLine(title),
            }),
          })),
        ],
        choose: (value) => act({ type: "type", note: note.id, key: "recommend.option", text: value }),
        focus: "recommend.option",
      })}
      ${textArea(
        view,
        {
          note: note.id,
          key: "recommend.because",
          label: translate("because"),
          base: note.recommendation?.because ?? "",
        },
        1,
      )}
    </div>`,
    submit: { label: translate("Save"), action: save },
  });
}
