import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { plainLine } from "../../base/plain-text.ts";
import { boxText, dayBox, textArea } from "../parts/boxes.ts";
import { form } from "../parts/form.ts";
import { isolated, personClaim, personName } from "../parts/said.ts";
import type { NoteView } from "../view.ts";

/** Who said that they have taken the note in, with what they added. Reading is never shown: it is not recorded. */
export function heardLines({ note, translate, values }: NoteView): TemplateResult | typeof nothing {
  if (note.heard.length === 0) return nothing;
  return html`<ul class="plain heard">
    ${note.heard.map(({ by, at, text, backBy }) => {
      const who = { name: personName(by), day: values.day(at.slice(0, 10)) };
      const said = text === undefined || plainLine(text) === "" ? undefined : isolated(text);
      return html`<li title=${personClaim(by)}>
        ${
          said === undefined
            ? translate("{name} said “Heard” on {day}.", who)
            : translate("{name} said “Heard” on {day}: “{text}”", { ...who, text: said })
        }
        ${
          backBy === undefined
            ? nothing
            : translate("Comes back to it by {day}.", { day: values.day(backBy) })
        }
      </li>`;
    })}
  </ul>`;
}

export function heardForm(view: NoteView): TemplateResult {
  const { note, translate, state } = view;
  const text = () => boxText(view, note.id, "heard.text").trim();
  const backBy = () => boxText(view, note.id, "heard.backBy");
  return form(view, {
    form: { kind: "heard" },
    note: note.id,
    name: translate("Heard"),
    body: html`${textArea(
      view,
      {
        note: note.id,
        key: "heard.text",
        label: translate("What do you want to say with it? (may stay empty)"),
        hint: translate("The date can't move; we can drop the export"),
      },
      2,
    )}
    ${dayBox(view, {
      note: note.id,
      key: "heard.backBy",
      label: translate("I'll come back by (may stay empty)"),
      from: state.frame?.today ?? "",
    })}`,
    submit: {
      label: translate("Heard"),
      action: () => ({
        type: "perform",
        place: "heard",
        action: {
          type: "hear",
          note: note.id,
          ...(text() === "" ? {} : { text: text() }),
          ...(backBy() === "" ? {} : { backBy: backBy() }),
        },
        forget: ["heard.text", "heard.backBy"],
      }),
    },
    after: translate("It shows at the line of code."),
  });
}
