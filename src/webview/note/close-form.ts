import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { Closing } from "../../domain/words.ts";
import { closingLabel } from "../../protocol/labels.ts";
import { boxText, dayBox, textArea } from "../parts/boxes.ts";
import { form } from "../parts/form.ts";
import type { PageAction } from "../page-action.ts";
import type { NoteView } from "../view.ts";
import type { TextWidget } from "../widgets.ts";

const KEYS = ["close.until", "close.because"];

/** How a note ends, beside being decided. It can be opened again. */
export function closeForm(view: NoteView, as: Closing | undefined): TemplateResult {
  const { note, translate, act, state } = view;
  return form(view, {
    form: { kind: "close", as },
    note: note.id,
    name: translate("Close this note"),
    body: html`<p class="box-label" aria-hidden="true">${translate("How does it end?")}</p>
      <vscode-radio-group
        orientation="vertical"
        data-focus="close.as"
        aria-label=${translate("How does it end?")}
        @change=${(event: Event) => {
          const chosen = Closing.safeParse((event.target as TextWidget).value).data;
          if (chosen !== undefined && chosen !== as)
            act({ type: "changeForm", form: { kind: "close", as: chosen } });
        }}
      >
        ${Closing.options.map((closing) => {
          const label =
            closing === "putOff" ? translate("Put off until …") : closingLabel(closing, translate);
          return html`<vscode-radio value=${closing} ?checked=${closing === as} aria-label=${label}
            >${label}</vscode-radio
          >`;
        })}
      </vscode-radio-group>
      ${
        as === "putOff"
          ? dayBox(view, {
              note: note.id,
              key: "close.until",
              label: translate("Until"),
              from: state.frame?.today ?? "",
            })
          : nothing
      }
      ${textArea(view, { note: note.id, key: "close.because", label: translate("because (may stay empty)") }, 1)}`,
    submit: { label: translate("Close this note"), action: () => closed(view, as) },
    after: translate("It stays readable, and can be opened again."),
  });
}

function closed(view: NoteView, as: Closing | undefined): PageAction {
  const { note, translate } = view;
  const until = boxText(view, note.id, "close.until");
  const because = boxText(view, note.id, "close.because").trim();
  if (as === undefined)
    return { type: "problem", place: "close", text: translate("Choose how it ends."), focus: "close.as" };
  if (as === "putOff" && until === "")
    return {
      type: "problem",
      place: "close",
      text: translate("Until when? It comes back by itself on that day."),
      focus: "close.until",
    };
  return {
    type: "perform",
    place: "close",
    action: {
      type: "close",
      note: note.id,
      as,
      ...(as === "putOff" ? { until } : {}),
      ...(because === "" ? {} : { because }),
    },
    forget: KEYS,
  };
}
